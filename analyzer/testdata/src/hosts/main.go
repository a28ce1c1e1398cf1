// Patterns of ServeMux: hosts, wildcards, methods, {$}, subtrees.
package main

import "net/http"

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("example.com/", ok)                                     // want `^\* example.com/: unguarded none$`
	mux.HandleFunc("GET admin.example.com/users/{id}", ok)                 // want `^GET admin.example.com/users/{id}: unguarded none$`
	mux.Handle("example.com:8080/mine", requireUser(http.HandlerFunc(ok))) // want `^\* example.com:8080/mine: guarded authn requireUser\[\]\[401\]$`
	mux.HandleFunc("GET /{$}", ok)                                         // want `^GET /{\$}: (unguarded|public) none$`
	mux.HandleFunc("GET /orders/{$}", ok)                                  // want `^GET /orders/{\$}: unguarded none$`
	mux.HandleFunc("POST /orders/{id}/items/{item}", ok)                   // want `^POST /orders/{id}/items/{item}: unguarded none$`
	mux.HandleFunc("GET /files/{path...}", ok)                             // want `^GET /files/{path...}: unguarded none$`
	mux.HandleFunc("/tree/", ok)                                           // want `^\* /tree/: unguarded none$`
	mux.HandleFunc("PROPFIND  \t/dav/", ok)                                // want `^PROPFIND /dav/: unguarded none$`
	mux.Handle("/tree/mine/", requireUser(http.HandlerFunc(ok)))           // want `^\* /tree/mine/: guarded authn requireUser\[\]\[401\]$`
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
