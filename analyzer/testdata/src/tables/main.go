// A table of routes: method, pattern, handler and middleware.
package main

import "net/http"

type middleware func(http.Handler) http.Handler

type route struct {
	method, pattern string
	handler         http.HandlerFunc
	middleware      []middleware
}

type controller struct{}

func (controller) list(w http.ResponseWriter, r *http.Request) {}

func (c controller) routes() []route {
	return []route{
		{http.MethodGet, "/all", c.list, nil},
		{http.MethodPost, "/mine", c.list, []middleware{nop, requireUser}},
		{method: "PUT", pattern: "/both", handler: ok, middleware: private},
		{method: "", pattern: "/any", handler: ok},
	}
}

var private = []middleware{requireUser}

var groups = []struct {
	prefix string
	routes []route
	guard  middleware
}{
	{"/open", controller{}.routes(), nil},
	{prefix: "/closed", routes: []route{{"GET", "/x", ok, nil}, {"GET", "/y", ok, nil}}, guard: requireUser},
	{prefix: "/empty"},
}

func main() {
	mux := http.NewServeMux()
	for _, g := range groups {
		for i := range g.routes {
			r := &g.routes[i]
			var h http.Handler = r.handler
			for _, m := range r.middleware {
				h = m(h)
			}
			if g.guard != nil {
				h = g.guard(h)
			}
			pattern := g.prefix + r.pattern
			if r.method != "" {
				pattern = r.method + " " + pattern
			}
			mux.Handle(pattern, h) // want `^GET /open/all: unguarded none$` `^POST /open/mine: guarded authn requireUser\[\]\[401\]$` `^PUT /open/both: guarded authn requireUser\[\]\[401\]$` `^\* /open/any: unguarded none$` `^GET /closed/x: guarded authn requireUser\[\]\[401\]$` `^GET /closed/y: guarded authn requireUser\[\]\[401\]$`
		}
	}
	http.ListenAndServe("", mux)
}

func nop(next http.Handler) http.Handler { return next }

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
