// Command goa serves the library by the servers that goa writes.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/goa/app"
)

func main() { log.Fatal(http.ListenAndServe(":8080", app.New())) }
