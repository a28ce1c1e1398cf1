// Command gorilla serves the sample application for gorilla/mux: a lending
// library with an API, a desk for its staff and a few pages.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/app"
)

func main() {
	srv := &http.Server{
		Addr:              "localhost:8080",
		Handler:           app.New(app.Defaults()...).Handler(),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(srv.ListenAndServe())
}
