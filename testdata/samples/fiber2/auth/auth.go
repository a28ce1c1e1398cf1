// Package auth knows who sends a request, and what that person may do.
package auth

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// A User is somebody known.
type User struct {
	Name  string
	Roles []string
}

// Has reports whether the user has the role.
func (u *User) Has(role string) bool {
	for _, r := range u.Roles {
		if r == role {
			return true
		}
	}
	return false
}

var users = map[string]*User{
	"user":  {Name: "user"},
	"admin": {Name: "admin", Roles: []string{"admin"}},
}

// ErrNobody is the error of [Authenticate].
var ErrNobody = errors.New("not logged in")

// Authenticate returns who sent the request.
func Authenticate(c *fiber.Ctx) (*User, error) {
	token, ok := strings.CutPrefix(c.Get(fiber.HeaderAuthorization), "Bearer ")
	if !ok {
		return nil, ErrNobody
	}
	u := users[token]
	if u == nil {
		return nil, ErrNobody
	}
	return u, nil
}

// Identify puts the user, if there is one, into the context. It refuses nobody.
func Identify(c *fiber.Ctx) error {
	if u, err := Authenticate(c); err == nil {
		c.Locals("user", u)
	}
	return c.Next()
}

// Current is the user that Identify has found, or nil.
func Current(c *fiber.Ctx) *User {
	u, _ := c.Locals("user").(*User)
	return u
}

// RequireUser refuses those who are not known.
func RequireUser(c *fiber.Ctx) error {
	if Current(c) == nil {
		return fiber.ErrUnauthorized
	}
	return c.Next()
}

// RequireRole refuses those who do not have the role.
func RequireRole(role string) fiber.Handler {
	return func(c *fiber.Ctx) error {
		u, err := Authenticate(c)
		if err != nil {
			return fiber.NewError(fiber.StatusUnauthorized, "log in first")
		}
		if !u.Has(role) {
			return fmt.Errorf("role %s: %w", role, fiber.ErrForbidden)
		}
		return c.Next()
	}
}

// ToLogin sends those who are not known to the login page.
func ToLogin(c *fiber.Ctx) error {
	if Current(c) == nil {
		return c.Redirect("/login")
	}
	return c.Next()
}

// Forgets answers, and goes on all the same.
func Forgets(c *fiber.Ctx) error {
	if Current(c) == nil {
		c.Status(fiber.StatusUnauthorized).SendString("log in first")
	}
	return c.Next()
}

// Silent answers nobody, not even those whom it refuses.
func Silent(c *fiber.Ctx) error {
	if Current(c) == nil {
		c.Status(fiber.StatusForbidden)
		return nil
	}
	return c.Next()
}
