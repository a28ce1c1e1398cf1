// Package api is the club's API.
package api

import (
	"fmt"
	"net/http"

	"github.com/labstack/echo/v5"

	"github.com/guardvet/guardvet/testdata/samples/echo5/auth"
)

// Register registers the API below a group; guard keeps its private part.
func Register(g *echo.Group, guard echo.MiddlewareFunc) error {
	courts := g.Group("/courts")
	courts.QUERY("", Public(search))
	one := courts.Group("/:court", loadCourt)
	one.GET("", getCourt)
	bookings(one.Group("/bookings", guard))
	// Planted fault: meant for the group of the guard.
	one.DELETE("", getCourt)
	if _, err := one.AddRoute(echo.Route{
		Method:      http.MethodPut,
		Path:        "",
		Handler:     getCourt,
		Middlewares: []echo.MiddlewareFunc{auth.RequireRole("admin")},
	}); err != nil {
		return err
	}
	g.POST("/reviews", Private(review))
	g.GET("/invoices", invoices)
	g.GET("/drafts", drafts)
	return nil
}

func bookings(g *echo.Group) {
	g.POST("", func(c *echo.Context) error { return OK(c, "1") })
	g.DELETE("/:booking", getCourt, auth.RequireRole("admin"))
}

// loadCourt refuses courts that do not exist, not who may not see them.
func loadCourt(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if c.Param("court") != "1" {
			return echo.ErrNotFound
		}
		return next(c)
	}
}

func getCourt(c *echo.Context) error { return OK(c, c.Param("court")) }

// invoices wraps the refusal: echo looks for the status in what is wrapped.
func invoices(c *echo.Context) error {
	if err := auth.Authorize(c, "admin"); err != nil {
		return fmt.Errorf("invoices: %w", err)
	}
	return OK(c, []string{})
}

// drafts is a planted fault: what Require answers does not stop its caller.
func drafts(c *echo.Context) error {
	auth.Require(c)
	return OK(c, "drafts")
}
