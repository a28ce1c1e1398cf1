package app

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
	"github.com/guardvet/guardvet/testdata/samples/chi/mw"
	"github.com/guardvet/guardvet/testdata/samples/chi/rest"
)

// operations is what machines ask for, with credentials of their own.
func operations(r chi.Router, cfg *config) {
	r.Route("/ops", func(r chi.Router) {
		r.Use(middleware.BasicAuth("ops", cfg.accounts))
		r.Get("/metrics", show("metrics"))
	})
	r.Handle("/hooks/*", http.StripPrefix("/hooks", hooks(cfg.hookKey)))
	// Mount leaves the path as it is for what is no router of chi's.
	r.With(cfg.guard).Mount("/legacy", legacy())
}

// hooks was written for net/http, and sees its paths stripped.
func hooks(key string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /payment", paid)
	return mw.Wrap(mux, middleware.NoCache, auth.SharedKey("X-Hook-Key", key))
}

// legacy is the tracker's first version, and sees its paths whole.
func legacy() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /legacy/tickets/{id}", show("ticket"))
	return mux
}

func show(what string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { rest.OK(w, what) }
}

func paid(w http.ResponseWriter, _ *http.Request) {
	rest.Acted(w)
	w.WriteHeader(http.StatusNoContent)
}
