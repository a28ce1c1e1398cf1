// An error that is a struct itself, and not a pointer to one, is found by its type with
// what it says.
package main

import (
	"errors"
	"net/http"
)

type refusal struct {
	status int
	text   string
}

func (r refusal) Error() string { return r.text }

type user struct{ name, role string }

var users = map[string]*user{"a": {"a", "admin"}}

func main() {
	http.HandleFunc("GET /known", answers(known))   // want `^GET /known: guarded authn known\[\]\[401\]$`
	http.HandleFunc("GET /admin", answers(admin))   // want `^GET /admin: guarded authz admin\[admin\]\[401 403\]$`
	http.HandleFunc("GET /missing", answers(found)) // want `^GET /missing: unguarded none$`
	http.ListenAndServe("", nil)
}

func answers(h func(*http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := h(r)
		var no refusal
		switch {
		case errors.As(err, &no):
			http.Error(w, no.text, no.status)
		case err != nil:
			http.Error(w, "failed", http.StatusInternalServerError)
		default:
			w.Write([]byte("done"))
		}
	}
}

func known(r *http.Request) error {
	if users[r.Header.Get("Authorization")] == nil {
		return refusal{http.StatusUnauthorized, "log in first"}
	}
	return nil
}

func admin(r *http.Request) error {
	u := users[r.Header.Get("Authorization")]
	if u == nil {
		return refusal{http.StatusUnauthorized, "log in first"}
	}
	if u.role != "admin" {
		return refusal{http.StatusForbidden, "not for you"}
	}
	return nil
}

func found(r *http.Request) error {
	if r.URL.Query().Get("name") == "" {
		return refusal{http.StatusNotFound, "no such thing"}
	}
	return nil
}
