// Package admin is the warehouse's administration.
package admin

import (
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/auth"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/mw"
	"github.com/guardvet/guardvet/testdata/samples/nethttp/rest"
)

// An Admin is the administration, which sees whole paths.
type Admin struct {
	router *rest.Router
	keeper *auth.Keeper
}

// New makes the administration.
func New(role string) http.Handler {
	a := &Admin{router: rest.NewRouter("/admin"), keeper: &auth.Keeper{Role: role}}
	a.router.Use(mw.NoStore)
	// Planted fault: the router has its keeper too late for these two.
	a.router.Get("/stats", stats)
	jobs := a.router.Group("/jobs")
	a.router.Use(a.keeper.Keep)
	a.users()
	a.reports(a.router.Group("/reports"))
	a.router.Handle("GET", "/index/{path...}", http.StripPrefix("/admin/index", http.HandlerFunc(index)))
	a.jobs(jobs)
	return a.router
}

type route struct {
	method, path string
	handler      http.HandlerFunc
	before       []mw.Middleware
}

func (a *Admin) users() {
	for _, u := range []route{
		{method: http.MethodGet, path: "/users", handler: listUsers},
		{http.MethodDelete, "/users/{id}", a.deleteUser, []mw.Middleware{note("delete")}},
	} {
		a.router.With(u.before...).Handle(u.method, u.path, u.handler)
	}
}

// reports is a group of a group, whose own guard asks for less.
func (a *Admin) reports(r *rest.Router) {
	daily := r.Group("/daily", auth.RequireUser)
	daily.Get("/{day}", report)
}

// jobs gets the group that was made too early.
func (a *Admin) jobs(r *rest.Router) {
	r.Get("", listJobs)
	// Planted fault: complain refuses in words only.
	r.With(complain).Post("", runJob)
	r.With(a.keeper.Keep).Handle(http.MethodDelete, "/{id}", http.HandlerFunc(cancelJob))
}

// complain answers 401, and lacks a return.
func complain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := auth.FromContext(r.Context()); !ok {
			http.Error(w, "log in first", http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

// note says in the response what has been written down of it.
func note(what string) mw.Middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("X-Noted", what)
			next.ServeHTTP(w, r)
		})
	}
}
