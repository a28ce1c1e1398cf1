package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	routes := []served.Route{{Method: "*", Pattern: "/metrics"}}
	for _, ws := range New().RegisteredWebServices() {
		for _, r := range ws.Routes() {
			routes = append(routes, served.Route{Method: r.Method, Pattern: r.Path})
		}
	}
	served.Check(t, served.Sample{
		Packages: "./samples/gorestful/...",
		New:      func() http.Handler { return New() },
		Routes:   routes,
	})
}
