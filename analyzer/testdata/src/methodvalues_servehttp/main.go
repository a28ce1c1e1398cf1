// A handler by its method value ServeHTTP: a mux that is mounted, the file server
// of the library, and the rest of the chain.
package main

import "net/http"

func main() {
	mux, inner := http.NewServeMux(), http.NewServeMux()
	inner.HandleFunc("GET /inner/all", ok) // want `^GET /inner/all: unguarded none$`
	mux.HandleFunc("/inner/", inner.ServeHTTP)
	mux.HandleFunc("GET /pictures/", http.FileServer(http.Dir("pictures")).ServeHTTP) // want `^GET /pictures/: public none$`
	mux.Handle("GET /orders", signedIn(http.HandlerFunc(ok)))                         // want `^GET /orders: guarded authn signedIn\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { check(w, r, next.ServeHTTP) })
}

func check(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if r.Header.Get("Authorization") != "Bearer t1" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	next(w, r)
}

func ok(w http.ResponseWriter, r *http.Request) {}
