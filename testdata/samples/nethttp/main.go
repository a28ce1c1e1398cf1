// Command nethttp serves the sample application for net/http: a warehouse with
// an API, an administration and a few pages, and a second server for operations.
package main

import (
	"log"
	"net/http"
	"time"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/app"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/ops"
)

func main() {
	ops.Register()
	go func() { log.Fatal(ops.ListenAndServe("localhost:6060")) }()
	srv := &http.Server{
		Addr:              "localhost:8080",
		Handler:           app.New(app.Defaults()...),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(srv.ListenAndServe())
}
