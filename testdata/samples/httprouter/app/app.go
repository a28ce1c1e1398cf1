// Package app puts the sample together.
package app

import (
	"net/http"

	"github.com/julienschmidt/httprouter"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes the application.
func New() http.Handler {
	r := httprouter.New()
	r.NotFound = http.HandlerFunc(missing)
	r.GET("/", index)
	r.GET("/healthz", handle(auth.Done))
	r.POST("/login", handle(auth.Done))
	r.ServeFiles("/static/*filepath", http.Dir("testdata"))
	r.GET("/products/:id", product)
	r.POST("/products", user(handle(auth.Done)))
	r.DELETE("/products/:id", role("admin", product))
	r.Handler(http.MethodGet, "/orders", auth.Require(http.HandlerFunc(auth.Done)))
	r.HandlerFunc(http.MethodPut, "/orders/:id", auth.Done) // planted fault
	r.Handle("PATCH", "/orders/:id", own)
	admin(r)
	return auth.Identify(r)
}

// admin is a table of routes that are wrapped one by one; one was forgotten.
func admin(r *httprouter.Router) {
	for path, h := range map[string]httprouter.Handle{
		"/admin/users":     handle(auth.Done),
		"/admin/users/:id": product,
	} {
		r.GET(path, role("admin", h))
	}
	r.GET("/admin/stats", handle(auth.Done)) // planted fault
}

// user refuses those who are not known.
func user(next httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		if auth.Current(r.Context()) == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r, ps)
	}
}

func role(role string, next httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		if auth.Check(w, r, role) {
			next(w, r, ps)
		}
	}
}

func handle(h http.HandlerFunc) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, _ httprouter.Params) { h(w, r) }
}

func index(w http.ResponseWriter, r *http.Request, _ httprouter.Params) { auth.Done(w, r) }

func product(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	if ps.ByName("id") == "" {
		http.NotFound(w, r)
		return
	}
	auth.Done(w, r)
}

// own asks for itself.
func own(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	u, err := auth.Authenticate(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return
	}
	if u.Name != ps.ByName("id") && !u.Has("admin") {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	auth.Done(w, r)
}

func missing(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) }
