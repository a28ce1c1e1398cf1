// A server that is a package variable: the whole of it is set, or its fields, before anything reads it.
package main

import (
	"net/http"
	"os"
)

var (
	whole  http.Server
	fields http.Server
	mux    http.ServeMux
)

func main() {
	go admin()
	mux.HandleFunc("GET /orders", ok) // want `^GET /orders: guarded authn requireUser\[\]\[401\]$`
	whole = http.Server{Addr: ":80", Handler: requireUser(&mux)}
	if os.Getenv("CERT") != "" {
		whole.ListenAndServeTLS(os.Getenv("CERT"), "")
		return
	}
	whole.ListenAndServe()
}

func admin() {
	router := http.NewServeMux()
	router.HandleFunc("GET /admin", ok) // want `^GET /admin: guarded authn requireUser\[\]\[401\]$`
	fields.Addr, fields.Handler = ":81", requireUser(router)
	fields.ListenAndServe()
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
