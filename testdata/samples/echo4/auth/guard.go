package auth

import (
	"crypto/subtle"
	"net/http"

	"github.com/labstack/echo/v4"
)

// RequireUser refuses requests without a user.
func RequireUser(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		u, err := FromRequest(c.Request())
		if err != nil {
			return echo.NewHTTPError(http.StatusUnauthorized, "log in first").SetInternal(err)
		}
		c.Set(userKey, u)
		return next(c)
	}
}

// RequireRole refuses users without the role.
func RequireRole(role string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			u, ok := Current(c)
			if !ok {
				return echo.ErrUnauthorized
			}
			if !u.Has(role) {
				return echo.ErrForbidden
			}
			return next(c)
		}
	}
}

// RequireAny refuses users that have none of the roles.
func RequireAny(roles ...string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			u, ok := Current(c)
			if !ok {
				return c.NoContent(http.StatusUnauthorized)
			}
			for _, role := range roles {
				if u.Has(role) {
					return next(c)
				}
			}
			return c.JSON(http.StatusForbidden, echo.Map{"needs": roles})
		}
	}
}

// A Gate lets one role through.
type Gate struct{ Role string }

// Check is the gate's middleware.
func (g *Gate) Check(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := g.admit(c); err != nil {
			return err
		}
		return next(c)
	}
}

func (g *Gate) admit(c echo.Context) error {
	u, err := FromRequest(c.Request())
	if err != nil {
		return err
	}
	if !u.Has(g.Role) {
		return &Error{http.StatusForbidden, "only for " + g.Role}
	}
	return nil
}

// A Session is the login of the pages, kept in a cookie.
type Session struct{ Cookie, Login string }

// Check sends requests without a session to the login.
func (s Session) Check(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		cookie, err := c.Cookie(s.Cookie)
		if err != nil {
			return c.Redirect(http.StatusFound, s.Login)
		}
		u, ok := find(cookie.Value)
		if !ok {
			return c.Redirect(http.StatusFound, s.Login)
		}
		c.Set(userKey, u)
		return next(c)
	}
}

// Password says whether an operator's password is right. The names are those of
// users.
func Password(password string) func(name, given string, c echo.Context) (bool, error) {
	return func(name, given string, _ echo.Context) (bool, error) {
		_, ok := find(name)
		return ok && Same(given, password), nil
	}
}

// Same compares secrets in constant time.
func Same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
