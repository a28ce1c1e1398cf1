// One of two credentials is enough: a session or a token.
package main

import "net/http"

var (
	sessions = map[string]string{"s1": "ann"}
	tokens   = map[string]string{"t1": "ben"}
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /a", either(http.HandlerFunc(ok))) // want `^GET /a: guarded authn either\[\]\[401\]$`
	mux.Handle("GET /b", nested(http.HandlerFunc(ok))) // want `^GET /b: guarded authn nested\[\]\[401\]$`
	mux.Handle("GET /c", user(http.HandlerFunc(ok)))   // want `^GET /c: guarded authn user\[\]\[401\]$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func session(r *http.Request) (string, bool) {
	c, err := r.Cookie("session")
	if err != nil {
		return "", false
	}
	name, ok := sessions[c.Value]
	return name, ok
}

func token(r *http.Request) (string, bool) {
	name, ok := tokens[r.Header.Get("Authorization")]
	return name, ok
}

func either(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, bySession := session(r)
		_, byToken := token(r)
		if !bySession && !byToken {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func nested(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, ok := session(r); ok {
			next.ServeHTTP(w, r)
			return
		}
		if _, ok := token(r); ok {
			next.ServeHTTP(w, r)
			return
		}
		w.WriteHeader(http.StatusUnauthorized)
	})
}

func user(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := session(r)
		if !ok {
			name, ok = token(r)
		}
		if !ok {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.Header().Set("X-User", name)
		next.ServeHTTP(w, r)
	})
}
