// A middleware that puts what it finds into the context: by an id that anybody can
// send, or by a token.
package main

import (
	"context"
	"net/http"
	"sync"
)

type (
	deviceKey struct{}
	userKey   struct{}
)

var devices, users sync.Map

func byHeader(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d, _ := devices.Load(r.Header.Get("X-Device"))
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), deviceKey{}, d)))
	})
}

func byToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, _ := users.Load(r.Header.Get("Authorization"))
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), userKey{}, u)))
	})
}

func device(w http.ResponseWriter, r *http.Request) {
	if r.Context().Value(deviceKey{}) == nil {
		http.Error(w, "no device", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("{}"))
}

func user(w http.ResponseWriter, r *http.Request) {
	if r.Context().Value(userKey{}) == nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("{}"))
}

func main() {
	http.Handle("GET /device", byHeader(http.HandlerFunc(device)))      // want `^GET /device: unknown none$`
	http.Handle("GET /user", byToken(http.HandlerFunc(user)))           // want `^GET /user: guarded authn user\[\]\[401\]$`
	http.Handle("GET /both", byHeader(byToken(http.HandlerFunc(user)))) // want `^GET /both: guarded authn user\[\]\[401\]$`
	http.Handle("GET /neither", byToken(http.HandlerFunc(device)))      // want `^GET /neither: guarded authn device\[\]\[401\]$`
	http.ListenAndServe("", nil)
}
