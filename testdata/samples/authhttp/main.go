// Command authhttp serves the sample application for packages of authentication for
// net/http.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/authhttp/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
