// Functions that call themselves once for each page of what another server has: one registers
// nothing, though it calls a method that has the name of one that does; one registers when it
// has come back.
package main

import (
	"net/http"
	"os"
)

type shelf interface {
	Next(cursor string) (shelf, string)
}

// A mux is no shelf.
type mux struct{ *http.ServeMux }

func (m mux) Next(h http.HandlerFunc) {
	m.HandleFunc("GET /next", h) // want `^GET /next: unguarded none$`
}

// Nor is a list, which has a method of that name as well.
type list []string

func (l list) Next(i int) string { return l[i] }

func main() {
	m := mux{http.NewServeMux()}
	m.Next(ok)
	find(remote(), "", list{"books"}.Next(0))
	backwards(m.ServeMux, 0)
	http.ListenAndServe("", m)
}

func remote() shelf { return nil }

func find(s shelf, cursor, name string) shelf {
	next, cursor := s.Next(cursor)
	if cursor == name {
		return next
	}
	return find(next, cursor, name)
}

func backwards(m *http.ServeMux, n int) {
	if os.Getenv("PAGES") != "" {
		backwards(m, n+1) // want `^incomplete: recursion through pages.backwards`
	}
	m.HandleFunc("GET /pages/"+os.Getenv("PAGE"), ok) // want `^GET /pages/.*: unguarded none`
}

func ok(w http.ResponseWriter, r *http.Request) {}
