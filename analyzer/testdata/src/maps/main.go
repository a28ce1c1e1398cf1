// Tables of routes that are maps.
package main

import (
	"maps"
	"net/http"
	"slices"
)

type route struct {
	handler http.HandlerFunc
	open    bool
}

var table = map[string]route{
	"GET /orders":       {handler: ok},
	"GET /prices":       {handler: ok, open: true},
	"POST /orders":      {ok, false},
	"GET /old":          {handler: ok, open: true},
	"DELETE /{" + "id}": {handler: ok},
}

var byMethod = map[string]map[string]http.Handler{
	http.MethodGet: {"/carts": http.HandlerFunc(ok)},
	http.MethodPut: {"/carts": requireUser(http.HandlerFunc(ok))},
}

func main() {
	mux := http.NewServeMux()
	delete(table, "GET /old")
	for pattern, r := range table {
		if r.open {
			mux.HandleFunc(pattern, r.handler) // want `^GET /prices: unguarded none$`
			continue
		}
		mux.Handle(pattern, requireUser(r.handler)) // want `^GET /orders: guarded authn requireUser\[\]\[401\]$` `^POST /orders: guarded authn requireUser\[\]\[401\]$` `^DELETE /{id}: guarded authn requireUser\[\]\[401\]$`
	}
	for method, paths := range byMethod {
		for path, h := range paths {
			mux.Handle(method+" "+path, h) // want `^GET /carts: unguarded none$` `^PUT /carts: guarded authn requireUser\[\]\[401\]$`
		}
	}

	handlers := make(map[string]http.Handler)
	handlers["/stock"] = http.HandlerFunc(ok)
	handlers["/bins"] = http.HandlerFunc(ok)
	handlers["/stock"] = requireUser(handlers["/stock"]) // replaces what was there
	for _, path := range slices.Sorted(maps.Keys(handlers)) {
		mux.Handle("GET "+path, handlers[path]) // want `^GET /stock: guarded authn requireUser\[\]\[401\]$` `^GET /bins: unguarded none$`
	}
	if h, found := handlers["/none"]; found {
		mux.Handle("GET /none", h)
	}
	if h, found := handlers["/bins"]; found {
		mux.Handle("PUT /bins", h) // want `^PUT /bins: unguarded none$`
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
