package app

import (
	"net/http"
	"testing"

	"github.com/labstack/echo/v4"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for _, r := range New().Routes() {
		if r.Method != echo.RouteNotFound { // that of a group, which is no route: see the limits
			routes = append(routes, served.Route{Method: r.Method, Pattern: r.Path})
		}
	}
	served.Check(t, served.Sample{
		Packages: "./samples/oapi/echo/...", New: func() http.Handler { return New() }, Routes: routes,
	})
}
