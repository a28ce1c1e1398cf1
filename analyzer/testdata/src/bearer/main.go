// A bearer token, read from the header and compared or looked up.
package main

import (
	"crypto/subtle"
	"database/sql"
	"errors"
	"net"
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
	mux.Handle("GET /parts", twoParts(list))                          // want `^GET /parts: guarded authn twoParts\[\]\[401\]$`
	mux.Handle("GET /inside", unlessInside(list))                     // want `^GET /inside: unknown none$`
	mux.Handle("GET /proxied", fromProxy(list))                       // want `^GET /proxied: unknown none$`
	mux.Handle("GET /news", whenGiven(list))                          // want `^GET /news: unguarded none$`
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

func twoParts(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		parts := strings.Split(r.Header.Get("Authorization"), " ")
		if len(parts) < 2 || parts[0] != "Bearer" || valid(parts[1]) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

// whenGiven checks only what is there.
func whenGiven(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if parts := strings.SplitN(r.Header.Get("Authorization"), " ", 2); len(parts) == 2 && valid(parts[1]) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

var db *sql.DB

func valid(token string) error {
	return db.QueryRow(`select 1 from tokens where token=$1`, token).Err()
}

// unlessInside asks for a token unless the request comes from a network of ours.
func unlessInside(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if inside(r) {
			next(w, r)
			return
		}
		if r.Header.Get("Authorization") != "Bearer t1" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

var networks []*net.IPNet

func inside(r *http.Request) bool {
	ip := net.ParseIP(r.RemoteAddr)
	for _, n := range networks {
		if n.Contains(ip) {
			return true
		}
	}
	return false
}

// fromProxy takes the name from a proxy in a network of ours, or else a token.
func fromProxy(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := anybody(r); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func anybody(r *http.Request) error {
	name, err := "", errors.New("outside")
	if inside(r) {
		name, err = r.Header.Get("X-User"), nil
	}
	if err != nil || name == "" {
		return valid(r.Header.Get("Authorization"))
	}
	return nil
}
