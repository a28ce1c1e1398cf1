// The same middleware around itself, a chain put together by recursion, a chain
// cut from a shared one, and a handler that is a method value of a function.
package main

import (
	"net/http"
	"slices"
)

type middleware func(http.Handler) http.Handler

var plain http.Handler = http.HandlerFunc(ok)

func main() {
	base := append(make([]middleware, 0, 4), pass)
	open, shut := append(slices.Clip(base), pass), append(slices.Clip(base), require)
	inserted := slices.Insert(slices.Clone(base), 0, require)
	mux := http.NewServeMux()
	mux.Handle("GET /twice", pass(pass(http.HandlerFunc(checks))))              // want `^GET /twice: guarded authn checks\[\]\[401\]$`
	mux.Handle("GET /four", pass(pass(pass(pass(http.HandlerFunc(checks))))))   // want `^GET /four: guarded authn checks\[\]\[401\]$`
	mux.Handle("GET /deep", wrap(plain, pass, pass, pass, pass, pass, require)) // want `^GET /deep: guarded authn require\[\]\[401\]$`
	mux.Handle("GET /six", wrap(plain, pass, pass, pass, pass, pass, pass))     // want `^GET /six: unguarded none$`
	mux.Handle("GET /open", wrap(plain, open...))                               // want `^GET /open: unguarded none$`
	mux.Handle("GET /shut", wrap(plain, shut...))                               // want `^GET /shut: guarded authn require\[\]\[401\]$`
	mux.Handle("GET /inserted", wrap(plain, inserted...))                       // want `^GET /inserted: guarded authn require\[\]\[401\]$`
	mux.HandleFunc("GET /value", plain.ServeHTTP)                               // want `^GET /value: unguarded none$`
	mux.HandleFunc("GET /guarded", require(plain).ServeHTTP)                    // want `^GET /guarded: guarded authn require\[\]\[401\]$`
	mux.Handle("GET /doubled", forgets(http.HandlerFunc(checks)))               // want `^GET /doubled: guarded authn checks\[\]\[401\]$`
	mux.Handle("GET /forgotten", forgets(plain))                                // want `^GET /forgotten: unguarded none$`
	http.ListenAndServe("", mux)
}

func wrap(h http.Handler, list ...middleware) http.Handler {
	if len(list) == 0 {
		return h
	}
	return list[0](wrap(h, list[1:]...))
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func known(r *http.Request) bool { return r.Header.Get("Authorization") == "Bearer t1" }

func checks(w http.ResponseWriter, r *http.Request) {
	if !known(r) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.Write([]byte("done"))
}

func pass(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

func require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func forgets(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !known(r) {
			w.WriteHeader(http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}
