// Package mw holds what every request passes, whoever sent it, and the ways to
// put middleware together: net/http has none.
package mw

import "net/http"

// A Middleware wraps a handler.
type Middleware func(http.Handler) http.Handler

// Wrap puts middleware around a handler, the first one outermost.
func Wrap(h http.Handler, list ...Middleware) http.Handler {
	for i := len(list) - 1; i >= 0; i-- {
		h = list[i](h)
	}
	return h
}

// Chain makes one middleware of many, the first one outermost.
func Chain(list ...Middleware) Middleware {
	return func(h http.Handler) http.Handler { return Wrap(h, list...) }
}

// Only applies a middleware to requests of the methods.
func Only(m Middleware, methods ...string) Middleware {
	return func(next http.Handler) http.Handler {
		wrapped := m(next)
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			for _, method := range methods {
				if r.Method == method {
					wrapped.ServeHTTP(w, r)
					return
				}
			}
			next.ServeHTTP(w, r)
		})
	}
}
