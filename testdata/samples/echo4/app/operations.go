package app

import (
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
	"github.com/guardvet/guardvet/testdata/samples/echo4/rest"
)

// operations is what machines ask for, with credentials of their own.
func operations(e *echo.Echo, cfg *config) {
	ops := e.Group("/ops", middleware.BasicAuthWithConfig(middleware.BasicAuthConfig{
		Skipper:   func(c echo.Context) bool { return c.Path() == "/ops/ready" },
		Validator: auth.Password(cfg.password),
	}))
	ops.GET("/ready", show("ready"))
	ops.GET("/metrics", show("metrics"))
	hooks := e.Group("/hooks", middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{
		KeyLookup: "header:X-Hook-Key",
		Validator: func(key string, _ echo.Context) (bool, error) { return auth.Same(key, cfg.hookKey), nil },
	}))
	hooks.POST("/payment", paid)
	preview(e.Group("/preview"))
}

func show(what string) echo.HandlerFunc {
	return func(c echo.Context) error { return rest.OK(c, what) }
}

func paid(c echo.Context) error {
	rest.Acted(c.Response())
	return c.NoContent(http.StatusNoContent)
}

// preview is public in the demonstration, which says so in its environment.
func preview(g *echo.Group) {
	if os.Getenv("LIBRARY_DEMO") == "" {
		g.Use(auth.RequireUser)
	}
	g.GET("", show("preview"))
}
