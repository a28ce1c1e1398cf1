// A router of the application's own: groups, middleware added before and after
// routes, and ServeHTTP handed on.
package main

import (
	"net/http"
	"strings"
)

type middleware func(http.Handler) http.Handler

type router struct {
	mux    *http.ServeMux
	prefix string
	chain  []middleware
}

func newRouter() *router { return &router{mux: http.NewServeMux()} }

func (r *router) Use(list ...middleware) { r.chain = append(r.chain, list...) }

func (r *router) Group(prefix string, fill func(*router)) {
	fill(&router{r.mux, r.prefix + prefix, append([]middleware(nil), r.chain...)})
}

func (r *router) Get(path string, h http.HandlerFunc)  { r.add(http.MethodGet, path, h) }
func (r *router) Post(path string, h http.HandlerFunc) { r.add(http.MethodPost, path, h) }

func (r *router) add(method, path string, h http.Handler) {
	for i := range r.chain {
		h = r.chain[len(r.chain)-1-i](h)
	}
	r.mux.Handle(method+" "+r.prefix+"/"+strings.TrimPrefix(path, "/"), h)
}

func (r *router) ServeHTTP(w http.ResponseWriter, req *http.Request) { r.mux.ServeHTTP(w, req) }

func main() {
	r := newRouter()
	r.Get("/early", ok) // want `^GET /early: unguarded none$`
	r.Group("/api", func(r *router) {
		r.Get("orders", ok) // want `^GET /api/orders: unguarded none$`
		r.Use(requireUser)
		r.Post("/orders", ok) // want `^POST /api/orders: guarded authn requireUser\[\]\[401\]$`
		r.Group("/v2", func(r *router) {
			r.Get("/orders", ok) // want `^GET /api/v2/orders: guarded authn requireUser\[\]\[401\]$`
		})
	})
	r.Get("/after", ok) // want `^GET /after: unguarded none$`
	r.Use(requireUser)
	r.Get("/late", ok) // want `^GET /late: guarded authn requireUser\[\]\[401\]$`
	http.ListenAndServe("", r)
}

func ok(w http.ResponseWriter, r *http.Request) {}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "secret" {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
