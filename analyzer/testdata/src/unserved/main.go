// A mux that nobody serves, beside one that is served.
package main

import "net/http"

func main() {
	draft := http.NewServeMux()
	draft.HandleFunc("GET /draft", ok)                           // want `^GET /draft: unguarded none$`
	draft.Handle("GET /mine", requireUser(http.HandlerFunc(ok))) // want `^GET /mine: guarded authn requireUser\[\]\[401\]$`
	_ = draft

	mux := http.NewServeMux()
	mux.HandleFunc("GET /served", ok) // want `^GET /served: unguarded none$`
	http.ListenAndServe("", mux)
}

func never() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /never", ok) // never is not called
	http.ListenAndServe(":1", mux)
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
