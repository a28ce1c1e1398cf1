// The check can fail for other reasons than the request, and what happens then
// decides: some let the request pass.
package main

import (
	"errors"
	"log"
	"net/http"
)

var errUnknown = errors.New("unknown token")

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /a", failsOpen(http.HandlerFunc(ok))) // want `^GET /a: unguarded none$`
	mux.Handle("GET /b", failsShut(http.HandlerFunc(ok))) // want `^GET /b: guarded authn failsShut\[\]\[401.*\]$`
	mux.Handle("GET /c", logsOnly(http.HandlerFunc(ok)))  // want `^GET /c: unguarded none$`
	mux.Handle("GET /d", noCookie(http.HandlerFunc(ok)))  // want `^GET /d: unguarded none$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func check(token string) (valid bool, err error) {
	if token == "" {
		return false, errUnknown
	}
	return token == "Bearer t1", nil
}

// failsOpen lets pass whom it cannot check, and those are all without a token.
func failsOpen(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		valid, err := check(r.Header.Get("Authorization"))
		if err == nil && !valid {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func failsShut(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		valid, err := check(r.Header.Get("Authorization"))
		if err != nil && !errors.Is(err, errUnknown) {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		if !valid {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func logsOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if valid, err := check(r.Header.Get("Authorization")); err != nil || !valid {
			log.Print("invalid token, to be refused from next month on")
		}
		next.ServeHTTP(w, r)
	})
}

// noCookie takes the lack of a cookie for a failure of its own.
func noCookie(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("session")
		if err != nil {
			log.Print(err)
			next.ServeHTTP(w, r)
			return
		}
		if c.Value != "s1" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
