// Program besidetoken lets pass who has a token that is good once, besides who is logged in: what a library says
// of a token in the query is nothing that a request can choose.
package main

import (
	"net/http"
	"os"

	"example.org/onetime"
)

type guard struct{ tokens *onetime.Store }

// once looks the token up.
func (g guard) once(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if once := r.URL.Query().Get("once"); once != "" {
			path, ok := g.tokens.Take(once)
			if !ok || path != r.URL.Path {
				http.Error(w, "no such page", http.StatusBadRequest)
				return
			}
			next(w, r)
			return
		}
		login(next)(w, r)
	}
}

// twice asks only whether there is one.
func (g guard) twice(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("once") != "" {
			next(w, r)
			return
		}
		login(next)(w, r)
	}
}

func login(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+os.Getenv("TOKEN") {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func answer(w http.ResponseWriter, r *http.Request) { w.Write([]byte("answer")) }

func main() {
	g := guard{onetime.New()}
	http.HandleFunc("GET /file", g.once(answer))  // want `^GET /file: unknown none`
	http.HandleFunc("GET /open", g.twice(answer)) // want `^GET /open: unguarded none`
	http.ListenAndServe(":80", nil)
}
