package app

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/auth"
)

func ofEcho() http.Handler {
	e := echo.New()
	e.POST("/echo/tells", actEcho, tells)
	e.POST("/echo/returns", actEcho, returns)
	e.GET("/echo/forbidden", actEcho, forbids)
	e.Group("/echo/admin", returns)     // want lateguard
	e.GET("/echo/admin/users", actEcho) // want unguarded
	return e
}

// tells the client, and goes on.
func tells(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if user(c.Request()) == nil {
			c.JSON(http.StatusUnauthorized, nil) // want continues
		}
		return next(c)
	}
}

func returns(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if user(c.Request()) == nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func forbids(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if user(c.Request()) == nil {
			return c.NoContent(http.StatusForbidden) // want status401403
		}
		return next(c)
	}
}

func actEcho(c echo.Context) error {
	auth.Done(c.Response(), c.Request())
	return nil
}
