// Whoever is not known becomes an anonymous user, and the guard asks only whether
// there is a user.
package main

import (
	"context"
	"net/http"
)

type user struct {
	name  string
	known bool
}

type key struct{}

var users = map[string]*user{"t1": {name: "ann", known: true}}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /public", ok)                             // want `^GET /public: unguarded none$`
	mux.Handle("GET /present", requireUser(http.HandlerFunc(ok))) // want `^GET /present: unguarded none$`
	mux.Handle("GET /known", requireKnown(http.HandlerFunc(ok)))  // want `^GET /known: guarded authn requireKnown\[\]\[401\]$`
	http.ListenAndServe("", identify(mux))
}

func ok(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

func identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u := users[r.Header.Get("Authorization")]
		if u == nil {
			u = &user{name: "anonymous"}
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, u)))
	})
}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(key{}) == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func requireKnown(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, ok := r.Context().Value(key{}).(*user); !ok || !u.known {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
