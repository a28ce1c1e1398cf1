package app

import (
	"context"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

type (
	whoKey    struct{}
	failedKey struct{}
)

func with(r *http.Request, key, v any) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), key, v))
}

// reasons leaves who asks, or why that is nobody, in the same place.
func reasons(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user := sender(r)
		if user == nil {
			next.ServeHTTP(w, with(r, whoKey{}, nobody()))
			return
		}
		next.ServeHTTP(w, with(r, whoKey{}, user))
	})
}

// failed leaves only why it is nobody.
func failed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := auth.Authenticate(r); err != nil {
			r = with(r, failedKey{}, nobody())
		}
		next.ServeHTTP(w, r)
	})
}

// sometimes leaves that only for those who send something that is wrong.
func sometimes(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "" {
			if _, err := auth.Authenticate(r); err != nil {
				r = with(r, failedKey{}, nobody())
			}
		}
		next.ServeHTTP(w, r)
	})
}

// cured takes back what the one before it has left.
func cured(next http.Handler) http.Handler {
	return failed(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, with(r, failedKey{}, nil))
	}))
}

var (
	reasonRefused = demand(401, func(r *http.Request) bool {
		_, isProblem := r.Context().Value(whoKey{}).(*problem)
		return !isProblem
	})
	reasonTyped = demand(401, func(r *http.Request) bool {
		_, isUser := r.Context().Value(whoKey{}).(*auth.User)
		return isUser
	})
	reasonOther = demand(401, func(r *http.Request) bool {
		_, isOther := r.Context().Value(whoKey{}).(*details)
		return !isOther
	})
	reasonThere   = demand(401, func(r *http.Request) bool { return r.Context().Value(whoKey{}) != nil })
	failedRefused = demand(401, func(r *http.Request) bool { return r.Context().Value(failedKey{}) == nil })
)
