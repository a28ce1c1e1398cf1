package analyzer

import (
	"fmt"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestSame requires that handlers made by several calls of one wrapper, of the same things, are
// followed once; and that those made of different things are not taken for one.
func TestSame(t *testing.T) {
	std := standardImporter(t)
	serving := func(calls ...string) (int, []*routes.Route) {
		table := &routes.Table{}
		work := fillTable(table, lowerSource(t, std, fmt.Sprint("same", len(calls), calls[len(calls)-1]), wrapped(calls)))
		if len(table.Routes) != len(calls) {
			t.Errorf("%d routes of %d", len(table.Routes), len(calls))
		}
		return work.serving, table.Routes
	}
	one, _ := serving(`wrap(show, "secret")`)
	two, _ := serving(`wrap(show, "secret")`, `wrap(show, "secret")`, `twice(show)`, `twice(show)`)
	if three, _ := serving(`wrap(show, "secret")`, `twice(show)`); two != three {
		t.Errorf("handlers that are the same take %d steps, and once each %d", two, three)
	}
	_, different := serving(`wrap(show, "secret")`, `wrap(show, "")`, `wrap(hide, "secret")`)
	for i, want := range []routes.Verdict{routes.Guarded, routes.Unguarded, routes.Guarded} {
		if got := different[i].Verdict; got != want {
			t.Errorf("route %d is %v, want %v", i, got, want)
		}
	}
	counting, _ := serving(`counted(show)`)
	if again, _ := serving(`counted(show)`, `counted(show)`); again <= counting {
		t.Errorf("what writes to its own variable takes %d steps, and twice %d", counting, again)
	}
	serving(`patient(show)`, `patient(show)`) // has captured itself, which ends all the same
	if one == 0 {
		t.Error("nothing was followed")
	}
}

// wrapped is an application with a route for each of the handlers.
func wrapped(handlers []string) string {
	var b strings.Builder
	b.WriteString(`package main

import "net/http"

func show(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }
func hide(w http.ResponseWriter, r *http.Request) { w.Write([]byte("good bye")) }

func wrap(f http.HandlerFunc, secret string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if secret != "" && r.Header.Get("Authorization") != secret {
			http.Error(w, "who are you?", 401)
			return
		}
		f(w, r)
	}
}

func twice(f http.HandlerFunc) http.HandlerFunc { return wrap(wrap(f, "a"), "b") }

func counted(f http.HandlerFunc) http.HandlerFunc {
	n := 0
	return func(w http.ResponseWriter, r *http.Request) {
		n++
		if n > 100 {
			return
		}
		f(w, r)
	}
}

func patient(f http.HandlerFunc) http.HandlerFunc {
	var again func(w http.ResponseWriter, r *http.Request, n int)
	again = func(w http.ResponseWriter, r *http.Request, n int) {
		if n > 0 {
			again(w, r, n-1)
			return
		}
		f(w, r)
	}
	return func(w http.ResponseWriter, r *http.Request) { again(w, r, 3) }
}

func main() {
	mux := http.NewServeMux()
`)
	for i, h := range handlers {
		fmt.Fprintf(&b, "\tmux.Handle(\"/%d\", %s)\n", i, h)
	}
	b.WriteString("\thttp.ListenAndServe(\":1\", mux)\n}\n")
	return b.String()
}
