// Package app puts the sample together.
package app

import (
	"expvar"
	"net/http"
	"net/http/pprof"

	"github.com/go-pkgz/routegroup"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() http.Handler {
	root := routegroup.New(http.NewServeMux())
	root.Use(same, auth.Identify)
	root.HandleFunc("GET /healthz", auth.Done)

	root.Route(func(g *routegroup.Bundle) {
		g.Use(auth.Require)
		g.HandleFunc("GET /me", auth.Done)
		g.With(auth.Role("admin"), same).HandleFunc("GET /log", auth.Done)
	})

	items := root.Mount("/items")
	items.HandleFunc("GET /{id}", auth.Done)
	own := items.Group()
	own.Use(same, auth.Require)
	own.HandleFunc("POST /new", auth.Done)
	own.Handle("PUT /{id}", http.HandlerFunc(auth.Done))
	items.HandleFunc("DELETE /{id}", auth.Done) // planted fault: the group that asks is the other one

	admin := root.Mount("/admin").With(auth.Role("admin"))
	admin.HandleRoot("GET", http.HandlerFunc(auth.Done))
	admin.HandleRootFunc("", auth.Done)
	admin.HandleFunc("/all/", auth.Done)

	root.Handle("/old/", old())
	root.HandleFunc("GET /cmdline", pprof.Cmdline)
	root.With(auth.Require).Handle("GET /heap", pprof.Handler("heap"))
	root.Handle("GET /vars", expvar.Handler())
	return root
}

func old() http.Handler {
	g := routegroup.Mount(http.NewServeMux(), "/old")
	g.Use(auth.Require)
	g.HandleFunc("GET /known", auth.Done)
	return g
}

func same(next http.Handler) http.Handler { return next }
