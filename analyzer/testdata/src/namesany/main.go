// Handlers that answer 401 to a path which names nothing: any name passes. Where the name is
// looked up, it is a secret link.
package main

import "net/http"

var links = map[string]*string{}

func named(w http.ResponseWriter, r *http.Request) {
	if id := r.PathValue("id"); id == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("ok"))
}

func linked(w http.ResponseWriter, r *http.Request) {
	link := links[r.PathValue("link")]
	if link == nil {
		http.Error(w, "which link?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte(*link))
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /things/{id}", named)   // want `^GET /things/{id}: unguarded none$`
	mux.HandleFunc("GET /links/{link}", linked) // want `^GET /links/{link}: guarded authn linked\[\]\[401\]$`
	http.ListenAndServe("", mux)
}
