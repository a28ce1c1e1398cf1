// Command httptreemux serves the sample application for httptreemux.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/httptreemux/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
