// Handlers wrapped by hand.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /mine", requireUser(http.HandlerFunc(ok))) // want `GET /mine: guarded authn requireUser\[\]\[401\]`
	mux.HandleFunc("GET /all", ok)                             // want `GET /all: unguarded none`
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
