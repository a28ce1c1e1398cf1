// Command goswagger serves the library by the server that go-swagger writes.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/goswagger/app"
)

func main() { log.Fatal(http.ListenAndServe(":8080", app.New())) }
