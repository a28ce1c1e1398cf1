// Slices of middleware: append, spread, and two chains that share a base with
// spare capacity, where the second append overwrites what the first one added.
package main

import "net/http"

type middleware func(http.Handler) http.Handler

func main() {
	mux := http.NewServeMux()

	base := []middleware{nop} // no capacity to spare: append copies
	private := append(base, requireUser)
	open := append(base, nop)
	mux.Handle("GET /copied/private", chain(ok, private...)) // want `^GET /copied/private: guarded authn requireUser\[\]\[401\]$`
	mux.Handle("GET /copied/open", chain(ok, open...))       // want `^GET /copied/open: unguarded none$`

	spare := make([]middleware, 0, 4)
	spare = append(spare, nop)
	first := append(spare, requireUser)
	second := append(spare, nop)                            // first[1] is nop now
	mux.Handle("GET /aliased/first", chain(ok, first...))   // want `^GET /aliased/first: unguarded none$`
	mux.Handle("GET /aliased/second", chain(ok, second...)) // want `^GET /aliased/second: unguarded none$`

	clipped := spare[:len(spare):len(spare)]
	third := append(clipped, requireUser)
	fourth := append(clipped, nop)
	mux.Handle("GET /clipped/third", chain(ok, third...))   // want `^GET /clipped/third: guarded authn requireUser\[\]\[401\]$`
	mux.Handle("GET /clipped/fourth", chain(ok, fourth...)) // want `^GET /clipped/fourth: unguarded none$`

	var both []middleware
	both = append(both, first[:1]...)
	both = append(both, third...)
	mux.Handle("GET /both", chain(ok, both...)) // want `^GET /both: guarded authn requireUser\[\]\[401\]$`
	both[2] = nop
	mux.Handle("GET /replaced", chain(ok, both...)) // want `^GET /replaced: unguarded none$`

	kept := make([]middleware, 2)
	n := copy(kept, third)
	mux.Handle("GET /copy", chain(ok, kept[:n]...))       // want `^GET /copy: guarded authn requireUser\[\]\[401\]$`
	mux.Handle("GET /first", chain(ok, kept[:n-1]...))    // want `^GET /first: unguarded none$`
	mux.Handle("GET /last", chain(ok, kept[len(kept)-1])) // want `^GET /last: guarded authn requireUser\[\]\[401\]$`

	array := [2]middleware{nop, nop}
	view := array[:]
	array[1] = requireUser
	mux.Handle("GET /view", chain(ok, view...)) // want `^GET /view: guarded authn requireUser\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func nop(next http.Handler) http.Handler { return next }

func chain(f http.HandlerFunc, list ...middleware) http.Handler {
	var h http.Handler = f
	for i := len(list) - 1; i >= 0; i-- {
		h = list[i](h)
	}
	return h
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
