// Package app puts the library together.
package app

import (
	"fmt"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"github.com/guardvet/guardvet/testdata/samples/echo4/admin"
	"github.com/guardvet/guardvet/testdata/samples/echo4/api"
	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
	"github.com/guardvet/guardvet/testdata/samples/echo4/mw"
	"github.com/guardvet/guardvet/testdata/samples/echo4/rest"
	"github.com/guardvet/guardvet/testdata/samples/echo4/web"
)

// New makes the library.
func New(opts ...Option) *echo.Echo {
	cfg := &config{}
	for _, o := range opts {
		o(cfg)
	}
	e := echo.New()
	e.HTTPErrorHandler = rest.Errors
	before(e)
	// Registered before Use, and reached by it: echo's own middleware is
	// applied to requests, not to routes.
	web.Health(e)
	web.Files(e)
	e.Use(cfg.chain...)
	web.Pages(e, auth.Session{Cookie: "session", Login: "/login"})
	api.Register(e.Group("/api").Group("/v1"), cfg.guard)
	admin.New(e.Group("/admin")).Register()
	// Planted fault: another group of the same prefix knows nothing of the gate.
	e.Group("/admin").GET("/audit", admin.Audit)
	operations(e, cfg)
	desk(e)
	members(e)
	// After members, whose group would answer what no route matches.
	e.RouteNotFound("/*", web.Fallback)
	e.Use(mw.Below("/me", auth.RequireUser))
	return e
}

// before is what comes before a route is looked for.
func before(e *echo.Echo) {
	e.Pre(middleware.RemoveTrailingSlash())
	e.Pre(mw.Under("/internal/", auth.RequireUser))
	// Planted fault: no route has been found yet, so none has this prefix.
	e.Pre(mw.Below("/legacy/", auth.RequireUser))
	e.GET("/internal/version", version)
	e.GET("/legacy/version", version)
}

// members is what members see. The routes on e are guarded by what New adds
// last, or they are not.
func members(e *echo.Echo) {
	e.GET("/me", me)
	private := e.Group("", auth.RequireUser)
	private.GET("/invoices", invoices)
	// Planted fault: replaces the guarded route that is the same.
	private.GET("/feed", feed)
	e.GET("/feed", feed)
	e.GET("/drafts", drafts)
	e.PUT("/notes", notes, checkAfter)
}

// desk is the staff's own host.
func desk(e *echo.Echo) {
	d := e.Host("desk.library.example", auth.RequireRole("admin"))
	d.GET("/counter", counter)
}

// invoices wraps the refusal, which the error handler unwraps.
func invoices(c echo.Context) error {
	if err := auth.Authorize(c, "invoices"); err != nil {
		return fmt.Errorf("invoices: %w", err)
	}
	return rest.OK(c, []string{})
}

// drafts is a planted fault: what Require answers does not stop its caller.
func drafts(c echo.Context) error {
	auth.Require(c)
	return rest.OK(c, "drafts")
}

func me(c echo.Context) error {
	u, _ := auth.Current(c)
	return rest.OK(c, u.Name)
}

func version(c echo.Context) error { return rest.OK(c, 4) }
func feed(c echo.Context) error    { return rest.OK(c, []string{}) }
func notes(c echo.Context) error   { return rest.OK(c, "noted") }
func counter(c echo.Context) error { return rest.OK(c, "open") }

// checkAfter is a planted fault: it refuses when the handler has answered.
func checkAfter(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := next(c); err != nil {
			return err
		}
		if _, ok := auth.Current(c); !ok {
			return echo.ErrForbidden
		}
		return nil
	}
}
