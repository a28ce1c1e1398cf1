// Command echo serves the library by the server that oapi-codegen writes for echo, the strict one.
package main

import (
	"log"

	"github.com/guardvet/guardvet/testdata/samples/oapi/echo/app"
)

func main() { log.Fatal(app.New().Start(":8080")) }
