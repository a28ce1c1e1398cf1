// Command identity serves the application.
package main

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/identity/app"
)

func main() { http.ListenAndServe("localhost:8080", app.New()) }
