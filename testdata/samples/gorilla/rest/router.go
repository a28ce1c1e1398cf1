package rest

import (
	"net/http"

	"github.com/gorilla/mux"
)

// A Router is mux's, with a method for each HTTP method, and handlers that
// return their errors.
type Router struct{ *mux.Router }

// Below is a sub-router, with middleware of its own.
func (r Router) Below(prefix string, more ...mux.MiddlewareFunc) Router {
	sub := r.PathPrefix(prefix).Subrouter()
	sub.Use(more...)
	return Router{sub}
}

// GET registers for GET.
func (r Router) GET(path string, h Handler) *mux.Route { return r.on(http.MethodGet, path, h) }

// POST registers for POST.
func (r Router) POST(path string, h Handler) *mux.Route { return r.on(http.MethodPost, path, h) }

// DELETE registers for DELETE.
func (r Router) DELETE(path string, h Handler) *mux.Route { return r.on(http.MethodDelete, path, h) }

func (r Router) on(method, path string, h Handler) *mux.Route {
	return r.Handle(path, h).Methods(method)
}

// Behind puts a guard around the handler that a route has already.
func Behind(guard mux.MiddlewareFunc, route *mux.Route) *mux.Route {
	return route.Handler(guard(route.GetHandler()))
}
