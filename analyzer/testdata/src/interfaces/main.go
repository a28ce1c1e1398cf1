// A router behind an interface of the application's own, and dynamic dispatch.
package main

import "net/http"

// A registrar takes routes.
type registrar interface {
	Handle(pattern string, h http.Handler)
}

// A module brings routes.
type module interface {
	register(registrar)
}

type orders struct{ prefix string }

func (o orders) register(r registrar) {
	r.Handle("GET "+o.prefix+"/all", http.HandlerFunc(ok))  // want `^GET /orders/all: unguarded none$` `^GET /sales/all: guarded authn requireUser\[\]\[401\]$`
	r.Handle("POST "+o.prefix+"/new", http.HandlerFunc(ok)) // want `^POST /orders/new: unguarded none$` `^POST /sales/new: guarded authn requireUser\[\]\[401\]$`
}

type carts struct{ mine http.Handler }

func (c *carts) register(r registrar) {
	r.Handle("GET /carts", c.mine) // want `^GET /carts: guarded authn requireUser\[\]\[401\]$`
}

// guarded is a registrar that guards what it passes on.
type guarded struct{ registrar }

func (g guarded) Handle(pattern string, h http.Handler) {
	g.registrar.Handle(pattern, requireUser(h))
}

func main() {
	mux := http.NewServeMux()
	modules := []module{orders{"/orders"}, &carts{requireUser(http.HandlerFunc(ok))}}
	for _, m := range modules {
		m.register(mux)
	}
	module(orders{"/sales"}).register(guarded{mux})

	var r registrar = mux
	if m, is := r.(*http.ServeMux); is {
		m.HandleFunc("GET /asserted", ok) // want `^GET /asserted: unguarded none$`
	}
	switch v := any(modules[1]).(type) {
	case orders:
		mux.HandleFunc("GET /never", ok)
	case *carts:
		mux.Handle("PUT /carts", v.mine) // want `^PUT /carts: guarded authn requireUser\[\]\[401\]$`
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
