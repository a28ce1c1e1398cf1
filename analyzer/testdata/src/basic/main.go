// Basic authentication: user and password of the request, against one account or
// a table of them.
package main

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"os"
)

var accounts = map[string]string{"ann": "secret"}

func main() {
	mux := http.NewServeMux()
	protect := basicAuth("operator", os.Getenv("PASSWORD"))
	mux.Handle("/metrics", protect(http.HandlerFunc(show))) // want `^\* /metrics: guarded authn basicAuth\[\]\[401\]$`
	mux.HandleFunc("GET /reports", withAccount(show))       // want `^GET /reports: guarded authn withAccount\[\]\[401\]$`
	mux.HandleFunc("GET /greeting", greet)                  // want `^GET /greeting: unguarded none$`
	http.ListenAndServe("", mux)
}

func show(w http.ResponseWriter, r *http.Request) {}

func basicAuth(user, password string) func(http.Handler) http.Handler {
	wantUser, wantPassword := sha256.Sum256([]byte(user)), sha256.Sum256([]byte(password))
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			u, p, ok := r.BasicAuth()
			if ok {
				gotUser, gotPassword := sha256.Sum256([]byte(u)), sha256.Sum256([]byte(p))
				userOK := subtle.ConstantTimeCompare(gotUser[:], wantUser[:]) == 1
				passwordOK := subtle.ConstantTimeCompare(gotPassword[:], wantPassword[:]) == 1
				if userOK && passwordOK {
					next.ServeHTTP(w, r)
					return
				}
			}
			w.Header().Set("WWW-Authenticate", `Basic realm="metrics"`)
			http.Error(w, "Unauthorized", http.StatusUnauthorized)
		})
	}
}

func withAccount(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user, password, ok := r.BasicAuth()
		want, known := accounts[user]
		if !ok || !known || password != want {
			w.Header().Set("WWW-Authenticate", "Basic")
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

// greet reads the user's name and demands nothing.
func greet(w http.ResponseWriter, r *http.Request) {
	name, _, ok := r.BasicAuth()
	if !ok {
		name = "stranger"
	}
	w.Write([]byte("hello " + name))
}
