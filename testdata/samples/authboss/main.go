// Command authboss serves the sample application for authboss.
package main

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/authboss/app"
)

func main() { http.ListenAndServe("localhost:8080", app.New()) }
