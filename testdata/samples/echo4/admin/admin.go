// Package admin is the library's administration.
package admin

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/echo4/auth"
)

// An Admin is the administration below a group.
type Admin struct {
	group *echo.Group
	gate  auth.Gate
}

// New makes the administration below a group.
func New(group *echo.Group) *Admin {
	return &Admin{group: group, gate: auth.Gate{Role: "admin"}}
}

// Register registers the administration's routes.
func (a *Admin) Register() {
	// Planted faults: a route keeps what its group had when it was added, and a
	// group what its parent had when it was made. Neither sees the gate.
	a.group.GET("/stats", stats)
	jobs := a.group.Group("/jobs")

	a.group.Use(a.gate.Check)
	a.table()
	a.jobs(jobs)
	a.group.Any("/index/*", echo.WrapHandler(http.StripPrefix("/admin/index", index())))
}

type route struct {
	method, path string
	handler      echo.HandlerFunc
	more         []echo.MiddlewareFunc
}

func (a *Admin) table() {
	for _, r := range []route{
		{method: http.MethodGet, path: "/users", handler: listUsers},
		{http.MethodDelete, "/users/:id", a.deleteUser, []echo.MiddlewareFunc{note("delete")}},
	} {
		a.group.Add(r.method, r.path, r.handler, r.more...)
	}
}

// jobs gets the group that was made too early.
func (a *Admin) jobs(g *echo.Group) {
	g.GET("", listJobs)
	// Planted faults: one refuses in words only, the other makes a refusal that
	// it does not return.
	g.POST("", runJob, complain)
	g.PUT("/:id", changeJob, mumble)
	g.DELETE("/:id", cancelJob, a.gate.Check)
}

// complain answers 401 and goes on.
func complain(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, ok := auth.Current(c); !ok {
			c.Error(echo.ErrUnauthorized)
		}
		return next(c)
	}
}

// mumble makes an error that nobody gets to see.
func mumble(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, ok := auth.Current(c); !ok {
			_ = echo.NewHTTPError(http.StatusUnauthorized, "log in first")
		}
		return next(c)
	}
}

// note says in the response what has been written down of it.
func note(what string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			c.Response().Header().Set("X-Noted", what)
			return next(c)
		}
	}
}
