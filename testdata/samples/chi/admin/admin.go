// Package admin is the tracker's administration.
package admin

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"

	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
	"github.com/guardvet/guardvet/testdata/samples/chi/rest"
)

// An Admin is the administration.
type Admin struct {
	gate    *auth.Gate
	reports *chi.Mux
}

// New makes the administration.
func New() *Admin {
	return &Admin{gate: &auth.Gate{Role: "admin"}, reports: chi.NewRouter()}
}

// Register registers the administration's routes on a router of their own.
func (a *Admin) Register(r chi.Router) {
	r.Use(middleware.NoCache)
	// Planted fault: With gives a new router, which is dropped.
	r.With(a.gate.Check)
	r.Get("/stats", stats)
	r.Group(a.gated)
	a.late()
}

func (a *Admin) gated(r chi.Router) {
	// Planted fault: an inline router made of an inline one takes a copy of the
	// middleware there is, and the gate is not there yet.
	jobs := r.With(note("jobs"))
	r.Use(a.gate.Check)
	a.users(r)
	r.Handle("/index/*", http.StripPrefix("/admin/index", http.HandlerFunc(index)))
	r.Mount("/reports", a.reports)
	a.jobs(jobs)
}

// late registers on a router that is mounted already, and so behind the gate.
func (a *Admin) late() {
	a.reports.Use(note("report"))
	a.reports.Get("/daily", daily)
}

type route struct {
	method, path string
	handler      http.HandlerFunc
	before       chi.Middlewares
}

func (a *Admin) users(r chi.Router) {
	for _, u := range []route{
		{method: http.MethodGet, path: "/users", handler: listUsers},
		{method: http.MethodPost, path: "/users/{id}/ban", handler: banUser, before: chi.Middlewares{note("ban")}},
		{method: http.MethodDelete, path: "/users/{id}", handler: a.deleteUser, before: chi.Chain(note("delete"))},
	} {
		r.With(u.before...).Method(u.method, u.path, u.handler)
	}
}

// jobs gets the router that was made too early.
func (a *Admin) jobs(r chi.Router) {
	r.Get("/jobs", listJobs)
	// Planted fault: complain refuses in words only.
	r.With(complain).Post("/jobs", runJob)
	r.With(a.gate.Check).Delete("/jobs/{id}", cancelJob)
}

// complain answers 401, and lacks a return.
func complain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := auth.Current(r.Context()); !ok {
			w.WriteHeader(http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

// note says in the response what has been written down of it.
func note(what string) func(http.Handler) http.Handler {
	return middleware.SetHeader("X-Noted", what)
}

func stats(w http.ResponseWriter, _ *http.Request)     { rest.OK(w, 7) }
func daily(w http.ResponseWriter, _ *http.Request)     { rest.OK(w, "daily") }
func index(w http.ResponseWriter, r *http.Request)     { rest.OK(w, r.URL.Path) }
func listUsers(w http.ResponseWriter, _ *http.Request) { rest.OK(w, []string{"user", "admin"}) }
func banUser(w http.ResponseWriter, r *http.Request)   { rest.OK(w, chi.URLParam(r, "id")) }
func listJobs(w http.ResponseWriter, _ *http.Request)  { rest.OK(w, []string{"mail"}) }
func runJob(w http.ResponseWriter, _ *http.Request)    { rest.OK(w, "running") }
func cancelJob(w http.ResponseWriter, r *http.Request) { rest.OK(w, chi.URLParam(r, "id")) }

func (a *Admin) deleteUser(w http.ResponseWriter, r *http.Request) {
	rest.OK(w, chi.URLParam(r, "id")+" by "+a.gate.Role)
}
