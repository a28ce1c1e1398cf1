// A generic helper and a generic type.
package main

import "net/http"

// A resource serves the values of one type.
type resource[T any] struct {
	name  string
	items []T
	guard func(http.Handler) http.Handler
}

func (res *resource[T]) routes(mux *http.ServeMux) {
	var h http.Handler = http.HandlerFunc(res.list)
	if res.guard != nil {
		h = res.guard(h)
	}
	mux.Handle("GET /"+res.name, h)     // want `^GET /orders: guarded authn requireUser\[\]\[401\]$` `^GET /prices: unguarded none$`
	add(mux, "PUT /"+res.name, res.put) // want `^PUT /orders: unguarded none$` `^PUT /prices: unguarded none$`
}

func (res *resource[T]) list(w http.ResponseWriter, r *http.Request) {}

func (res *resource[T]) put(r *http.Request, item T) error { return nil }

// add makes a handler of a function on a value.
func add[T any](mux *http.ServeMux, pattern string, f func(*http.Request, T) error) {
	mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		var item T
		if err := f(r, item); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
}

type router interface {
	Handle(pattern string, h http.Handler)
}

func mount[R router](r R, patterns ...string) {
	for _, p := range patterns {
		r.Handle(p, http.HandlerFunc(ok)) // want `^GET /m: unguarded none$` `^PUT /m: unguarded none$` `^GET /g: guarded authn requireUser\[\]\[401\]$`
	}
}

type guarded struct{ mux *http.ServeMux }

func (g guarded) Handle(pattern string, h http.Handler) { g.mux.Handle(pattern, requireUser(h)) }

func apply[S ~[]E, E any](list S, f func(E)) {
	for _, e := range list {
		f(e) // want `^GET /x: unguarded none$` `^GET /y: unguarded none$`
	}
}

func main() {
	mux := http.NewServeMux()
	(&resource[int]{name: "orders", guard: requireUser}).routes(mux)
	(&resource[string]{name: "prices"}).routes(mux)
	mount(mux, "GET /m", "PUT /m")
	mount(guarded{mux}, "GET /g")
	apply([]string{"/x", "/y"}, func(path string) { mux.HandleFunc("GET "+path, ok) })
	http.ListenAndServe("", mux)
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
