// A mux that is passed through three packages.
package main

import (
	"net/http"

	"threepackages/api"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /main", ok)        // want `^GET /main: unguarded none$`
	api.Register(mux, "/api", requireUser) // want `^GET /api/status-of-orders: unguarded none$` `^GET /api/orders: guarded authn requireUser\[\]\[401\]$` `^PUT /api/prices: guarded authn requireUser\[\]\[401\]$` `^GET /api/prices: unguarded none$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) {}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "secret" {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
