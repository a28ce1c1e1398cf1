// A mux is mounted by its method value ServeHTTP.
package main

import "net/http"

func main() {
	mux, inner := http.NewServeMux(), http.NewServeMux()
	inner.HandleFunc("GET /inner/all", ok) // want `^GET /inner/all: unguarded none$`
	mux.HandleFunc("/inner/", inner.ServeHTTP)
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) {}
