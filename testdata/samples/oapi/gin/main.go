// Command gin serves the library by the server that oapi-codegen writes for gin.
package main

import (
	"log"

	"github.com/guardvet/guardvet/testdata/samples/oapi/gin/app"
)

func main() { log.Fatal(app.New().Run()) }
