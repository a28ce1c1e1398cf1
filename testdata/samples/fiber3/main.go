// Command fiber3 serves the sample application for fiber v3: a shop with an API, an
// administration and a few pages.
package main

import (
	"log"

	"github.com/guardvet/guardvet/testdata/samples/fiber3/app"
)

func main() { log.Fatal(app.New().Listen("localhost:8080")) }
