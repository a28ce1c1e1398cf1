// Muxes in muxes: below a prefix that stays, one that is stripped, and a timeout.
package main

import (
	"net/http"
	"time"
)

func main() {
	api := http.NewServeMux()
	api.HandleFunc("GET /orders", ok)                          // want `^GET /api/orders: unguarded none$`
	api.Handle("GET /mine", requireUser(http.HandlerFunc(ok))) // want `^GET /api/mine: guarded authn requireUser\[\]\[401\]$`

	admin := http.NewServeMux()
	admin.HandleFunc("GET /admin/users", ok)     // want `^GET /admin/users: guarded authn requireUser\[\]\[401\]$`
	admin.HandleFunc("GET /elsewhere/users", ok) // no request gets here: it is mounted below /admin/

	deep := http.NewServeMux()
	deep.HandleFunc("PUT /x", ok) // want `^PUT /v2/deep/x: unguarded none$`
	v2 := http.NewServeMux()
	v2.Handle("/deep/", http.StripPrefix("/deep", deep))
	v2.Handle("GET /y", http.AllowQuerySemicolons(http.MaxBytesHandler(http.HandlerFunc(ok), 10))) // want `^GET /v2/y: unguarded none$`

	posts := http.NewServeMux()
	posts.HandleFunc("/posts/new", ok)     // want `^POST /posts/new: unguarded none$`
	posts.HandleFunc("GET /posts/all", ok) // only POST comes here

	mux := http.NewServeMux()
	mux.Handle("/api/", http.StripPrefix("/api", api))
	mux.Handle("/admin/", requireUser(admin))
	mux.Handle("/v2/", http.TimeoutHandler(http.StripPrefix("/v2", v2), time.Second, "late"))
	mux.Handle("POST /posts/", posts)
	mux.HandleFunc("/called/", func(w http.ResponseWriter, r *http.Request) { called.ServeHTTP(w, r) })
	called.HandleFunc("GET /called/x", ok) // want `^GET /called/x: unguarded none$`
	http.ListenAndServe("", http.TimeoutHandler(mux, time.Minute, "too late"))
}

var called = http.NewServeMux()

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
