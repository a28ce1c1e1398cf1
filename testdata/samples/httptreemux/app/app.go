// Package app puts the sample together.
package app

import (
	"net/http"

	"github.com/dimfeld/httptreemux/v5"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() http.Handler {
	r := httptreemux.New()
	r.GET("/healthz", handle(auth.Done))
	early := r.NewGroup("/early")
	r.UseHandler(auth.Identify)
	r.GET("/", handle(auth.Done))
	api := r.NewGroup("/api")
	api.GET("/products/:id", product)
	api.Use(user)
	api.POST("/products", handle(auth.Done))
	api.Handle("DELETE", "/products/:id", role("admin")(product))
	orders := api.NewGroup("/orders")
	orders.Use(role("admin"))
	orders.GET("/", handle(auth.Done))
	orders.PUT("/:id", product)
	early.GET("/page", handle(auth.Done)) // planted fault: the group was made before the guard
	plain(r.UsingContext())
	r.Use(user)
	early.GET("/late", handle(auth.Done))
	r.GET("/me", handle(auth.Done))
	return r
}

// plain is a part whose handlers are those of net/http.
func plain(g *httptreemux.ContextGroup) {
	admin := g.NewGroup("/admin")
	admin.GET("/help", auth.Done)
	admin.UseHandler(auth.Role("admin"))
	admin.GET("/users", auth.Done)
	admin.Handler("DELETE", "/users/:id", http.HandlerFunc(auth.Done))
	reports := admin.NewContextGroup("/reports")
	reports.GET("/daily", auth.Done)
}

func user(next httptreemux.HandlerFunc) httptreemux.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request, ps map[string]string) {
		if _, err := auth.Authenticate(r); err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next(w, r, ps)
	}
}

func role(role string) httptreemux.MiddlewareFunc {
	return func(next httptreemux.HandlerFunc) httptreemux.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request, ps map[string]string) {
			if auth.Check(w, r, role) {
				next(w, r, ps)
			}
		}
	}
}

func handle(h http.HandlerFunc) httptreemux.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request, _ map[string]string) { h(w, r) }
}

func product(w http.ResponseWriter, r *http.Request, ps map[string]string) {
	if ps["id"] == "" {
		http.NotFound(w, r)
		return
	}
	auth.Done(w, r)
}
