// Program otherlists has its exceptions in a package that sees nothing of HTTP, and that only the command reads.
package main

import (
	"net/http"
	"os"
	"slices"

	"otherlists/open"
)

type guard struct {
	open []string
	set  map[string]bool
	next http.Handler
}

func (g guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !slices.Contains(g.open, r.URL.Path) && !g.set[r.URL.Path] && r.Header.Get("Authorization") != "Bearer "+os.Getenv("TOKEN") {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	g.next.ServeHTTP(w, r)
}

func answer(w http.ResponseWriter, r *http.Request) { w.Write([]byte("answer")) }

func main() {
	m := http.NewServeMux()
	m.HandleFunc("GET /open", answer)   // want `^GET /open: unguarded none`
	m.HandleFunc("GET /set", answer)    // want `^GET /set: unguarded none`
	m.HandleFunc("GET /closed", answer) // want `^GET /closed: guarded authn`
	http.ListenAndServe(":80", guard{open.Paths, open.Set, m})
}
