// Who sends what is wrong is refused by a function that returns the error of writing the answer, which is
// none: the guard takes that for all being well. Who sends nothing is refused.
package main

import (
	"io"
	"net/http"
	"os"
	"strings"
)

type result struct {
	sent, refused bool
	err           error
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /orders", asks(http.HandlerFunc(list)))   // want `^GET /orders: unguarded none$`
	mux.Handle("GET /items", heeds(http.HandlerFunc(list)))   // want `^GET /items: guarded authn heeds\[\]\[401\]$`
	mux.Handle("GET /prices", second(http.HandlerFunc(list))) // want `^GET /prices: guarded authn second\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

// asks goes on for whoever sends a wrong token.
func asks(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		res := token(w, r)
		if res.err != nil {
			return
		}
		if res.sent || session(r) {
			next.ServeHTTP(w, r)
			return
		}
		refuse(w)
	})
}

// heeds asks whether the request was refused.
func heeds(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		res := token(w, r)
		if res.refused || res.err != nil {
			return
		}
		if res.sent || session(r) {
			next.ServeHTTP(w, r)
			return
		}
		refuse(w)
	})
}

// second goes on from a refusal where there is a session, and nowhere else.
func second(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !session(r) {
			refuse(w)
			return
		}
		if res := token(w, r); res.err != nil {
			return
		}
		next.ServeHTTP(w, r)
	})
}

func token(w http.ResponseWriter, r *http.Request) result {
	header := r.Header.Get("Authorization")
	if header == "" {
		return result{}
	}
	if sent, ok := strings.CutPrefix(header, "Bearer "); !ok || sent != os.Getenv("TOKEN") {
		return result{sent: true, refused: true, err: refuse(w)}
	}
	return result{sent: true}
}

func session(r *http.Request) bool {
	c, err := r.Cookie("session")
	return err == nil && c.Value == os.Getenv("SESSION")
}

func refuse(w http.ResponseWriter) error {
	w.WriteHeader(http.StatusUnauthorized)
	_, err := io.WriteString(w, "who are you?")
	return err
}

func list(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "[]") }
