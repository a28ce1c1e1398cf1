package app

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

// kept asks for what a request says once, and keeps it in the context for the next one who asks.
func kept(e *echo.Echo) {
	e.PUT("/own/kept/wishes", func(c echo.Context) error { // nobody is asked who he is
		c.Response().Header().Set("X-Acted", "yes")
		if once(c, "wishes", wishesOf).brief {
			return c.NoContent(http.StatusNoContent)
		}
		return c.Redirect(http.StatusFound, "/own/kept/somebody")
	})
	e.GET("/own/kept/somebody", func(c echo.Context) error {
		if !once(c, "caller", callerOf).known {
			return echo.ErrUnauthorized
		}
		return done(c)
	})
}

func once[T any](c echo.Context, key string, find func(echo.Context) T) T {
	if there, ok := c.Get(key).(T); ok {
		return there
	}
	found := find(c)
	c.Set(key, found)
	return found
}

type wishes struct{ brief bool }

func wishesOf(c echo.Context) *wishes {
	return &wishes{brief: c.Request().Header.Get("Brief") == "yes"}
}

type caller struct{ known bool }

func callerOf(c echo.Context) *caller {
	token, ok := strings.CutPrefix(c.Request().Header.Get("Authorization"), "Bearer ")
	return &caller{known: ok && (token == "user" || token == "admin")}
}
