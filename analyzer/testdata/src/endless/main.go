// Registration by recursion that ends only on data that is not known.
package main

import (
	"net/http"
	"os"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /before", ok) // want `^GET /before: unguarded none$`
	deeper(mux, 0)
	mux.HandleFunc("GET /after", ok) // want `^GET /after: unguarded none$`
	http.ListenAndServe("", mux)
}

func deeper(mux *http.ServeMux, n int) {
	name := os.Getenv("NAME")
	if name == "" {
		return
	}
	os.Unsetenv("NAME")
	mux.HandleFunc("GET /names/"+name, ok) // want `^GET /names/.*: unguarded none if`
	deeper(mux, n+1)                       // want `^incomplete: recursion through endless.deeper`
}

func ok(w http.ResponseWriter, r *http.Request) {}
