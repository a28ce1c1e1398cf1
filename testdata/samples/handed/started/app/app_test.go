package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/handed/host"
	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/handed/started/...",
		New: func() http.Handler {
			s := New()
			host.Begin()
			return s.HTTP.Handler
		},
		Routes: []served.Route{{Method: "GET", Pattern: "/notes"}, {Method: "DELETE", Pattern: "/notes/{id}"}},
	})
}
