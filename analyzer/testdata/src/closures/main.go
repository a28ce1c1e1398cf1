// Closures: what they bind, and closures that return closures.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	prefix := "/api"
	get := func(path string, h http.HandlerFunc) { mux.HandleFunc("GET "+prefix+path, h) }
	get("/orders", ok) // want `^GET /api/orders: unguarded none$`
	prefix = "/v2"     // closures see the variable, not its value
	get("/orders", ok) // want `^GET /v2/orders: unguarded none$`

	with := func(m func(http.Handler) http.Handler) func(string, http.HandlerFunc) {
		return func(path string, h http.HandlerFunc) {
			mux.Handle(prefix+path, m(h))
		}
	}
	mine, all := with(requireUser), with(func(h http.Handler) http.Handler { return h })
	mine("/carts", ok) // want `^\* /v2/carts: guarded authn requireUser\[\]\[401\]$`
	all("/stock", ok)  // want `^\* /v2/stock: unguarded none$`

	var todo []func()
	for _, name := range []string{"/a", "/b"} { // each round has its own name
		todo = append(todo, func() { mux.HandleFunc("PUT "+name, ok) }) // want `^PUT /a: unguarded none$` `^PUT /b: unguarded none$`
	}
	for _, do := range todo {
		do()
	}

	n := counter()
	n()
	n()
	mux.HandleFunc("GET /number/"+[]string{"zero", "one", "two", "three"}[n()], ok) // want `^GET /number/three: unguarded none$`

	curried(mux)("POST")("/curried")(requireUser(http.HandlerFunc(ok)))
	http.ListenAndServe("", mux)
}

func counter() func() int {
	n := 0
	return func() int { n++; return n }
}

func curried(mux *http.ServeMux) func(string) func(string) func(http.Handler) {
	return func(method string) func(string) func(http.Handler) {
		return func(path string) func(http.Handler) {
			return func(h http.Handler) { mux.Handle(method+" "+path, h) } // want `^POST /curried: guarded authn requireUser\[\]\[401\]$`
		}
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
