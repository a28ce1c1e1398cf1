package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestVerdicts lists the routes by hand: the router has no way to tell them.
func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/httptreemux/...",
		New:      New,
		Routes: []served.Route{
			{Method: "GET", Pattern: "/"}, {Method: "GET", Pattern: "/healthz"}, {Method: "GET", Pattern: "/me"},
			{Method: "GET", Pattern: "/early/page"}, {Method: "GET", Pattern: "/early/late"},
			{Method: "GET", Pattern: "/api/products/:id"}, {Method: "POST", Pattern: "/api/products"}, {Method: "DELETE", Pattern: "/api/products/:id"},
			{Method: "GET", Pattern: "/api/orders/"}, {Method: "PUT", Pattern: "/api/orders/:id"},
			{Method: "GET", Pattern: "/admin/help"}, {Method: "GET", Pattern: "/admin/users"}, {Method: "DELETE", Pattern: "/admin/users/:id"},
			{Method: "GET", Pattern: "/admin/reports/daily"},
		},
	})
}
