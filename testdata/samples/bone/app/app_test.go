package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestVerdicts lists the routes by hand: those of a sub-router are not among the mux's own.
func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/bone/...",
		New:      New,
		Routes: []served.Route{
			{Method: "GET", Pattern: "/"}, {Method: "GET", Pattern: "/healthz"}, {Method: "GET", Pattern: "/products/:id"}, {Method: "POST", Pattern: "/products"},
			{Method: "DELETE", Pattern: "/products/:id"}, {Method: "PUT", Pattern: "/products/:id"}, {Method: "*", Pattern: "/jobs/:id"},
			{Method: "GET", Pattern: "/admin/users"}, {Method: "POST", Pattern: "/admin/users"},
		},
	})
}
