package app

import (
	"net/http"
	"testing"

	"github.com/gofiber/fiber/v3/middleware/adaptor"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for _, r := range New().GetRoutes(true) {
		if r.Method != http.MethodHead { // which goes without saying where there is GET
			routes = append(routes, served.Route{Method: r.Method, Pattern: r.Path})
		}
	}
	served.Check(t, served.Sample{
		Packages: "./samples/oapi/fiber/...", New: func() http.Handler { return adaptor.FiberApp(New()) }, Routes: routes,
	})
}
