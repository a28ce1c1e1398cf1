// Package auth knows the library's members, and refuses everybody else.
package auth

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
)

// A User is somebody who has shown a token.
type User struct {
	Name  string
	Roles []string
}

// Has reports whether the user has a role.
func (u *User) Has(role string) bool { return slices.Contains(u.Roles, role) }

// ErrNoToken is what requests without a known token are refused for.
var ErrNoToken = errors.New("no valid token")

// A Store finds the user whom a token was given to.
type Store interface {
	Find(token string) (*User, error)
}

// Memory is a Store that forgets.
type Memory map[string]*User

// Find implements [Store].
func (m Memory) Find(token string) (*User, error) {
	if u, ok := m[token]; ok {
		return u, nil
	}
	return nil, ErrNoToken
}

// A Service answers who sent a request.
type Service struct{ store Store }

// NewService makes a service on a store.
func NewService(s Store) *Service { return &Service{store: s} }

// User finds the user a request's token belongs to.
func (s *Service) User(r *http.Request) (*User, error) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok || token == "" {
		return nil, ErrNoToken
	}
	return s.store.Find(token)
}

// A contextKey is a type of its own so that no other package's keys collide.
type contextKey int

const userKey contextKey = iota

func withUser(ctx context.Context, u *User) context.Context {
	return context.WithValue(ctx, userKey, u)
}

// Current is the user that Identify found, or nil.
func Current(ctx context.Context) *User {
	u, _ := ctx.Value(userKey).(*User)
	return u
}
