// A guard around everything that lets some paths pass: the verdict is the route's.
// An id may end in .txt, so it is the request that decides for /shop/cart/{id}.
package main

import (
	"net/http"
	"path"
	"slices"
	"strings"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /prices", ok)              // want `^GET /prices: unguarded none$`
	mux.HandleFunc("GET /orders", ok)              // want `^GET /orders: guarded authn guard\[\]\[401\]$`
	mux.HandleFunc("GET /open/terms", ok)          // want `^GET /open/terms: unguarded none$`
	mux.HandleFunc("GET /open/files/{name}", ok)   // want `^GET /open/files/{name}: unguarded none$`
	mux.HandleFunc("GET /opened", ok)              // want `^GET /opened: guarded authn guard\[\]\[401\]$`
	mux.HandleFunc("GET /shop/catalogue/{id}", ok) // want `^GET /shop/catalogue/{id}: unguarded none$`
	mux.HandleFunc("GET /shop/cart/{id}", ok)      // want `^GET /shop/cart/{id}: unknown none$`
	mux.HandleFunc("GET /badge.txt", ok)           // want `^GET /badge.txt: unguarded none$`
	mux.HandleFunc("GET /news", ok)                // want `^GET /news: unguarded none$`
	mux.HandleFunc("GET /login", ok)               // want `^GET /login: public none$`
	http.ListenAndServe("", guard(mux))
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

var (
	prefixes = []string{"/shop/catalogue/", "/shop/offers/"}
	exact    = map[string]bool{"/news": true}
	pages    = []string{"/login", "/logout"}
)

// open reports whether anybody may see the path.
func open(p string) bool {
	if p == "/prices" || strings.HasPrefix(p, "/open/") {
		return true
	}
	for _, prefix := range prefixes {
		if strings.HasPrefix(p, prefix) {
			return true
		}
	}
	return exact[p] || slices.Contains(pages, p) || path.Ext(p) == ".txt"
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if open(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		if r.Header.Get("Authorization") != "Bearer t1" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
