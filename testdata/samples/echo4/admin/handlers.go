package admin

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/samples/echo4/rest"
)

func stats(c echo.Context) error     { return rest.OK(c, echo.Map{"loans": 7}) }
func listUsers(c echo.Context) error { return rest.OK(c, []string{"user", "admin"}) }
func listJobs(c echo.Context) error  { return rest.OK(c, []string{"remind"}) }
func runJob(c echo.Context) error    { return rest.OK(c, "running") }
func changeJob(c echo.Context) error { return rest.OK(c, c.Param("id")) }
func cancelJob(c echo.Context) error { return rest.OK(c, c.Param("id")) }

func (a *Admin) deleteUser(c echo.Context) error {
	return rest.OK(c, c.Param("id")+" by "+a.gate.Role)
}

// Audit is registered by the application, below a group of its own.
func Audit(c echo.Context) error { return rest.OK(c, []string{}) }

func index() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rest.Acted(w)
		_, _ = w.Write([]byte(r.URL.Path))
	})
}
