// Loops over something that is not known before the program runs.
package main

import (
	"net/http"
	"os"
)

func main() {
	mux := http.NewServeMux()
	for _, name := range os.Args[1:] {
		mux.HandleFunc("GET /files/"+name, ok)                            // want `^GET /files/.*: unguarded none`
		mux.Handle("PUT /files/"+name, requireUser(http.HandlerFunc(ok))) // want `^PUT /files/.*: guarded authn requireUser\[\]\[401\]`
	}
	for _, e := range os.Environ() {
		if e == "LAST" {
			break
		}
		mux.HandleFunc("DELETE /env/"+e, ok) // want `^DELETE /env/.*: unguarded none`
	}
	mux.HandleFunc("GET /after", ok) // want `^GET /after: unguarded none$`

	var h http.Handler = http.HandlerFunc(ok)
	for range os.Args { // nobody knows how often
		h = nop(h)
	}
	mux.Handle("GET /wrapped", requireUser(h)) // want `^GET /wrapped: guarded authn requireUser\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func nop(next http.Handler) http.Handler { return next }

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
