// Package variables and init functions in two files.
package main

import "net/http"

var api = base + "/api" // base is in the other file

var handler http.Handler = mux

func init() {
	mux.HandleFunc("GET "+api+"/orders", ok) // want `^GET /v1/api/orders: unguarded none$`
	guards = append(guards, requireUser)
}

func main() {
	for i, h := 0, http.Handler(http.HandlerFunc(ok)); i < len(guards); i++ {
		h = guards[i](h)
		mux.Handle("GET "+last, h) // want `^GET /last: guarded authn requireUser\[\]\[401\]$`
	}
	http.ListenAndServe("", handler)
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
