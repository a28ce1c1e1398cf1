package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestVerdicts lists the routes by hand: the router has no way to tell them.
func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/bunrouter/...",
		Path:     map[string]string{"/api/products/:id": "/api/products/user"},
		New:      New,
		Routes: []served.Route{
			{Method: "GET", Pattern: "/"}, {Method: "GET", Pattern: "/healthz"}, {Method: "GET", Pattern: "/me"},
			{Method: "GET", Pattern: "/api/products/:id"}, {Method: "POST", Pattern: "/api/products"}, {Method: "PUT", Pattern: "/api/products/:id"},
			{Method: "GET", Pattern: "/api/orders/late"}, {Method: "GET", Pattern: "/admin/users"}, {Method: "DELETE", Pattern: "/admin/users/:id"},
			{Method: "GET", Pattern: "/plain/page"}, {Method: "GET", Pattern: "/plain/inner/page"}, {Method: "GET", Pattern: "/verbose/:id"},
		},
	})
}
