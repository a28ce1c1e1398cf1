// Command chi serves the sample application for chi.
package main

import (
	"log"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/chi/app"
)

func main() {
	log.Fatal(http.ListenAndServe("localhost:8080", app.New()))
}
