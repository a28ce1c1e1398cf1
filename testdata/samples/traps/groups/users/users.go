// Package users is a part of the application.
package users

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// A Group is what the part consists of.
type Group struct{ Router }

// A Router registers routes.
type Router struct{}

// Init does so.
func (*Router) Init(mux *http.ServeMux) {
	mux.HandleFunc("GET /groups/open", auth.Done) // planted fault
	mux.Handle("GET /groups/known", auth.Require(http.HandlerFunc(auth.Done)))
}
