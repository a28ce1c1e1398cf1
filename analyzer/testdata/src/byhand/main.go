// Handlers that are wrapped by hand: each wrapper is a step of the chain. What is
// wrapped around two handlers, or does something itself, is none.
package main

import (
	"errors"
	"net/http"
)

var users = map[string]string{"t1": "ann"}

func main() {
	show := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("shown")) })
	mux := http.NewServeMux()
	mux.Handle("GET /a", logged(logged(signedIn(logged(signedIn(show)))))) // want `^GET /a: guarded authn signedIn\[\]\[401\] signedIn\[\]\[401\]$`
	mux.Handle("GET /b", logged(split(show, signedIn(show))))              // want `^GET /b: unknown none$`
	mux.Handle("GET /c", logged(preview(signedIn(show))))                  // want `^GET /c: unknown none$`
	mux.Handle("GET /d", logged(failing(serve)))                           // want `^GET /d: guarded authn serve\[\]\[401\]$`
	mux.Handle("GET /e", logged(before(note, show)))                       // want `^GET /e: guarded authn before\[\]\[401\]$`
	mux.Handle("GET /f", &holder{signedIn(show)})                          // want `^GET /f: guarded authn signedIn\[\]\[401\]$`
	mux.Handle("GET /g", logged(refusing(signedIn(show))))                 // want `^GET /g: guarded authn signedIn\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		println(r.URL.Path)
		next.ServeHTTP(w, r)
	})
}

func signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if users[r.Header.Get("Authorization")] == "" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// split has two handlers, and the request decides.
func split(open, closed http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Preview") != "" {
			open.ServeHTTP(w, r)
			return
		}
		closed.ServeHTTP(w, r)
	})
}

// preview answers some requests itself.
func preview(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Preview") != "" {
			w.Write([]byte("a preview"))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// failing answers for a function that returns its error.
func failing(serve func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := serve(w, r); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
}

func serve(w http.ResponseWriter, r *http.Request) error {
	if users[r.Header.Get("Authorization")] == "" {
		return errors.New("nobody")
	}
	w.Write([]byte("served"))
	return nil
}

func note(w http.ResponseWriter, r *http.Request) { w.Header().Set("X-Noted", "yes") }

// before calls a function with the request, and then does what it is for.
func before(first http.HandlerFunc, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		first(w, r)
		if users[r.Header.Get("Authorization")] == "" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// holder hands over to the handler in its field.
type holder struct{ http.Handler }

// refusing refuses what is too long, and says so in its own words.
func refusing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength > 1000 {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			return
		}
		next.ServeHTTP(w, r)
	})
}
