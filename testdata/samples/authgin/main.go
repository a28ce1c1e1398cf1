// Command authgin serves the sample application for packages of authentication for
// gin.
package main

import (
	"log"

	"github.com/guardvet/guardvet/testdata/samples/authgin/app"
)

func main() { log.Fatal(app.New().Run("localhost:8080")) }
