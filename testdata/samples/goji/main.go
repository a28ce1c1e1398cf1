// Command goji serves the sample application for goji.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/goji/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
