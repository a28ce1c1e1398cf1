// Package admin is the club's administration.
package admin

import (
	"net/http"

	"github.com/labstack/echo/v5"
	"github.com/labstack/echo/v5/middleware"

	"github.com/guardvet/guardvet/testdata/samples/echo5/api"
	"github.com/guardvet/guardvet/testdata/samples/echo5/auth"
)

// An Admin is the administration below a group.
type Admin struct {
	group *echo.Group
	gate  *auth.Gate
}

// New makes the administration below a group.
func New(group *echo.Group) *Admin {
	return &Admin{group: group, gate: &auth.Gate{Role: "admin"}}
}

// Register registers the administration's routes.
func (a *Admin) Register() {
	// Planted fault: the group has its gate only after this route.
	a.group.GET("/stats", stats)
	a.group.Use(a.gate.Check)
	for _, r := range []echo.Route{
		{Method: http.MethodGet, Path: "/users", Handler: listUsers, Middlewares: []echo.MiddlewareFunc{middleware.Gzip()}},
		{Method: http.MethodDelete, Path: "/users/:id", Handler: a.deleteUser},
	} {
		a.group.Add(r.Method, r.Path, r.Handler, r.Middlewares...)
	}
	a.group.Any("/index/*", echo.WrapHandler(http.StripPrefix("/admin/index", index())))
}

// Jobs registers what the administration runs, below a group of its own: other
// machines ask for it, and have no role to pass the gate with.
func Jobs(g *echo.Group) {
	// Planted fault: complain refuses in words only.
	g.POST("", runJob, complain)
}

// complain answers 401 and goes on.
func complain(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if _, err := auth.Current(c); err != nil {
			_ = c.NoContent(http.StatusUnauthorized)
		}
		return next(c)
	}
}

func stats(c *echo.Context) error     { return api.OK(c, 7) }
func runJob(c *echo.Context) error    { return api.OK(c, "running") }
func listUsers(c *echo.Context) error { return api.OK(c, []string{"user", "admin"}) }

func (a *Admin) deleteUser(c *echo.Context) error {
	return api.OK(c, c.Param("id")+" by "+a.gate.Role)
}

func index() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		api.Acted(w)
		_, _ = w.Write([]byte(r.URL.Path))
	})
}
