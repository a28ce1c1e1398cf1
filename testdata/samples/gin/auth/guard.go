package auth

import (
	"crypto/subtle"
	"net/http"

	"github.com/gin-gonic/gin"
)

// RequireUser refuses requests without a user.
func RequireUser(c *gin.Context) {
	u, err := Authenticate(c.Request)
	if err != nil {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": err.Error()})
		return
	}
	c.Set(userKey, u)
}

// RequireRole refuses users without the role.
func RequireRole(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		u, ok := Current(c)
		if !ok {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		if !u.Has(role) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// RequireAny refuses users that have none of the roles.
func RequireAny(roles ...string) gin.HandlerFunc {
	return func(c *gin.Context) {
		u, _ := Current(c)
		for _, role := range roles {
			if u.Has(role) {
				return
			}
		}
		c.AbortWithStatus(http.StatusForbidden)
	}
}

// A Gate lets one role through.
type Gate struct{ Role string }

// Check is the gate's middleware. Aborting is all it has to do: gin does not go
// on to the handlers behind, whatever runs here afterwards.
func (g *Gate) Check(c *gin.Context) {
	u, ok := Require(c)
	if ok && !u.Has(g.Role) {
		deny(c, http.StatusForbidden)
	}
	c.Set("gate", g.Role)
}

func deny(c *gin.Context, status int) {
	c.Header("Cache-Control", "no-store")
	c.AbortWithStatus(status)
}

// SharedKey refuses callers that do not know the key: machines have no users.
func SharedKey(header, key string) gin.HandlerFunc {
	return func(c *gin.Context) {
		got := c.GetHeader(header)
		if subtle.ConstantTimeCompare([]byte(got), []byte(key)) != 1 {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	}
}
