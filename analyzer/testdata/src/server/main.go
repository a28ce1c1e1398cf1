// http.Server with its handler, DefaultServeMux, and two servers of one program.
package main

import (
	"net"
	"net/http"
	"time"
)

func main() {
	http.HandleFunc("GET /default", ok)                            // want `^GET /default: unguarded none$`
	http.Handle("PUT /default", requireUser(http.HandlerFunc(ok))) // want `^PUT /default: guarded authn requireUser\[\]\[401\]$`
	http.DefaultServeMux.HandleFunc("GET /direct", ok)             // want `^GET /direct: unguarded none$`
	go http.ListenAndServe(":8081", nil)

	private := http.NewServeMux()
	private.HandleFunc("GET /private", ok) // want `^GET /private: guarded authn requireUser\[\]\[401\]$`
	go newServer(private).ListenAndServeTLS("cert.pem", "key.pem")

	late := http.Server{Addr: ":8083"}
	mux := http.NewServeMux()
	late.Handler = mux
	mux.HandleFunc("GET /late", ok) // want `^GET /late: unguarded none$`
	l, err := net.Listen("tcp", late.Addr)
	if err != nil {
		panic(err)
	}
	go http.Serve(l, http.HandlerFunc(single)) // want `^\* /: unguarded none$`
	late.Serve(l)
}

func single(w http.ResponseWriter, r *http.Request) {}

func newServer(h http.Handler) *http.Server {
	return &http.Server{Handler: requireUser(h), ReadTimeout: time.Second}
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
