// What verifies a signature is for whoever can sign, and public for that. A handler that asks for somebody besides is not.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log"
	"net/http"
	"os"
)

type user struct{ admin bool }

func main() {
	http.Handle("POST /hook", http.HandlerFunc(hook)) // want `^POST /hook: guarded authn hook\[\]\[401\]$`
	http.Handle("POST /users", chain{create})         // want `^POST /users: unknown none`
	http.ListenAndServe("", nil)
}

// A chain is put together for each request.
type chain struct {
	handler func(*user, http.ResponseWriter, *http.Request)
}

func (c chain) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var u *user
	if k, err := r.Cookie("session"); err == nil {
		u = users[k.Value]
	}
	h := logged(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { c.handler(u, w, r) }))
	h.ServeHTTP(w, r)
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r)
		log.Print(r.Method)
	})
}

var users = map[string]*user{}

var secret = []byte(os.Getenv("SECRET"))

func hook(w http.ResponseWriter, r *http.Request) {
	if !signed(r) {
		http.Error(w, "not signed", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("done"))
}

func signed(r *http.Request) bool {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return false
	}
	m := hmac.New(sha256.New, secret)
	m.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(r.Header.Get("X-Signature")))
}

func create(u *user, w http.ResponseWriter, r *http.Request) {
	if r.RemoteAddr != os.Getenv("INSIDE") {
		if u == nil || !u.admin || !signed(r) {
			http.Error(w, "not for you", http.StatusUnauthorized)
			return
		}
	}
	w.Write([]byte("done"))
}
