package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestVerdicts lists the routes by hand: the router has no way to tell them.
// GET /account/export is none of them, because the sub-router before it takes all that is
// below /account/.
func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/goji/...",
		New:      New,
		Routes: []served.Route{
			{Method: "GET", Pattern: "/"}, {Method: "GET", Pattern: "/healthz"}, {Method: "GET", Pattern: "/products/:id"}, {Method: "POST", Pattern: "/products"},
			{Method: "DELETE", Pattern: "/products/:id"}, {Method: "GET", Pattern: "/admin/users"}, {Method: "POST", Pattern: "/admin/jobs/:id"},
			{Method: "GET", Pattern: "/account/cards"}, {Method: "GET", Pattern: "/account/own"},
		},
	})
}
