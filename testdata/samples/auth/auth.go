// Package auth knows who sends a request, for the samples of routers that keep to
// the requests of net/http.
package auth

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
)

// A User is somebody known.
type User struct {
	Name  string
	Roles []string
}

// Has reports whether the user has the role.
func (u *User) Has(role string) bool { return slices.Contains(u.Roles, role) }

var users = map[string]*User{
	"user":  {Name: "user"},
	"admin": {Name: "admin", Roles: []string{"admin"}},
}

// ErrNobody is the error of [Authenticate].
var ErrNobody = errors.New("not logged in")

// Authenticate returns who sent the request.
func Authenticate(r *http.Request) (*User, error) {
	return Find(r.Header.Get("Authorization"))
}

// Find returns whom the value of the header Authorization belongs to.
func Find(header string) (*User, error) {
	token, ok := strings.CutPrefix(header, "Bearer ")
	if !ok || users[token] == nil {
		return nil, ErrNobody
	}
	return users[token], nil
}

type key struct{}

// Current is the user that [Identify] or [Require] has put into the context, or nil.
func Current(ctx context.Context) *User {
	u, _ := ctx.Value(key{}).(*User)
	return u
}

// With is a context with the user.
func With(ctx context.Context, u *User) context.Context { return context.WithValue(ctx, key{}, u) }

// Identify puts the user, if there is one, into the context. It refuses nobody.
func Identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if u, err := Authenticate(r); err == nil {
			r = r.WithContext(With(r.Context(), u))
		}
		next.ServeHTTP(w, r)
	})
}

// Require refuses those who are not known.
func Require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := Authenticate(r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(With(r.Context(), u)))
	})
}

// Role refuses those who do not have the role.
func Role(role string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !Check(w, r, role) {
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// Check answers those who do not have the role, and reports whether the sender has it.
func Check(w http.ResponseWriter, r *http.Request, role string) bool {
	u, err := Authenticate(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusUnauthorized)
		return false
	}
	if !u.Has(role) {
		http.Error(w, "not for you", http.StatusForbidden)
		return false
	}
	return true
}

// Done is a handler that acts.
func Done(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Acted", "yes")
	w.Write([]byte("done"))
}
