// Guards made by a constructor: what they demand is bound when they are made.
package main

import (
	"net/http"
	"slices"
	"strings"
)

const admin = "admin"

type user struct {
	name  string
	roles []string
}

var users = map[string]*user{"t1": {name: "ann", roles: []string{admin}}}

func main() {
	mux := http.NewServeMux()
	mux.Handle("GET /users", RequireRole(admin)(http.HandlerFunc(ok)))          // want `^GET /users: guarded authz RequireRole\[admin\]\[(401 403|403 401)\]$`
	mux.Handle("GET /audit", RequireRole("auditor")(http.HandlerFunc(ok)))      // want `^GET /audit: guarded authz RequireRole\[auditor\]\[(401 403|403 401)\]$`
	mux.Handle("GET /books", RequireAny("editor", admin)(http.HandlerFunc(ok))) // want `^GET /books: guarded authz RequireAny\[(editor admin|admin editor)\]\[403\]$`
	scoped := scope{"orders:write"}
	mux.Handle("POST /orders", scoped.require(ok)) // want `^POST /orders: guarded authz require\[orders:write\]\[403\]$`
	for _, role := range []string{"seller", "buyer"} {
		mux.Handle("GET /"+role, RequireRole(role)(http.HandlerFunc(ok))) // want `^GET /seller: guarded authz RequireRole\[seller\]` `^GET /buyer: guarded authz RequireRole\[buyer\]`
	}
	mux.Handle("POST /books", RequireUser(remove)) // want `^POST /books: guarded authz RequireUser\[\]\[401\] remove\[admin\]\[403\]$`
	http.ListenAndServe("", mux)
}

func ok(w http.ResponseWriter, r *http.Request) {}

func find(r *http.Request) *user {
	return users[strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")]
}

func RequireRole(role string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			u := find(r)
			if u == nil {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			if !slices.Contains(u.roles, role) {
				http.Error(w, "not you", http.StatusForbidden)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func RequireAny(roles ...string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if u := find(r); u != nil {
				for _, role := range roles {
					if slices.Contains(u.roles, role) {
						next.ServeHTTP(w, r)
						return
					}
				}
			}
			http.Error(w, "not you", http.StatusForbidden)
		})
	}
}

func RequireUser(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if find(r) == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	})
}

// remove sends whom it has served to another page: that refuses nobody.
func remove(w http.ResponseWriter, r *http.Request) {
	if u := find(r); !slices.Contains(u.roles, admin) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	http.Redirect(w, r, "/books", http.StatusFound)
}

type scope struct{ name string }

func (s scope) require(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if u := find(r); u == nil || !slices.Contains(u.roles, s.name) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next(w, r)
	}
}
