// Command routegroup serves the sample application for routegroup.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/routegroup/app"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", app.New())) }
