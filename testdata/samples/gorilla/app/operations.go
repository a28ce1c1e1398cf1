package app

import (
	"crypto/subtle"
	"net/http"

	"github.com/gorilla/mux"

	"github.com/guardvet/guardvet/testdata/samples/gorilla/auth"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/mw"
	"github.com/guardvet/guardvet/testdata/samples/gorilla/rest"
)

// operations is what machines ask for, with credentials of their own, and what
// was written before the library.
func (a *App) operations() {
	r := a.Router
	r.PathPrefix("/ops").Handler(auth.Basic("ops", a.accounts)(ops()))
	r.PathPrefix("/hooks/").Handler(http.StripPrefix("/hooks", a.hooks()))
	r.PathPrefix("/legacy/").Handler(a.legacy())
	r.PathPrefix("/partner").Handler(a.partner())
	r.HandleFunc("/internal/jobs", show("jobs")).Methods("GET")
}

// branches are told apart by their hosts, and come first: mux takes the first
// route that matches.
func (a *App) branches() {
	status := a.Router.Host("status.library.example").Subrouter()
	status.HandleFunc("/", show("all is well")).Methods("GET")

	branch := a.Router.Host("{branch}.library.example").PathPrefix("/hours").Subrouter()
	branch.HandleFunc("", show("hours")).Methods("GET")
	branch.Handle("", a.users.RequireUser(show("new hours"))).Methods("PUT")
}

// ops is a router of its own: what mounts it does not cut the path.
func ops() *mux.Router {
	r := mux.NewRouter()
	r.HandleFunc("/ops/metrics", show("metrics")).Methods("GET")
	return r
}

// hooks was written for net/http, and sees its paths stripped.
func (a *App) hooks() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("POST /payment", paid)
	return a.signed(m)
}

// signed refuses requests that do not carry the key both sides know.
func (a *App) signed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given := r.Header.Get("X-Hook-Key")
		if subtle.ConstantTimeCompare([]byte(given), []byte(a.hookKey)) != 1 {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// legacy is the library's first version, of a time before its middleware.
func (a *App) legacy() http.Handler {
	r := &mux.Router{}
	r.HandleFunc("/legacy/cards/{id}", show("card")).Methods("GET")
	r.Use(mux.MiddlewareFunc(a.users.RequireUser))
	return r
}

// partner is a planted fault: a sub-router that is served without the router it
// was made from runs none of that one's middleware.
func (a *App) partner() http.Handler {
	r := mux.NewRouter()
	r.Use(a.users.RequireUser)
	below := r.PathPrefix("/partner").Subrouter()
	below.Use(mw.RequestID)
	below.HandleFunc("/stock", show("stock")).Methods("GET")
	return below
}

func paid(w http.ResponseWriter, _ *http.Request) {
	rest.Acted(w)
	w.WriteHeader(http.StatusNoContent)
}
