// A bearer token, read from the header and compared or looked up.
package main

import (
	"crypto/subtle"
	"net/http"
	"os"
	"strings"
)

type tokens struct{ users map[string]string }

func main() {
	known := &tokens{users: map[string]string{"t1": "ann"}}
	mux := http.NewServeMux()
	mux.Handle("GET /orders", requireToken(os.Getenv("TOKEN"), list)) // want `^GET /orders: guarded authn requireToken\[\]\[401\]$`
	mux.Handle("GET /carts", known.require(list))                     // want `^GET /carts: guarded authn require\[\]\[401\]$`
	mux.Handle("GET /keys", requireKey(list))                         // want `^GET /keys: guarded authn requireKey\[\]\[403\]$`
	mux.HandleFunc("GET /prices", list)                               // want `^GET /prices: unguarded none$`
	http.ListenAndServe("", mux)
}

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

// bearer returns the token of the request.
func bearer(r *http.Request) (string, bool) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	return token, ok && token != ""
}

func requireToken(want string, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, ok := bearer(r)
		if !ok || subtle.ConstantTimeCompare([]byte(token), []byte(want)) != 1 {
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next(w, r)
	})
}

func (t *tokens) require(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, _ := bearer(r)
		if _, known := t.users[token]; !known {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func requireKey(next http.HandlerFunc) http.HandlerFunc {
	key := os.Getenv("API_KEY")
	return func(w http.ResponseWriter, r *http.Request) {
		if key == "" || r.Header.Get("X-Api-Key") != key {
			http.Error(w, "no such key", http.StatusForbidden)
			return
		}
		next(w, r)
	}
}
