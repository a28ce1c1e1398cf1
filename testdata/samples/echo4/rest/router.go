package rest

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
)

// A Handler is a handler that is given the user, or nil for strangers.
type Handler func(c echo.Context, u *auth.User) error

// Registrar is what echo and its groups have in common here.
type Registrar interface {
	Add(method, path string, h echo.HandlerFunc, m ...echo.MiddlewareFunc) *echo.Route
}

// A Router registers such handlers, behind the middleware it has.
type Router struct {
	on    Registrar
	chain []echo.MiddlewareFunc
}

// On makes a router.
func On(r Registrar) *Router { return &Router{on: r} }

// With is the same router with more middleware.
func (r *Router) With(more ...echo.MiddlewareFunc) *Router {
	chain := append(r.chain[:len(r.chain):len(r.chain)], more...)
	return &Router{on: r.on, chain: chain}
}

// Get registers for GET.
func (r *Router) Get(path string, h Handler) { r.handle(http.MethodGet, path, h) }

// Post registers for POST.
func (r *Router) Post(path string, h Handler) { r.handle(http.MethodPost, path, h) }

func (r *Router) handle(method, path string, h Handler) {
	r.on.Add(method, path, func(c echo.Context) error {
		u, _ := auth.Current(c)
		return h(c, u)
	}, r.chain...)
}
