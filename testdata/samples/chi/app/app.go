// Package app puts the tracker together.
package app

import (
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/samples/chi/admin"
	"github.com/guardvet/guardvet/testdata/samples/chi/api"
	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
	"github.com/guardvet/guardvet/testdata/samples/chi/rest"
	"github.com/guardvet/guardvet/testdata/samples/chi/web"
)

// New makes the tracker's router.
func New(opts ...Option) *chi.Mux {
	cfg := &config{}
	for _, o := range opts {
		o(cfg)
	}
	r := chi.NewRouter()
	r.NotFound(web.Fallback)
	// chi panics if a mux is used after it has routes.
	r.Use(cfg.chain...)
	web.Files(r)
	web.Pages(r)
	r.Mount("/api/v1", api.Routes(cfg.guard))
	r.Route("/admin", admin.New().Register)
	operations(r, cfg)
	personal(r)
	feeds(r)
	r.Get("/drafts", drafts)
	preview(r)
	return r
}

// personal is for users, wherever in the tree.
func personal(r chi.Router) {
	r.Group(func(r chi.Router) {
		r.Use(auth.RequireUser)
		r.Get("/me", me)
		r.With(checkAfter("admin")).Get("/me/devices", devices)
		r.Get("/feed", feed)
	})
	staff := chi.Chain(auth.RequireUser, auth.RequireRole("admin"))
	r.Method(http.MethodGet, "/invoices", staff.HandlerFunc(invoices))
}

// feeds is a planted fault: what is registered last serves, and this is the feed
// that personal has registered for users.
func feeds(r chi.Router) { r.Get("/feed", feed) }

// drafts is a planted fault: what Require answers does not stop its caller.
func drafts(w http.ResponseWriter, r *http.Request) {
	auth.Require(w, r)
	rest.OK(w, "drafts")
}

// preview is public in the demonstration, which says so in its environment.
func preview(r chi.Router) {
	if os.Getenv("TRACKER_DEMO") == "" {
		r = r.With(auth.RequireUser)
	}
	r.Get("/preview", func(w http.ResponseWriter, _ *http.Request) { rest.OK(w, "preview") })
}

// checkAfter asks for the role when the handler has already answered.
func checkAfter(role string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next.ServeHTTP(w, r)
			if u, ok := auth.Current(r.Context()); !ok || !u.Has(role) {
				w.WriteHeader(http.StatusForbidden)
			}
		})
	}
}

func me(w http.ResponseWriter, r *http.Request) {
	u, _ := auth.Current(r.Context())
	rest.OK(w, u.Name)
}

func devices(w http.ResponseWriter, _ *http.Request)  { rest.OK(w, []string{"phone"}) }
func feed(w http.ResponseWriter, _ *http.Request)     { rest.OK(w, []string{}) }
func invoices(w http.ResponseWriter, _ *http.Request) { rest.OK(w, []string{}) }
