package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestVerdicts lists the routes by hand: the router has no way to tell them.
func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/httprouter/...",
		New:      New,
		Routes: []served.Route{
			{Method: "*", Pattern: "/"}, // what no route matches
			{Method: "GET", Pattern: "/"}, {Method: "GET", Pattern: "/healthz"}, {Method: "POST", Pattern: "/login"},
			{Method: "GET", Pattern: "/static/*filepath"}, {Method: "GET", Pattern: "/products/:id"}, {Method: "POST", Pattern: "/products"},
			{Method: "DELETE", Pattern: "/products/:id"}, {Method: "GET", Pattern: "/orders"}, {Method: "PUT", Pattern: "/orders/:id"},
			{Method: "PATCH", Pattern: "/orders/:id"}, {Method: "GET", Pattern: "/admin/users"}, {Method: "GET", Pattern: "/admin/users/:id"},
			{Method: "GET", Pattern: "/admin/stats"},
		},
		Path: map[string]string{"/static/*filepath": "/static/site.css", "/orders/:id": "/orders/user"},
	})
}
