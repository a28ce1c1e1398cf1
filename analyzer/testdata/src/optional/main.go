// The credential may be left out: only a wrong one is refused.
package main

import (
	"net/http"
	"strings"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /a", optional(http.HandlerFunc(ok)))            // want `^GET /a: unguarded none$`
	mux.Handle("GET /b", authenticate(false)(http.HandlerFunc(ok))) // want `^GET /b: unguarded none$`
	mux.Handle("GET /c", authenticate(true)(http.HandlerFunc(ok)))  // want `^GET /c: guarded authn authenticate\[.*\]\[401\]$`
	mux.Handle("GET /d", basicIfGiven(http.HandlerFunc(ok)))        // want `^GET /d: unguarded none$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func optional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if token := r.Header.Get("Authorization"); token != "" && token != "Bearer t1" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// authenticate checks the token, which must be there if it is required.
func authenticate(required bool) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			token, found := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
			if !found && !required {
				next.ServeHTTP(w, r)
				return
			}
			if token != "t1" {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func basicIfGiven(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if user, password, given := r.BasicAuth(); given && (user != "ann" || password != "secret") {
			http.Error(w, "wrong password", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
