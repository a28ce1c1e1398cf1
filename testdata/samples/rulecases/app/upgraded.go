package app

import (
	"net/http"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/h2c"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// upgraded takes connections over for HTTP/2 without TLS: a guard before that is asked once.
func upgraded(m *http.ServeMux) {
	s := new(http2.Server)
	before := users("/upgraded/before")                                                       // want unguarded
	m.Handle("/upgraded/before/", unlessLogin("/upgraded/before", h2c.NewHandler(before, s))) // want bypass
	behind := users("/upgraded/behind")                                                       // want unguarded
	m.Handle("/upgraded/behind/", h2c.NewHandler(unlessLogin("/upgraded/behind", behind), s)) // fine bypass
	both := auth.Require(users("/upgraded/both"))
	m.Handle("/upgraded/both/", unlessLogin("/upgraded/both", h2c.NewHandler(both, s))) // fine bypass
	inside := http.HandlerFunc(askedInside)
	m.Handle("/upgraded/inside/", auth.Require(h2c.NewHandler(inside, s))) // fine bypass
	known := users("/upgraded/known")
	m.Handle("/upgraded/known/", auth.Require(h2c.NewHandler(known, s))) // want bypass
}

// unlessLogin asks who sends a request, unless that is to log in.
func unlessLogin(below string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != below+"/login" && user(r) == nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func users(below string) http.Handler {
	m := http.NewServeMux()
	m.Handle("POST "+below+"/users", done)
	m.HandleFunc("POST "+below+"/login", func(w http.ResponseWriter, r *http.Request) { auth.Done(w, r) })
	return m
}

func askedInside(w http.ResponseWriter, r *http.Request) {
	if user(r) == nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	auth.Done(w, r)
}
