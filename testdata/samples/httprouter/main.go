// Command httprouter serves the sample application for httprouter.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/httprouter/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
