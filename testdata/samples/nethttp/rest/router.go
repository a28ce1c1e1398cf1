package rest

import (
	"net/http"
	"slices"

	"github.com/guardvet/guardvet/testdata/samples/nethttp/mw"
)

// A Router registers on a mux below a prefix, behind the middleware that it has
// at that moment. Groups share the mux, and take a copy of the middleware.
type Router struct {
	mux    *http.ServeMux
	prefix string
	chain  []mw.Middleware
}

// NewRouter makes a router with a mux of its own.
func NewRouter(prefix string) *Router {
	return &Router{mux: http.NewServeMux(), prefix: prefix}
}

// Use adds middleware for what is registered from now on.
func (r *Router) Use(more ...mw.Middleware) { r.chain = append(r.chain, more...) }

// Group is a router below this one.
func (r *Router) Group(prefix string, more ...mw.Middleware) *Router {
	return &Router{mux: r.mux, prefix: r.prefix + prefix, chain: slices.Concat(r.chain, more)}
}

// With is the same router with more middleware.
func (r *Router) With(more ...mw.Middleware) *Router { return r.Group("", more...) }

// Handle registers a handler.
func (r *Router) Handle(method, path string, h http.Handler) {
	r.mux.Handle(method+" "+r.prefix+path, mw.Wrap(h, r.chain...))
}

// Get registers for GET.
func (r *Router) Get(path string, h http.HandlerFunc) { r.Handle(http.MethodGet, path, h) }

// Post registers for POST.
func (r *Router) Post(path string, h http.HandlerFunc) { r.Handle(http.MethodPost, path, h) }

// ServeHTTP serves what is registered.
func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) { r.mux.ServeHTTP(w, req) }

// A Stack is a mux behind middleware that is put together for each request: what
// is added late reaches everything.
type Stack struct {
	http.ServeMux
	chain []mw.Middleware
}

// Use adds middleware for every request.
func (s *Stack) Use(more ...mw.Middleware) { s.chain = append(s.chain, more...) }

// ServeHTTP serves what is registered, behind the middleware.
func (s *Stack) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	mw.Wrap(&s.ServeMux, s.chain...).ServeHTTP(w, r)
}
