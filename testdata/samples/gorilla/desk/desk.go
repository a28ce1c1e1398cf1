// Package desk is for the library's staff.
package desk

import (
	"net/http"

	"github.com/gorilla/mux"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/auth"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/mw"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/rest"
)

// A Desk is the staff's part of the library.
type Desk struct {
	gate   *auth.Gate
	router *mux.Router
}

// New makes a desk on a router.
func New(r *mux.Router, users *auth.Service) *Desk {
	return &Desk{gate: &auth.Gate{Service: users, Role: "admin"}, router: r}
}

// Register registers the desk's routes, and last what keeps strangers from them:
// mux asks for middleware when a request comes.
func (d *Desk) Register() {
	d.members()
	d.router.HandleFunc("/stats", d.stats).Methods(http.MethodGet)
	reports := d.router.PathPrefix("/reports").Subrouter()
	d.router.Use(d.gate.Middleware)
	reports.HandleFunc("/daily", daily).Methods(http.MethodGet)
}

type route struct {
	method, path string
	handler      http.HandlerFunc
	before       []mux.MiddlewareFunc
}

func (d *Desk) members() {
	for _, m := range []route{
		{method: http.MethodGet, path: "/members", handler: listMembers},
		{method: http.MethodPost, path: "/members/{id}/block", handler: block, before: []mux.MiddlewareFunc{note("block")}},
		{method: http.MethodDelete, path: "/members/{id}", handler: d.remove},
	} {
		before := append([]mux.MiddlewareFunc{note("members")}, m.before...)
		d.router.Handle(m.path, mw.Wrap(m.handler, before...)).Methods(m.method).Name(m.method + m.path)
	}
}

// Stock registers what is on the shelves.
func (d *Desk) Stock(r *mux.Router) {
	stock := r.PathPrefix("/stock").Subrouter()
	stock.HandleFunc("", listStock).Methods(http.MethodGet)
	rest.Behind(d.gate.Middleware, stock.HandleFunc("/{id}", discard).Methods(http.MethodDelete))
	// Planted fault: Subrouter makes a router each time, and this one has no routes.
	r.PathPrefix("/stock").Subrouter().Use(d.gate.Middleware)
}

// Printers registers the printers. Planted fault: complain refuses in words only.
func Printers(r *mux.Router) {
	printers := r.PathPrefix("/printers").Subrouter()
	printers.Use(complain)
	printers.HandleFunc("/{id}/print", printPage).Methods(http.MethodPost)
}

// complain answers 401, and lacks a return.
func complain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if auth.Current(r.Context()) == nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

// note says in the response what has been written down of it.
func note(what string) mux.MiddlewareFunc {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Add("X-Noted", what)
			next.ServeHTTP(w, r)
		})
	}
}

// Counter registers the figures that hang in the hall.
func Counter(r *mux.Router) {
	r.HandleFunc("/desk/stats", func(w http.ResponseWriter, _ *http.Request) { rest.OK(w, 7) }).Methods(http.MethodGet)
}

func daily(w http.ResponseWriter, _ *http.Request)       { rest.OK(w, "daily") }
func listMembers(w http.ResponseWriter, _ *http.Request) { rest.OK(w, []string{"user", "admin"}) }
func block(w http.ResponseWriter, r *http.Request)       { rest.OK(w, mux.Vars(r)["id"]) }
func listStock(w http.ResponseWriter, _ *http.Request)   { rest.OK(w, []string{"Dune"}) }
func discard(w http.ResponseWriter, r *http.Request)     { rest.OK(w, mux.Vars(r)["id"]) }
func printPage(w http.ResponseWriter, r *http.Request)   { rest.OK(w, mux.Vars(r)["id"]) }

func (d *Desk) stats(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "stats for "+d.gate.Role) }
func (d *Desk) remove(w http.ResponseWriter, r *http.Request) {
	rest.OK(w, mux.Vars(r)["id"]+" by "+d.gate.Role)
}
