package mw

import (
	"github.com/guardvet/guardvet/testdata/random/kit"
	"github.com/labstack/echo/v4"
	"net/http"
)

func userOf(c echo.Context) *kit.User {
	u, _ := c.Get("user").(*kit.User)
	return u
}

func requireUser(c echo.Context) bool {
	if !kit.Known(c.Request()) {
		c.NoContent(http.StatusUnauthorized)
		return false
	}
	return true
}

func principal(c echo.Context) (*kit.User, bool) {
	u, err := kit.Verify(c.Request())
	if err != nil {
		c.String(http.StatusUnauthorized, err.Error())
		return nil, false
	}
	return u, true
}

type Router interface {
	Add(method, path string, h echo.HandlerFunc, m ...echo.MiddlewareFunc) *echo.Route
	Group(prefix string, m ...echo.MiddlewareFunc) *echo.Group
	Use(m ...echo.MiddlewareFunc)
}
