// Package auth knows the members of the club and keeps others out.
package auth

import (
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v5"
)

// A User is somebody who has shown a token.
type User struct {
	Name  string
	Roles []string
}

// Has reports whether the user has a role.
func (u *User) Has(role string) bool { return slices.Contains(u.Roles, role) }

var users = map[string]*User{
	"user":  {Name: "user"},
	"admin": {Name: "admin", Roles: []string{"admin"}},
}

// An Error is a refusal. echo asks errors for their status.
type Error struct {
	Code    int
	Message string
}

func (e *Error) Error() string { return e.Message }

// StatusCode makes Error an echo.HTTPStatusCoder.
func (e *Error) StatusCode() int { return e.Code }

// FromRequest is the user that a request's token belongs to.
func FromRequest(r *http.Request) (*User, error) {
	token, ok := strings.CutPrefix(r.Header.Get(echo.HeaderAuthorization), "Bearer ")
	if !ok {
		return nil, &Error{http.StatusUnauthorized, "no token"}
	}
	u, ok := users[token]
	if !ok {
		return nil, &Error{http.StatusUnauthorized, "unknown token"}
	}
	return u, nil
}

const userKey = "auth.user"

// Identify puts the user into the context, and refuses nobody.
func Identify(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if u, err := FromRequest(c.Request()); err == nil {
			c.Set(userKey, u)
		}
		return next(c)
	}
}

// Current is the user that Identify found.
func Current(c *echo.Context) (*User, error) { return echo.ContextGet[*User](c, userKey) }

// Require is for handlers that check for themselves. When it reports false the
// request has been answered.
func Require(c *echo.Context) (*User, bool) {
	u, err := FromRequest(c.Request())
	if err != nil {
		_ = c.JSON(http.StatusUnauthorized, map[string]string{"error": err.Error()})
		return nil, false
	}
	return u, true
}

// Authorize says whether the request's user has a role. It answers nothing.
func Authorize(c *echo.Context, role string) error {
	u, err := FromRequest(c.Request())
	if err != nil {
		return err
	}
	if !u.Has(role) {
		return &Error{http.StatusForbidden, "only for " + role}
	}
	return nil
}
