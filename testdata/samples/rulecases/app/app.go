// Package app has, in a file for each rule and over several frameworks, mistakes on lines
// that say so and the same done well. Its parts are applications of their own, mounted on
// one mux.
package app

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

// New makes all of them.
func New() http.Handler {
	gin.SetMode(gin.ReleaseMode)
	mux := http.NewServeMux()
	claims(mux)
	continuing(mux)
	failing(mux)
	forged(mux)
	late(mux)
	missing(mux)
	remote(mux)
	sentOnly(mux)
	pageTokens(mux)
	shared(mux)
	nobody(mux)
	reviews(mux)
	signed(mux)
	sides(mux)
	tried(mux)
	skipping(mux)
	unkeyed(mux)
	doors(mux)
	expressed(mux)
	reasons(mux)
	confused(mux)
	passing(mux)
	regardless(mux, &collection{books: map[string]string{}})
	upgraded(mux)
	weak(mux)
	wrong(mux)
	return mux
}

var done = http.HandlerFunc(auth.Done)

func user(r *http.Request) *auth.User {
	u, _ := auth.Authenticate(r)
	return u
}

func doneGin(c *gin.Context) { auth.Done(c.Writer, c.Request) }

func requireGin(c *gin.Context) {
	if user(c.Request) == nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

func roleGin(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !auth.Check(c.Writer, c.Request, role) {
			c.Abort()
		}
	}
}

func doneEcho(c echo.Context) error {
	auth.Done(c.Response(), c.Request())
	return nil
}

func requireEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if user(c.Request()) == nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func roleEcho(role string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			switch u := user(c.Request()); {
			case u == nil:
				return echo.ErrUnauthorized
			case !u.Has(role):
				return echo.ErrForbidden
			}
			return next(c)
		}
	}
}
