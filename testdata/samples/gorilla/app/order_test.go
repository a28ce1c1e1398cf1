package app

import (
	"net/http"
	"testing"

	"github.com/gorilla/mux"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/auth"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/rest"
)

var users = auth.NewService(auth.Memory{})

// ask registers, and sends a request of a stranger.
func ask(register func(r *mux.Router), method, target string) int {
	r := mux.NewRouter()
	register(r)
	return answer(r, method, target, "")
}

// TestLateUse fixes what late middleware reaches: whatever its router matches,
// whenever it was registered, and nothing else.
func TestLateUse(t *testing.T) {
	for name, tt := range map[string]struct {
		register func(r *mux.Router)
		want     int
	}{
		"after the route": {func(r *mux.Router) {
			r.HandleFunc("/a/b", show("b"))
			r.Use(users.RequireUser)
		}, 401},
		"after the route of a sub-router": {func(r *mux.Router) {
			r.PathPrefix("/a").Subrouter().HandleFunc("/b", show("b"))
			r.Use(users.RequireUser)
		}, 401},
		"on a second sub-router of the prefix": {func(r *mux.Router) {
			r.PathPrefix("/a").Subrouter().HandleFunc("/b", show("b"))
			r.PathPrefix("/a").Subrouter().Use(users.RequireUser)
		}, 200},
		"on a sub-router beside the route": {func(r *mux.Router) {
			r.PathPrefix("/a").Subrouter().Use(users.RequireUser)
			r.HandleFunc("/a/b", show("b"))
		}, 200},
		"around a mounted router": {func(r *mux.Router) {
			inner := mux.NewRouter()
			r.PathPrefix("/a").Handler(inner)
			inner.HandleFunc("/a/b", show("b"))
			r.Use(users.RequireUser)
		}, 401},
		"on the router that a mounted one was made from": {func(r *mux.Router) {
			other := mux.NewRouter()
			inner := other.PathPrefix("/a").Subrouter()
			r.PathPrefix("/a").Handler(inner)
			inner.HandleFunc("/b", show("b"))
			other.Use(users.RequireUser)
		}, 200},
		"around the handler of a route": {func(r *mux.Router) {
			rest.Behind(users.RequireUser, r.HandleFunc("/a/b", show("b")))
		}, 401},
	} {
		if got := ask(tt.register, http.MethodGet, "/a/b"); got != tt.want {
			t.Errorf("Use %s: %d, want %d", name, got, tt.want)
		}
	}
}

// TestFirstRoute fixes that the first route that matches serves, unless its
// methods do not.
func TestFirstRoute(t *testing.T) {
	guarded := users.RequireUser(show("guarded"))
	for name, tt := range map[string]struct {
		register func(r *mux.Router)
		want     int
	}{
		"guarded first": {func(r *mux.Router) { r.Handle("/a", guarded); r.Handle("/a", show("a")) }, 401},
		"guarded last":  {func(r *mux.Router) { r.Handle("/a", show("a")); r.Handle("/a", guarded) }, 200},
		"other method":  {func(r *mux.Router) { r.Handle("/a", guarded).Methods("POST"); r.Handle("/a", show("a")) }, 200},
		"other query":   {func(r *mux.Router) { r.Handle("/a", guarded).Queries("q", "1"); r.Handle("/a", show("a")) }, 200},
		"prefix first":  {func(r *mux.Router) { r.PathPrefix("/").Handler(show("all")); r.Handle("/a", guarded) }, 200},
	} {
		if got := ask(tt.register, http.MethodGet, "/a"); got != tt.want {
			t.Errorf("%s: %d, want %d", name, got, tt.want)
		}
	}
}

// TestNoRoute fixes that the handlers for what no route matches run without
// middleware, those of a sub-router for what is below it.
func TestNoRoute(t *testing.T) {
	register := func(r *mux.Router) {
		r.Use(users.RequireUser)
		r.NotFoundHandler, r.MethodNotAllowedHandler = show("nothing"), show("other method")
		sub := r.PathPrefix("/a").Subrouter()
		sub.Use(users.RequireUser)
		sub.NotFoundHandler = http.RedirectHandler("/", http.StatusSeeOther)
		sub.HandleFunc("/b", show("b")).Methods("GET")
	}
	for _, e := range []struct {
		method, path string
		want         int
	}{
		{"GET", "/a/b", 401},
		{"POST", "/a/b", 200}, // of the root: the sub-router has none for methods
		{"GET", "/a/c", 303},
		{"GET", "/c", 200},
	} {
		if got := ask(register, e.method, e.path); got != e.want {
			t.Errorf("%s %s: %d, want %d", e.method, e.path, got, e.want)
		}
	}
}

// TestPaths fixes how paths become one: a prefix loses its final slash, and a
// route's second path is added to its first.
func TestPaths(t *testing.T) {
	for want, register := range map[string]func(r *mux.Router) *mux.Route{
		"/a/b": func(r *mux.Router) *mux.Route { return r.PathPrefix("/a/").Subrouter().Path("/b") },
		"/c/d": func(r *mux.Router) *mux.Route { return r.PathPrefix("/c").Path("/d") },
		"/e/f": func(r *mux.Router) *mux.Route { return r.Path("/e").Subrouter().PathPrefix("/f") },
		"/g":   func(r *mux.Router) *mux.Route { return r.PathPrefix("/g").Subrouter().NewRoute() },
	} {
		got, err := register(mux.NewRouter()).GetPathTemplate()
		if err != nil || got != want {
			t.Errorf("%s, %v, want %s", got, err, want)
		}
	}
}
