// Method values and method expressions: of routers, handlers and middleware.
package main

import "net/http"

type api struct {
	name string
	auth auth
}

type auth struct{ header string }

func (a auth) require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get(a.header) != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *api) list(w http.ResponseWriter, r *http.Request) {}

func (a *api) routes(mux *http.ServeMux) {
	guard := a.auth.require
	mux.Handle("GET /"+a.name+"/mine", guard(http.HandlerFunc(a.list))) // want `^GET /(a|b)/mine: guarded authn require\[\]\[401\]$` `^GET /(a|b)/mine: guarded authn require\[\]\[401\]$`
}

func main() {
	mux := http.NewServeMux()
	a, b := &api{"a", auth{"Authorization"}}, &api{"b", auth{"Authorization"}}
	handle := mux.HandleFunc
	handle("GET /all", a.list)                           // want `^GET /all: unguarded none$`
	(*http.ServeMux).HandleFunc(mux, "PUT /all", b.list) // want `^PUT /all: unguarded none$`
	http.HandlerFunc.ServeHTTP(func(http.ResponseWriter, *http.Request) {}, nil, nil)

	for _, f := range []func(*http.ServeMux){a.routes, b.routes} {
		f(mux)
	}
	expr := (*api).list
	mux.HandleFunc("GET /expr", func(w http.ResponseWriter, r *http.Request) { expr(a, w, r) }) // want `^GET /expr: unguarded none$`
	require := auth.require
	mux.Handle("GET /required", require(a.auth, http.HandlerFunc(b.list))) // want `^GET /required: guarded authn require\[\]\[401\]$`

	register(mux.Handle, "GET /given", a.auth.require(http.HandlerFunc(ok))) // want `^GET /given: guarded authn require\[\]\[401\]$`

	serve := http.ListenAndServe
	serve("", mux)
}

func register(handle func(string, http.Handler), pattern string, h http.Handler) {
	handle(pattern, h)
}

func ok(w http.ResponseWriter, r *http.Request) {}
