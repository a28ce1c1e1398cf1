// Package app is an application whose parts are put together by code that wire has made.
package app

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

type store struct{ open bool }

func newStore() (*store, func(), error) {
	s := &store{open: true}
	return s, func() { s.open = false }, nil
}

type guard func(http.Handler) http.Handler

func newGuard(*store) guard { return auth.Require }

type orders struct {
	Store *store
	Guard guard
}

func (o *orders) register(mux *http.ServeMux) {
	mux.Handle("GET /orders", o.Guard(http.HandlerFunc(o.list)))
	mux.HandleFunc("POST /orders", o.list) // planted fault
}

func (o *orders) list(w http.ResponseWriter, r *http.Request) {
	if o.Store.open {
		auth.Done(w, r)
	}
}

func newMux(o *orders, g guard) *http.ServeMux {
	mux := http.NewServeMux()
	o.register(mux)
	mux.Handle("GET /admin", g(auth.Role("admin")(http.HandlerFunc(auth.Done))))
	return mux
}

func newServer(addr string, mux *http.ServeMux) *http.Server {
	return &http.Server{Addr: addr, Handler: mux}
}
