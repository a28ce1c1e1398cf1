package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/oapi/library"
	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	routes := append(library.Routes("/v1", library.Braces), library.Routes("/v0", library.Braces)...)
	served.Check(t, served.Sample{
		Packages: "./samples/oapi/stdhttp/...",
		New:      New,
		Routes:   append(routes, served.Route{Method: "GET", Pattern: "/robots.txt"}),
	})
}
