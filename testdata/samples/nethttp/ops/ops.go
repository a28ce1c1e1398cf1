// Package ops is the second server, on an address of its own. It serves
// http.DefaultServeMux, on which other packages register by being imported.
package ops

import (
	_ "expvar" // registers GET /debug/vars
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/rest"
)

// Register registers on http.DefaultServeMux, and so once in a program.
func Register() {
	http.HandleFunc("GET /ops/ready", func(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "ready") })
	http.Handle("POST /ops/stop", auth.Identify(auth.RequireRole("admin")(http.HandlerFunc(stop))))
}

// ListenAndServe serves http.DefaultServeMux, for want of another handler.
func ListenAndServe(addr string) error { return http.ListenAndServe(addr, nil) }

func stop(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "stopping") }
