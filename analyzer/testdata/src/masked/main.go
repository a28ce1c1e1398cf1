// Who is no administrator may be told that there is nothing: that is authorization, as 403 would be. Of another field nobody knows whether
// it is a right. And a key that is compared with the text that it must be is no role, wherever roles are asked for besides.
package main

import (
	"context"
	"net/http"
)

type user struct {
	Admin, Beta bool
	Role        string
}

type userKey struct{}

// find is not read.
var find func(ctx context.Context, token string) (*user, error)

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /both", identify(masked(func(u *user) bool { return u != nil && u.Admin }, done)))             // want `^GET /both: guarded authz masked\[Admin\]\[404\]$`
	mux.Handle("GET /admin", identify(known(http.StatusNotFound, func(u *user) bool { return u.Admin })))          // want `^GET /admin: guarded authz known\[Admin\]\[401 404\]$`
	mux.Handle("GET /role", identify(known(http.StatusNotFound, func(u *user) bool { return u.Role == "admin" }))) // want `^GET /role: guarded authz known\[admin\]\[401 404\]$`
	mux.Handle("GET /beta", identify(known(http.StatusNotFound, func(u *user) bool { return u.Beta })))            // want `^GET /beta: guarded authn known\[\]\[401\]$`
	mux.Handle("GET /either", identify(either(done)))                                                              // want `^GET /either: guarded authz either\[\]\[403\]$`
	http.ListenAndServe("", mux)
}

func done(w http.ResponseWriter, r *http.Request) { w.Write([]byte("done")) }

// identify finds out who asks, and refuses nobody.
func identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("session"); err == nil {
			if u, err := find(r.Context(), c.Value); err == nil && u != nil {
				r = r.WithContext(context.WithValue(r.Context(), userKey{}, u))
			}
		}
		next.ServeHTTP(w, r)
	})
}

func current(r *http.Request) *user {
	u, _ := r.Context().Value(userKey{}).(*user)
	return u
}

func masked(may func(*user) bool, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !may(current(r)) {
			http.NotFound(w, r)
			return
		}
		next(w, r)
	}
}

func known(status int, may func(*user) bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		u := current(r)
		if u == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if !may(u) {
			w.WriteHeader(status)
			return
		}
		done(w, r)
	}
}

// either lets pass administrators, and who has the key of another program.
func either(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, may := range []func(*http.Request) bool{isAdmin, isProgram} {
			if may(r) {
				next(w, r)
				return
			}
		}
		w.WriteHeader(http.StatusForbidden)
	}
}

func isAdmin(r *http.Request) bool {
	u := current(r)
	return u != nil && u.Admin
}

func isProgram(r *http.Request) bool { return r.Header.Get("X-Service-Token") == "quite secret" }
