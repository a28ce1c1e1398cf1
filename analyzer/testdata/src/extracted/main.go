// Program extracted takes a token out of the request in one function, which returns "" where there is none, and verifies it in
// another one, which decides by itself what an error is.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"example.org/tokens"
)

var errNobody = errors.New("nobody")

type user struct{ Admin bool }

func bearer(r *http.Request) string {
	parts := strings.SplitN(r.Header.Get("Authorization"), " ", 2)
	if len(parts) != 2 || !strings.EqualFold(parts[0], "bearer") {
		return ""
	}
	return parts[1]
}

func cookie(r *http.Request) string {
	c, err := r.Cookie("token")
	if err != nil {
		return ""
	}
	return c.Value
}

func verify(token string) (*user, error) {
	claims, err := tokens.Parse(token)
	if err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	return &user{Admin: claims.Admin}, nil
}

func refuseEmpty(token string) (*user, error) {
	if token == "" {
		return nil, errNobody
	}
	return verify(token)
}

// guest lets pass who has no token.
func guest(token string) (*user, error) {
	if token == "" {
		return &user{}, nil
	}
	return verify(token)
}

func login(from func(*http.Request) string, check func(string) (*user, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := check(from(r)); err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		w.Write([]byte("answer"))
	}
}

// byKind answers each error, and one of them in its own words.
func byKind(w http.ResponseWriter, r *http.Request) {
	_, err := verify(bearer(r))
	switch {
	case errors.Is(err, tokens.ErrExpired):
		http.Error(w, "log in again", http.StatusUnauthorized)
		return
	case err != nil:
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.Write([]byte("answer"))
}

// known is nil for nobody, and who is asked for more is told so by another function.
func known(r *http.Request) *user {
	u, err := verify(bearer(r))
	if err != nil {
		return nil
	}
	return u
}

func mustBeAdmin(u *user) error {
	if u == nil || !u.Admin {
		return errNobody
	}
	return nil
}

func mayBeAnybody(u *user) error {
	if u != nil && !u.Admin {
		return errNobody
	}
	return nil
}

func admin(check func(*user) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := check(known(r)); err != nil {
			http.Error(w, "you may not", http.StatusForbidden)
			return
		}
		w.Write([]byte("answer"))
	}
}

func main() {
	http.HandleFunc("GET /bearer", login(bearer, verify))     // want `^GET /bearer: guarded authn`
	http.HandleFunc("GET /cookie", login(cookie, verify))     // want `^GET /cookie: guarded authn`
	http.HandleFunc("GET /empty", login(bearer, refuseEmpty)) // want `^GET /empty: guarded authn`
	http.HandleFunc("GET /guest", login(bearer, guest))       // want `^GET /guest: unguarded none`
	http.HandleFunc("GET /kinds", byKind)                     // want `^GET /kinds: guarded authn`
	http.HandleFunc("GET /admin", admin(mustBeAdmin))         // want `^GET /admin: guarded authz`
	http.HandleFunc("GET /anybody", admin(mayBeAnybody))      // want `^GET /anybody: unguarded none`
	http.ListenAndServe(":80", nil)
}
