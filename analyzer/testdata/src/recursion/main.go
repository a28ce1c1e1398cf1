// Registration by recursion that ends.
package main

import (
	"fmt"
	"net/http"
)

type node struct {
	path     string
	private  bool
	children []node
}

var site = node{path: "/site", children: []node{
	{path: "/a", private: true, children: []node{{path: "/a1"}, {path: "/a2"}}},
	{path: "/b"},
}}

func main() {
	mux := http.NewServeMux()
	walk(mux, "", site, false) // want `^GET /site: unguarded none$` `^GET /site/a: guarded authn requireUser\[\]\[401\]$` `^GET /site/a/a1: guarded authn requireUser\[\]\[401\]$` `^GET /site/a/a2: guarded authn requireUser\[\]\[401\]$` `^GET /site/b: unguarded none$`
	count(mux, 2)
	even(mux, 3)
	http.ListenAndServe("", mux)
}

func walk(mux *http.ServeMux, prefix string, n node, private bool) {
	path := prefix + n.path
	private = private || n.private
	var h http.Handler = http.HandlerFunc(ok)
	if private {
		h = requireUser(h)
	}
	pattern := "GET " + path
	mux.Handle(pattern, h)
	for _, c := range n.children {
		walk(mux, path, c, private)
	}
}

func count(mux *http.ServeMux, n int) {
	if n == 0 {
		return
	}
	mux.HandleFunc(fmt.Sprintf("GET /count/%d", n), ok) // want `^GET /count/1: unguarded none$` `^GET /count/2: unguarded none$`
	count(mux, n-1)
}

func even(mux *http.ServeMux, n int) {
	if n > 0 {
		odd(mux, n-1)
	}
}

func odd(mux *http.ServeMux, n int) {
	mux.HandleFunc(fmt.Sprintf("PUT /count/%d", n), ok) // want `^PUT /count/2: unguarded none$` `^PUT /count/0: unguarded none$`
	if n > 0 {
		even(mux, n-1)
	}
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
