// Command traps serves routes on which reviewers and tools have been wrong.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/traps/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
