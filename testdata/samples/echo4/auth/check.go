package auth

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// An Error is a refusal. The application's error handler answers with its
// status.
type Error struct {
	Status  int
	Message string
}

func (e *Error) Error() string { return e.Message }

// needs says which role an action takes.
var needs = map[string]string{
	"renew":    "admin",
	"labels":   "admin",
	"invoices": "admin",
	"order":    "",
}

// Require is for handlers that check for themselves. When it reports false the
// request has been answered.
func Require(c echo.Context) (*User, bool) {
	u, err := FromRequest(c.Request())
	if err != nil {
		_ = c.JSON(http.StatusUnauthorized, echo.Map{"error": err.Error()})
		return nil, false
	}
	return u, true
}

// Authorize says whether the request's user may take an action. It answers
// nothing.
func Authorize(c echo.Context, action string) error {
	u, ok := Current(c)
	if !ok {
		return &Error{http.StatusUnauthorized, "log in first"}
	}
	if role := needs[action]; role != "" && !u.Has(role) {
		return &Error{http.StatusForbidden, "not for you: " + action}
	}
	return nil
}
