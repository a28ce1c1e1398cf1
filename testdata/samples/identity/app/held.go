package app

import (
	"context"
	"net/http"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// account says who asks; it is there for everybody.
type account struct {
	user *auth.User
}

type accountKey struct{}

func (a *account) known() bool { return a.user != nil }

func (a account) asked() bool { return a.user != nil }

// held leaves an account, of nobody if nothing is proven.
func held(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), accountKey{}, account{user: sender(r)})))
	})
}

// guests is held that makes somebody up.
func guests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user := sender(r)
		if user == nil {
			user = &auth.User{}
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), accountKey{}, account{user: user})))
	})
}

// pointed leaves the address of an account.
func pointed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a := &account{}
		if user := sender(r); user != nil {
			a.user = user
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), accountKey{}, a)))
	})
}

// pointedGuests is pointed that makes somebody up.
func pointedGuests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a := &account{user: &auth.User{Name: "guest"}}
		if user := sender(r); user != nil {
			a.user = user
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), accountKey{}, a)))
	})
}

// demand lets those pass of whom something holds.
func demand(status int, holds func(*http.Request) bool) middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !holds(r) {
				w.WriteHeader(status)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

var (
	heldAsked = demand(401, func(r *http.Request) bool {
		a, ok := r.Context().Value(accountKey{}).(account)
		return ok && a.asked()
	})
	heldField = demand(401, func(r *http.Request) bool {
		a, _ := r.Context().Value(accountKey{}).(account)
		return a.user != nil
	})
	heldAdmin = demand(403, func(r *http.Request) bool {
		a, _ := r.Context().Value(accountKey{}).(account)
		return a.user != nil && a.user.Has("admin")
	})
	heldThere = demand(401, func(r *http.Request) bool { // not enough: it is there for everybody
		_, ok := r.Context().Value(accountKey{}).(account)
		return ok
	})
	pointedKnown = demand(401, func(r *http.Request) bool {
		a, _ := r.Context().Value(accountKey{}).(*account)
		return a != nil && a.known()
	})
	pointedThere = demand(401, func(r *http.Request) bool {
		a, _ := r.Context().Value(accountKey{}).(*account)
		return a != nil
	})
)

// heldKnown tells a chain put together wrongly from a request of nobody.
func heldKnown(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if a, ok := r.Context().Value(accountKey{}).(account); !ok {
			w.WriteHeader(500)
			return
		} else if !a.known() {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}
