// Generated: a server that a generator wrote, which routes requests by itself.
package main

import (
	"context"
	"errors"
	"net/http"
)

func main() {
	s := &Server{orders{}, guard{"t1"}}
	http.Handle("/", s)                      // want `^\* /: unknown none$`
	http.Handle("/orders", s)                // want `^\* /orders: unknown none$`
	http.Handle("/inside/", requireUser(s))  // want `^\* /inside/: guarded authn requireUser\[\]\[401\]$`
	http.HandleFunc("GET /one", s.list)      // want `^GET /one: unguarded none$`
	http.HandleFunc("DELETE /one", s.remove) // want `^DELETE /one: guarded authn remove\[\]\[401\]$`
	http.ListenAndServe("", nil)
}

type orders struct{}

func (orders) List(context.Context) error   { return nil }
func (orders) Remove(context.Context) error { return nil }

type guard struct{ token string }

func (g guard) Check(_ context.Context, token string) error {
	if token != g.token {
		return errors.New("who are you?")
	}
	return nil
}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
