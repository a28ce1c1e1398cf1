package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for _, r := range New().Routes() {
		routes = append(routes, served.Route{Method: r.Method, Pattern: r.Path})
	}
	served.Check(t, served.Sample{
		Packages: "./samples/oapi/gin/...", New: func() http.Handler { return New() }, Routes: routes,
	})
}
