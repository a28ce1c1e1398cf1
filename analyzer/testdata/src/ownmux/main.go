// A router written by hand: ServeHTTP with a switch on the path.
package main

import (
	"net/http"
	"strings"
)

type site struct{ token string }

func main() {
	s := &site{token: "t1"}
	mux := http.NewServeMux()
	mux.Handle("GET /site/orders", s)         // want `^GET /site/orders: guarded authn \w+\[\]\[401\]$`
	mux.Handle("GET /site/prices", s)         // want `^GET /site/prices: unguarded none$`
	mux.Handle("GET /site/admin/users", s)    // want `^GET /site/admin/users: guarded authn \w+\[\]\[401\]$`
	mux.Handle("/all/", &strict{token: "t1"}) // want `^\* /all/orders: guarded authn \w+\[\]\[401\]$` `^\* /all/prices: guarded authn \w+\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch p := r.URL.Path; {
	case p == "/site/prices":
		s.prices(w, r)
	case p == "/site/orders" || strings.HasPrefix(p, "/site/admin/"):
		if r.Header.Get("Authorization") != s.token {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		s.orders(w, r)
	default:
		http.NotFound(w, r)
	}
}

func (s *site) prices(w http.ResponseWriter, r *http.Request) { w.Write([]byte("1 2 3")) }

func (s *site) orders(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

// strict asks everybody first, and looks at the path afterwards.
type strict struct{ token string }

func (s *strict) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != s.token {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	switch r.URL.Path {
	case "/all/orders":
		w.Write([]byte("[]"))
	case "/all/prices":
		w.Write([]byte("1 2 3"))
	default:
		http.NotFound(w, r)
	}
}
