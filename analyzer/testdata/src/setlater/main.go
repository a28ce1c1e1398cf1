// What is nil when the routes are registered, and set by something that is not seen to run
// before: a middleware that then answers 503 is not one that answers 503 for ever.
package main

import (
	"context"
	"net/http"
)

type manager struct{ devices map[string]*device }

type device struct{ name string }

var theManager *manager

// onStart is called by what reads the configuration.
var onStart = map[string]func(){"manager": func() { theManager = &manager{devices: map[string]*device{}} }}

func current() *manager { return theManager }

type key struct{}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /device", choose(current())(http.HandlerFunc(name)))     // want `^GET /device: unknown none$`
	mux.Handle("GET /open", choose(current())(http.HandlerFunc(ok)))         // want `^GET /open: unguarded none$`
	mux.Handle("GET /known", choose(current())(known(http.HandlerFunc(ok)))) // want `^GET /known: guarded authn known\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

// choose finds a device by a header, which anybody can send.
func choose(m *manager) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/" {
				next.ServeHTTP(w, r)
				return
			}
			if m == nil {
				http.Error(w, "not ready", http.StatusServiceUnavailable)
				return
			}
			d := m.devices[r.Header.Get("X-Device")]
			if d == nil {
				http.NotFound(w, r)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, d)))
		})
	}
}

func name(w http.ResponseWriter, r *http.Request) {
	d, ok := r.Context().Value(key{}).(*device)
	if !ok {
		http.Error(w, "which device?", http.StatusBadRequest)
		return
	}
	w.Write([]byte(d.name))
}

func known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }
