// Package api is the tracker's API.
package api

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/samples/chi/auth"
	"github.com/guardvet/guardvet/testdata/samples/chi/rest"
)

// An API is the tracker's API on a router of its own.
type API struct {
	router chi.Router
	guard  func(http.Handler) http.Handler
}

// Routes makes the API, to be mounted; guard keeps its private part.
func Routes(guard func(http.Handler) http.Handler) http.Handler {
	a := &API{router: chi.NewRouter(), guard: guard}
	a.projects()
	a.board()
	a.router.Get("/search", rest.Public(search))
	a.router.Post("/votes", rest.Private(vote))
	return a.router
}

func (a *API) projects() {
	a.router.Get("/projects", listProjects)
	a.router.Route("/projects/{project:[0-9]+}", func(r chi.Router) {
		r.Use(projectCtx)
		r.Get("/", getProject)
		r.Group(func(r chi.Router) {
			r.Use(auth.RequireRole("admin"))
			r.Patch("/", updateProject)
		})
		// Planted fault: meant for the group above.
		r.Delete("/", deleteProject)
		r.With(a.guard).Route("/issues", issues)
	})
}

// issues is three routers deep, and comments one more.
func issues(r chi.Router) {
	r.Get("/", listIssues)
	r.Post("/", createIssue)
	r.Route("/{issue}", func(r chi.Router) {
		r.Get("/", getIssue)
		r.With(auth.RequireRole("admin")).Delete("/", deleteIssue)
		r.Post("/close", closeIssue)
		r.Mount("/comments", comments())
	})
}

func comments() chi.Router {
	r := chi.NewRouter()
	r.MethodFunc(http.MethodGet, "/", listComments)
	r.Post("/", addComment)
	r.With(auth.RequireAny("owner", "admin")).Delete("/{comment}", removeComment)
	return r
}

// board's handlers return their errors.
func (a *API) board() {
	a.router.Route("/board", func(r chi.Router) {
		b := rest.Router{Router: r}
		b.Get("/labels", listLabels)
		b.Post("/order", reorder)
		mine := b.With(a.guard)
		mine.Get("/", showBoard)
		mine.With(auth.RequireRole("admin")).Get("/archive", showArchive)
	})
}
