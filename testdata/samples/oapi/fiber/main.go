// Command fiber serves the library by the server that oapi-codegen writes for fiber.
package main

import (
	"log"

	"github.com/guardvet/guardvet/testdata/samples/oapi/fiber/app"
)

func main() { log.Fatal(app.New().Listen(":8080")) }
