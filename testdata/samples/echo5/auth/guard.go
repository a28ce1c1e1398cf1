package auth

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v5"
)

// RequireUser refuses requests without a user.
func RequireUser(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		u, err := FromRequest(c.Request())
		if err != nil {
			return echo.ErrUnauthorized.Wrap(err)
		}
		c.Set(userKey, u)
		return next(c)
	}
}

// RequireRole refuses users without the role.
func RequireRole(role string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c *echo.Context) error {
			u, err := Current(c)
			if err != nil {
				return echo.NewHTTPError(http.StatusUnauthorized, "log in first")
			}
			if !u.Has(role) {
				return echo.ErrForbidden
			}
			return next(c)
		}
	}
}

// A Gate lets one role through.
type Gate struct{ Role string }

// Check is the gate's middleware.
func (g *Gate) Check(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if err := Authorize(c, g.Role); err != nil {
			return err
		}
		return next(c)
	}
}

// Below applies a middleware to the routes below a prefix only.
func Below(prefix string, m echo.MiddlewareFunc) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		wrapped := m(next)
		return func(c *echo.Context) error {
			if strings.HasPrefix(c.Path(), prefix) {
				return wrapped(c)
			}
			return next(c)
		}
	}
}
