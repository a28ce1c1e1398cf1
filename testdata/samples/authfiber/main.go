// Command authfiber serves the sample application for packages of authentication
// for fiber.
package main

import (
	"log"

	"github.com/guardvet/guardvet/testdata/samples/authfiber/app"
)

func main() { log.Fatal(app.New().Listen("localhost:8080")) }
