// A guard that the configuration switches off, as a middleware and as one of the links of a
// chain that is a handler by itself; and a handler that asks only for some objects, which is
// another matter.
package main

import (
	"net/http"
	"os"
)

type guard struct{ enabled bool }

type link func(w http.ResponseWriter, r *http.Request, next http.HandlerFunc)

// links is a list of them; the last one is what acts.
type links struct {
	link link
	next *links
}

func chain(list ...link) *links {
	if len(list) == 0 {
		return &links{link: func(http.ResponseWriter, *http.Request, http.HandlerFunc) {}, next: &links{}}
	}
	return &links{link: list[0], next: chain(list[1:]...)}
}

func (l *links) ServeHTTP(w http.ResponseWriter, r *http.Request) { l.link(w, r, l.next.ServeHTTP) }

func last(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) { w.Write([]byte("ok")) }

func (g *guard) require(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if !g.enabled {
		next(w, r)
		return
	}
	if user(r) == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	next(w, r)
}

func (g *guard) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { g.require(w, r, next.ServeHTTP) })
}

type note struct{ private bool }

var notes = map[string]*note{}

func show(w http.ResponseWriter, r *http.Request) {
	n := notes[r.PathValue("id")]
	if n == nil {
		http.NotFound(w, r)
		return
	}
	if n.private && user(r) == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("a note"))
}

func user(r *http.Request) string { return users[r.Header.Get("Authorization")] }

var users = map[string]string{}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ok")) }

func main() {
	g := &guard{enabled: os.Getenv("AUTH") != ""}
	mux := http.NewServeMux()
	mux.Handle("GET /wrapped", g.wrap(http.HandlerFunc(ok))) // want `^GET /wrapped: unknown conditional wrap.*\[401\] only if g.enabled$`
	mux.Handle("GET /chained", chain(g.require, last))       // want `^GET /chained: unknown conditional require.*\[401\] only if g.enabled$`
	mux.Handle("DELETE /logs", chain(g.require, last))       // want `^DELETE /logs: unknown conditional require.*\[401\] only if g.enabled$`
	mux.HandleFunc("GET /logs/stream", ok)                   // want `^GET /logs/stream: unguarded none$`
	mux.HandleFunc("GET /notes/{id}", show)                  // want `^GET /notes/{id}: unknown none$`
	http.ListenAndServe("", mux)
}
