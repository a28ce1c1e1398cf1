// Command chains serves the sample application for packages of middleware.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/chains/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
