// Command gorestful serves the sample application for go-restful.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/gorestful/app"
)

func main() { log.Fatal(http.ListenAndServe(":8080", app.New())) }
