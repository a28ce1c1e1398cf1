// Package app puts the sample together.
package app

import (
	"net/http"

	"github.com/go-zoo/bone"
	"github.com/urfave/negroni/v3"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application. A chain of negroni guards each route that is to be.
func New() http.Handler {
	mux := bone.New()
	mux.GetFunc("/", auth.Done)
	mux.Get("/healthz", http.HandlerFunc(auth.Done))
	mux.GetFunc("/products/:id", product)
	mux.Post("/products", guarded(auth.Done))
	mux.DeleteFunc("/products/:id", product) // planted fault
	mux.Register("PUT", "/products/:id", guarded(product))
	mux.Handle("/jobs/:id", guarded(product))
	mux.SubRoute("/admin", admin())
	return auth.Identify(mux)
}

func admin() *bone.Mux {
	mux := bone.New()
	mux.Get("/users", auth.Role("admin")(http.HandlerFunc(auth.Done)))
	mux.PostFunc("/users", auth.Done) // planted fault
	return mux
}

// guarded is a chain of middleware of negroni, as a handler.
func guarded(h http.HandlerFunc) http.Handler {
	return negroni.New(negroni.HandlerFunc(require), negroni.WrapFunc(h))
}

func require(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if auth.Current(r.Context()) == nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	next(w, r)
}

func product(w http.ResponseWriter, r *http.Request) {
	if bone.GetValue(r, "id") == "" {
		http.NotFound(w, r)
		return
	}
	auth.Done(w, r)
}
