// Package app is a plugin: a library calls its methods.
package app

import (
	_ "expvar" // registers on a router that nobody serves
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A Plugin makes its router when it is activated, and is given requests then.
type Plugin struct {
	mux  *http.ServeMux
	seen int
}

// A Caller is what the library knows of who asks.
type Caller struct{ Session string }

// Activate makes the routes.
func (p *Plugin) Activate() error {
	p.mux = http.NewServeMux()
	p.mux.Handle("GET /notes", auth.Require(http.HandlerFunc(auth.Done)))
	p.mux.HandleFunc("DELETE /notes/{id}", auth.Done) // planted fault
	return nil
}

// Serve is given the requests, and who asks.
func (p *Plugin) Serve(_ *Caller, w http.ResponseWriter, r *http.Request) {
	p.count()
	if r.Header.Get("X-Plugin") == "off" {
		http.Error(w, "switched off", http.StatusServiceUnavailable)
		return
	}
	p.mux.ServeHTTP(w, r)
}

func (p *Plugin) count() { p.seen++ }
