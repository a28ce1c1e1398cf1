package auth

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// An Error is a refusal, to be answered with its status.
type Error struct {
	Status  int
	Message string
}

func (e *Error) Error() string { return e.Message }

// needs says which role an action takes.
var needs = map[string]string{
	"refund":   "admin",
	"checkout": "",
	"coupons":  "admin",
}

// Require is for handlers that check for themselves. When it reports false the
// request has been answered.
func Require(c *gin.Context) (User, bool) {
	u, err := Authenticate(c.Request)
	if err != nil {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "log in first"})
		return User{}, false
	}
	return u, true
}

// Authorize says whether the request's user may take an action. It answers
// nothing.
func Authorize(c *gin.Context, action string) error {
	u, ok := Current(c)
	if !ok {
		return &Error{http.StatusUnauthorized, "log in first"}
	}
	if role := needs[action]; role != "" && !u.Has(role) {
		return &Error{http.StatusForbidden, "not for you: " + action}
	}
	return nil
}
