// Command fiber2 serves the sample application for fiber v2: a shop with an API, an
// administration and a few pages.
package main

import (
	"log"

	"github.com/guardvet/guardvet/testdata/samples/fiber2/app"
)

func main() { log.Fatal(app.New().Listen("localhost:8080")) }
