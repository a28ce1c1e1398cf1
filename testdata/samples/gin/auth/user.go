// Package auth knows the users of the shop and keeps others out.
package auth

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

// A User is somebody who has shown a token.
type User struct {
	Name  string
	Roles []string
}

// Has reports whether the user has a role.
func (u User) Has(role string) bool { return slices.Contains(u.Roles, role) }

// ErrAnonymous is what requests without a known token are refused for.
var ErrAnonymous = errors.New("no valid token")

var tokens = map[string]User{
	"user":  {Name: "user"},
	"admin": {Name: "admin", Roles: []string{"admin"}},
}

// Authenticate finds the user a request's token belongs to.
func Authenticate(r *http.Request) (User, error) {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return User{}, ErrAnonymous
	}
	u, ok := tokens[token]
	if !ok {
		return User{}, ErrAnonymous
	}
	return u, nil
}

const userKey = "auth.user"

// Identify puts the user into the context. It refuses nobody: public pages
// greet whoever is logged in.
func Identify(c *gin.Context) {
	u, err := Authenticate(c.Request)
	if err == nil {
		c.Set(userKey, u)
	}
	c.Next()
}

// Current is the user that Identify found.
func Current(c *gin.Context) (User, bool) {
	v, ok := c.Get(userKey)
	if !ok {
		return User{}, false
	}
	u, ok := v.(User)
	return u, ok
}
