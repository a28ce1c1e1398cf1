// Command ogen serves the library by the server that ogen writes.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/ogen/app"
)

func main() { log.Fatal(http.ListenAndServe(":8080", app.New())) }
