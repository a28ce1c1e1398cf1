// Patterns of which only a part is known before the program runs.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	prefix := flag.String("prefix", "/app", "where the application lives")
	flag.Parse()
	tenant := os.Getenv("TENANT")

	mux := http.NewServeMux()
	mux.HandleFunc("GET "+*prefix+"/orders", ok)                                // want `^GET .*/orders: unguarded none$`
	mux.Handle("POST "+*prefix+"/orders", requireUser(http.HandlerFunc(ok)))    // want `^POST .*/orders: guarded authn requireUser\[\]\[401\]$`
	mux.HandleFunc("GET /tenants/"+tenant+"/carts", ok)                         // want `^GET /tenants/.*/carts: unguarded none$`
	mux.HandleFunc("PUT /stock/"+tenant, ok)                                    // want `^PUT /stock/.*: unguarded none$`
	mux.Handle(join("GET", tenant, "/bins"), requireUser(http.HandlerFunc(ok))) // want `^GET .*/bins: guarded authn requireUser\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func join(method, prefix, path string) string { return method + " /" + prefix + path }

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
