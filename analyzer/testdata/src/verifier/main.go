// A verifier reads the token and puts the user into the context. It refuses
// nobody, so it is no guard, whatever it is called.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"strings"
)

type key struct{}

type claims struct{ subject string }

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /orders", list)                           // want `^GET /orders: unguarded none$`
	mux.Handle("GET /carts", RequireAuth(http.HandlerFunc(list))) // want `^GET /carts: unguarded none$`
	mux.Handle("GET /bills", demand(http.HandlerFunc(list)))      // want `^GET /bills: guarded authn demand\[\]\[401\]$`
	http.ListenAndServe("", Authenticate(mux))
}

func verify(token string) (*claims, error) {
	subject, signature, ok := strings.Cut(token, ".")
	if !ok || signature != "signed" {
		return nil, errors.New("bad token")
	}
	return &claims{subject: subject}, nil
}

// Authenticate finds out who asks, if anybody says so.
func Authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		c, err := verify(token)
		if err != nil {
			log.Print(err)
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, c)))
	})
}

// RequireAuth requires nothing.
func RequireAuth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, ok := r.Context().Value(key{}).(*claims); ok {
			w.Header().Set("X-User", c.subject)
		}
		next.ServeHTTP(w, r)
	})
}

func demand(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(key{}) == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
