// A mux embedded in a struct: as a pointer, as a value, two levels deep, and
// with one of its methods overridden.
package main

import "net/http"

type app struct {
	*http.ServeMux
	name string
}

type outer struct{ app }

type valued struct{ http.ServeMux }

// strict guards what is handed to Handle; HandleFunc is the mux's own.
type strict struct{ *http.ServeMux }

func (s strict) Handle(pattern string, h http.Handler) {
	s.ServeMux.Handle(pattern, requireUser(h))
}

func main() {
	o := &outer{app{http.NewServeMux(), "app"}}
	o.HandleFunc("GET /all", ok)                             // want `^GET /all: unguarded none$`
	o.Handle("GET /mine", requireUser(http.HandlerFunc(ok))) // want `^GET /mine: guarded authn requireUser\[\]\[401\]$`
	o.app.routes()

	var v valued
	v.HandleFunc("GET /valued/all", ok) // want `^GET /valued/all: unguarded none$`

	s := strict{o.ServeMux}
	s.Handle("PUT /mine", http.HandlerFunc(ok)) // want `^PUT /mine: guarded authn requireUser\[\]\[401\]$`
	s.HandleFunc("PUT /all", ok)                // want `^PUT /all: unguarded none$`

	go http.ListenAndServe(":8081", &v)
	http.ListenAndServe(":8080", o)
}

func (a app) routes() {
	a.HandleFunc("GET /"+a.name+"/orders", ok) // want `^GET /app/orders: unguarded none$`
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
