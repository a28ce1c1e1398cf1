// Chains folded in a loop, in both directions, and by slices.Backward.
package main

import (
	"net/http"
	"slices"
)

type middleware = func(http.Handler) http.Handler

func main() {
	mux := http.NewServeMux()
	list := []middleware{requireUser, requireSession}
	mux.Handle("GET /forward", forward(http.HandlerFunc(ok), list))     // want `^GET /forward: guarded auth[nz] requireSession\[\]\[403\] requireUser\[\]\[401\]$`
	mux.Handle("GET /backward", backward(http.HandlerFunc(ok), list))   // want `^GET /backward: guarded auth[nz] requireUser\[\]\[401\] requireSession\[\]\[403\]$`
	mux.Handle("GET /iterated", iterated(http.HandlerFunc(ok), list))   // want `^GET /iterated: guarded auth[nz] requireUser\[\]\[401\] requireSession\[\]\[403\]$`
	mux.Handle("GET /recursive", recursive(http.HandlerFunc(ok), list)) // want `^GET /recursive: guarded auth[nz] requireUser\[\]\[401\] requireSession\[\]\[403\]$`
	mux.Handle("GET /composed", compose(list...)(http.HandlerFunc(ok))) // want `^GET /composed: guarded auth[nz] requireUser\[\]\[401\] requireSession\[\]\[403\]$`
	mux.Handle("GET /empty", compose()(http.HandlerFunc(ok)))           // want `^GET /empty: unguarded none$`
	mux.Handle("GET /stopped", until(http.HandlerFunc(ok), list, 1))    // want `^GET /stopped: guarded authn requireUser\[\]\[401\]$`
	reversed := slices.Clone(list)
	slices.Reverse(reversed)
	mux.Handle("GET /reversed", forward(http.HandlerFunc(ok), reversed)) // want `^GET /reversed: guarded auth[nz] requireUser\[\]\[401\] requireSession\[\]\[403\]$`
	http.ListenAndServe("", mux)
}

func forward(h http.Handler, list []middleware) http.Handler {
	for _, m := range list {
		h = m(h)
	}
	return h
}

func backward(h http.Handler, list []middleware) http.Handler {
	for i := len(list) - 1; i >= 0; i-- {
		h = list[i](h)
	}
	return h
}

func iterated(h http.Handler, list []middleware) http.Handler {
	for _, m := range slices.Backward(list) {
		h = m(h)
	}
	return h
}

func recursive(h http.Handler, list []middleware) http.Handler {
	if len(list) == 0 {
		return h
	}
	return list[0](recursive(h, list[1:]))
}

func compose(list ...middleware) middleware {
	return func(h http.Handler) http.Handler { return iterated(h, list) }
}

func until(h http.Handler, list []middleware, n int) http.Handler {
	for i, m := range list {
		if i == n {
			break
		}
		h = m(h)
	}
	return h
}

func requireSession(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("session"); err != nil {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
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
