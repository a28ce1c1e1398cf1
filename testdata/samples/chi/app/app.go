// Package app is a small shop served by chi.
package app

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// New makes the router: DELETE /orders/{id} is the planted fault.
func New() http.Handler {
	r := chi.NewRouter()
	r.Get("/healthz", ok)
	r.Group(func(r chi.Router) {
		r.Use(requireUser)
		r.Get("/orders", ok)
		r.Post("/orders", ok)
	})
	r.Delete("/orders/{id}", ok)
	return r
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
