// Package app puts the sample together.
package app

import (
	"net/http"

	"goji.io"
	"goji.io/pat"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() http.Handler {
	m := goji.NewMux()
	m.HandleFunc(pat.Get("/"), auth.Done)
	m.HandleFunc(pat.Get("/healthz"), auth.Done)
	m.HandleFunc(pat.Get("/products/:id"), product)
	m.Handle(pat.Post("/products"), auth.Require(http.HandlerFunc(auth.Done)))
	m.HandleFunc(pat.Delete("/products/:id"), product) // planted fault
	m.Handle(pat.New("/admin/*"), admin())
	m.Handle(pat.New("/account/*"), auth.Require(account()))
	m.HandleFunc(pat.Get("/account/export"), auth.Done) // the sub-router was first
	m.Use(auth.Identify)
	return m
}

func admin() *goji.Mux {
	m := goji.SubMux()
	m.HandleFunc(pat.Get("/users"), auth.Done)
	m.Handle(pat.New("/jobs/*"), jobs())
	m.Use(auth.Role("admin")) // holds for all of it, though it comes last
	return m
}

func jobs() http.Handler {
	m := goji.SubMux()
	m.HandleFunc(pat.Post("/:id"), product)
	return m
}

func account() http.Handler {
	m := goji.SubMux()
	m.HandleFunc(pat.Get("/cards"), auth.Done)
	m.HandleFunc(pat.Get("/own"), own)
	return m
}

func product(w http.ResponseWriter, r *http.Request) {
	if pat.Param(r, "id") == "" {
		http.NotFound(w, r)
		return
	}
	auth.Done(w, r)
}

// own asks once more for itself.
func own(w http.ResponseWriter, r *http.Request) {
	if u := auth.Current(r.Context()); u == nil || !u.Has("admin") {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	auth.Done(w, r)
}
