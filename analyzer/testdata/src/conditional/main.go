// Registration under conditions: configuration that is not known, a constant, a switch.
package main

import (
	"net/http"
	"os"
)

const (
	legacy = false
	stage  = "beta"
)

func main() {
	mux := http.NewServeMux()
	debug := os.Getenv("DEBUG") != ""
	if debug {
		mux.HandleFunc("GET /debug", ok) // want `^GET /debug: unguarded none if debug$`
	} else {
		mux.HandleFunc("GET /release", ok) // want `^GET /release: unguarded none if .*debug`
	}
	if legacy {
		mux.HandleFunc("GET /legacy", ok)
	}
	if !legacy && stage == "beta" {
		mux.HandleFunc("GET /beta", ok) // want `^GET /beta: unguarded none$`
	}
	switch stage {
	case "alpha":
		mux.HandleFunc("GET /alpha", ok)
	case "beta", "gamma":
		mux.Handle("PUT /beta", requireUser(http.HandlerFunc(ok))) // want `^PUT /beta: guarded authn requireUser\[\]\[401\]$`
	default:
		mux.HandleFunc("GET /other", ok)
	}
	switch os.Getenv("MODE") {
	case "read":
		mux.HandleFunc("GET /items", ok) // want `^GET /items: unguarded none if .*read`
	case "write":
		mux.HandleFunc("PUT /items", ok) // want `^PUT /items: unguarded none if .*write`
	}
	mux.HandleFunc("GET /always", ok) // want `^GET /always: unguarded none$`

	var h http.Handler = http.HandlerFunc(ok)
	if debug {
		h = requireUser(h)
	}
	mux.Handle("GET /perhaps", h) // want `^GET /perhaps: unknown conditional`
	h = requireUser(http.HandlerFunc(ok))
	if debug {
		mux.Handle("GET /both", h) // want `^GET /both: guarded authn requireUser\[\]\[401\] if debug$`
	}
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
