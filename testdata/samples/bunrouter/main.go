// Command bunrouter serves the sample application for bunrouter.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/bunrouter/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
