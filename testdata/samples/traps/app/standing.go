package app

import (
	"context"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// An account is who asks, and how that account stands.
type account struct {
	*auth.User
	Disabled, EmailVerified bool
	Status                  string
}

const inUse = "in use"

type standingKey struct{}

func stands(mux *http.ServeMux) {
	mux.Handle("GET /standing/disabled", chain(done, []wrapper{identified, notDisabled}))
	mux.Handle("GET /standing/verified", chain(done, []wrapper{identified, verified}))
	mux.Handle("GET /standing/status", chain(done, []wrapper{identified, isInUse}))
}

func identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := auth.Authenticate(r)
		if err != nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), standingKey{}, &account{User: u, EmailVerified: u.Name != "new", Status: inUse})))
	})
}

func notDisabled(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(standingKey{}).(*account).Disabled {
			http.Error(w, "the account is disabled", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !r.Context().Value(standingKey{}).(*account).EmailVerified {
			http.Error(w, "confirm your address first", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isInUse(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(standingKey{}).(*account).Status != inUse {
			http.Error(w, "the account is not in use", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
