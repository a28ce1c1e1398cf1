// Package auth knows the warehouse's users, and refuses everybody else.
package auth

import (
	"context"
	"net/http"
	"slices"
	"strings"
)

// A User is somebody who has shown a token or a password.
type User struct {
	Name  string
	Roles []string
}

// Has reports whether the user has a role.
func (u *User) Has(role string) bool { return slices.Contains(u.Roles, role) }

// users are known by their tokens.
var users = map[string]*User{
	"user":  {Name: "user"},
	"admin": {Name: "admin", Roles: []string{"admin"}},
}

// FromRequest finds the user that a request's token belongs to.
func FromRequest(r *http.Request) (*User, bool) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return nil, false
	}
	u, ok := users[token]
	return u, ok
}

// contextKey is a type of its own so that no other package's keys collide.
type contextKey int

const userKey contextKey = iota

// NewContext is ctx with a user in it.
func NewContext(ctx context.Context, u *User) context.Context {
	return context.WithValue(ctx, userKey, u)
}

// FromContext is the user that a middleware has found.
func FromContext(ctx context.Context) (*User, bool) {
	u, ok := ctx.Value(userKey).(*User)
	return u, ok
}
