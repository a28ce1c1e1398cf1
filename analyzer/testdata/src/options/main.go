// Functional options, and options with defaults.
package main

import "net/http"

type config struct {
	prefix string
	guard  func(http.Handler) http.Handler
	extra  []func(*http.ServeMux)
}

type option func(*config)

func withPrefix(prefix string) option { return func(c *config) { c.prefix = prefix } }

func withGuard(guard func(http.Handler) http.Handler) option {
	return func(c *config) { c.guard = guard }
}

func withExtra(f func(*http.ServeMux)) option {
	return func(c *config) { c.extra = append(c.extra, f) }
}

func withAll(options ...option) option {
	return func(c *config) {
		for _, o := range options {
			o(c)
		}
	}
}

func withoutGuard(c *config) { c.guard = nil }

func newServer(options ...option) http.Handler {
	c := config{prefix: "/default", guard: requireUser}
	for _, o := range options {
		if o != nil {
			o(&c)
		}
	}
	mux := http.NewServeMux()
	var h http.Handler = http.HandlerFunc(ok)
	if c.guard != nil {
		h = c.guard(h)
	}
	mux.Handle("GET "+c.prefix+"/orders", h) // want `^GET /default/orders: guarded authn requireUser\[\]\[401\]$` `^GET /open/orders: unguarded none$` `^GET /all/orders: guarded authn requireUser\[\]\[401\]$`
	for _, f := range c.extra {
		f(mux)
	}
	return mux
}

func main() {
	go http.ListenAndServe(":1", newServer())
	go http.ListenAndServe(":2", newServer(withPrefix("/open"), withoutGuard, nil))
	http.ListenAndServe(":3", newServer(withoutGuard, withAll(withPrefix("/all"), withGuard(requireUser)), withExtra(func(mux *http.ServeMux) {
		mux.HandleFunc("GET /extra", ok) // want `^GET /extra: unguarded none$`
	})))
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
