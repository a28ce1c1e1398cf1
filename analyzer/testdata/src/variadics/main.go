// Variadic helpers: called with nothing, several arguments, a spread slice and nil.
package main

import "net/http"

type middleware = func(http.Handler) http.Handler

type route struct {
	pattern string
	handler http.Handler
}

func main() {
	mux := http.NewServeMux()
	handle(mux, "GET /none", http.HandlerFunc(ok))                      // want `^GET /none: unguarded none$`
	handle(mux, "GET /one", http.HandlerFunc(ok), requireUser)          // want `^GET /one: guarded authn requireUser\[\]\[401\]$`
	handle(mux, "GET /several", http.HandlerFunc(ok), nop, requireUser) // want `^GET /several: guarded authn requireUser\[\]\[401\]$`
	handle(mux, "GET /nil", http.HandlerFunc(ok), nil...)               // want `^GET /nil: unguarded none$`
	list := []middleware{nop}
	handle(mux, "GET /list", http.HandlerFunc(ok), list...)                      // want `^GET /list: unguarded none$`
	handle(mux, "GET /more", http.HandlerFunc(ok), append(list, requireUser)...) // want `^GET /more: guarded authn requireUser\[\]\[401\]$`
	methods(mux, "/orders", requireUser(http.HandlerFunc(ok)), "GET", "POST")    // want `^GET /orders: guarded authn requireUser\[\]\[401\]$` `^POST /orders: guarded authn requireUser\[\]\[401\]$`
	methods(mux, "/nothing", http.HandlerFunc(ok))
	change(list...)                                            // a spread slice is shared with the helper
	handle(mux, "GET /changed", http.HandlerFunc(ok), list...) // want `^GET /changed: guarded authn requireUser\[\]\[401\]$`
	add(mux,
		route{"GET /a", http.HandlerFunc(ok)},
		route{"GET /b", requireUser(http.HandlerFunc(ok))},
	)
	anything(mux, "GET /any", ok, true)     // want `^GET /any: guarded authn requireUser\[\]\[401\]$`
	anything(mux, "GET /anything", ok)      // want `^GET /anything: unguarded none$`
	anything(mux, "PUT /any", ok, 1, false) // want `^PUT /any: unguarded none$`
	http.ListenAndServe("", mux)
}

func handle(mux *http.ServeMux, pattern string, h http.Handler, list ...middleware) {
	for _, m := range list {
		h = m(h)
	}
	mux.Handle(pattern, h)
}

func methods(mux *http.ServeMux, path string, h http.Handler, methods ...string) {
	for _, method := range methods {
		mux.Handle(method+" "+path, h)
	}
}

func change(list ...middleware) { list[0] = requireUser }

func add(mux *http.ServeMux, list ...route) {
	for _, r := range list {
		mux.Handle(r.pattern, r.handler) // want `^GET /a: unguarded none$` `^GET /b: guarded authn requireUser\[\]\[401\]$`
	}
}

func anything(mux *http.ServeMux, pattern string, h http.HandlerFunc, options ...any) {
	var last bool
	for _, o := range options {
		if b, is := o.(bool); is {
			last = b
		}
	}
	if last {
		mux.Handle(pattern, requireUser(h))
		return
	}
	mux.Handle(pattern, h)
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
