// Command chi serves the sample application for chi: a project tracker with an
// API, an administration and a few pages.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/guardvet/guardvet/testdata/samples/chi/app"
)

func main() {
	srv := &http.Server{
		Addr:              "localhost:8080",
		Handler:           app.New(app.Defaults()...),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(srv.ListenAndServe())
}
