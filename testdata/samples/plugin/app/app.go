// Package app is a plugin without a router: it is given requests, and looks at the path by itself.
package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A Plugin is given requests.
type Plugin struct{ Off bool }

// A Caller is what the library knows of who asks.
type Caller struct{ Session string }

// Activate has nothing to make.
func (p *Plugin) Activate() error { return nil }

// Serve is given the requests, and who asks.
func (p *Plugin) Serve(_ *Caller, w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/notes":
		p.Notes(w, r)
	case "/users":
		auth.Require(http.HandlerFunc(auth.Done)).ServeHTTP(w, r)
	case "/secrets":
		auth.Done(w, r) // planted fault
	default:
		http.NotFound(w, r)
	}
}

// Notes takes what a handler takes, too, and is not given requests by anybody else.
func (p *Plugin) Notes(w http.ResponseWriter, r *http.Request) {
	auth.Require(http.HandlerFunc(auth.Done)).ServeHTTP(w, r)
}
