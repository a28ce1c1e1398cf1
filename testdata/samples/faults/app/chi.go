package app

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

func ofChi() http.Handler {
	r := chi.NewRouter()
	r.Route("/chi", func(r chi.Router) {
		r.With(auth.Require)         // want lateguard
		r.Get("/dropped", auth.Done) // want unguarded
		r.With(auth.Require).Get("/kept", auth.Done)
		r.With(halfway).Post("/halfway", auth.Done)
		r.Group(func(r chi.Router) {
			r.Use(auth.Require)
			r.Post("/group", auth.Done)
		})
	})
	return r
}

// halfway lets pass who does not say who they are.
func halfway(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" { // want failopen
			next.ServeHTTP(w, r)
			return
		}
		auth.Require(next).ServeHTTP(w, r)
	})
}
