// Package auth knows the members of the library and keeps others out.
package auth

import (
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"
)

// A User is somebody who has shown a token or a session.
type User struct {
	Name  string
	Roles []string
}

// Has reports whether the user has a role.
func (u *User) Has(role string) bool { return slices.Contains(u.Roles, role) }

// find gives the user that a token stands for.
func find(token string) (*User, bool) {
	switch token {
	case "user":
		return &User{Name: "user"}, true
	case "admin":
		return &User{Name: "admin", Roles: []string{"admin"}}, true
	}
	return nil, false
}

// FromRequest is the user that a request's token belongs to.
func FromRequest(r *http.Request) (*User, error) {
	token, ok := strings.CutPrefix(r.Header.Get(echo.HeaderAuthorization), "Bearer ")
	if !ok {
		return nil, &Error{http.StatusUnauthorized, "no token"}
	}
	u, ok := find(token)
	if !ok {
		return nil, &Error{http.StatusUnauthorized, "unknown token"}
	}
	return u, nil
}

const userKey = "auth.user"

// Identify puts the user into the context. It refuses nobody: public pages
// greet whoever is logged in.
func Identify(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if u, err := FromRequest(c.Request()); err == nil {
			c.Set(userKey, u)
		}
		return next(c)
	}
}

// Current is the user that Identify found.
func Current(c echo.Context) (*User, bool) {
	u, ok := c.Get(userKey).(*User)
	return u, ok
}
