package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestVerdicts lists the routes by hand: the router has no way to tell them.
func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/macaron/...",
		New:      func() http.Handler { return New() },
		Routes: []served.Route{
			{Method: "GET", Pattern: "/healthz"}, {Method: "GET", Pattern: "/me"}, {Method: "GET", Pattern: "/api/products/:id"}, {Method: "POST", Pattern: "/api/products"},
			{Method: "PUT", Pattern: "/api/products/:id"}, {Method: "GET", Pattern: "/api/drafts"}, {Method: "GET", Pattern: "/api/headers"}, {Method: "GET", Pattern: "/api/moved"},
			{Method: "GET", Pattern: "/api/orders"}, {Method: "POST", Pattern: "/api/orders"}, {Method: "GET", Pattern: "/api/notes"}, {Method: "DELETE", Pattern: "/api/notes"},
			{Method: "GET", Pattern: "/api/admin/users"}, {Method: "DELETE", Pattern: "/api/admin/users/:id"},
			{Method: "GET", Pattern: "/results/status"}, {Method: "GET", Pattern: "/results/error"}, {Method: "GET", Pattern: "/results/none"}, {Method: "GET", Pattern: "/results/text"},
			{Method: "GET", Pattern: "/std"}, {Method: "GET", Pattern: "/session"}, {Method: "GET", Pattern: "/somebody"}, {Method: "GET", Pattern: "/both"}, {Method: "POST", Pattern: "/both"}, {Method: "*", Pattern: "/any"},
			{Method: "GET", Pattern: "/twice"}, {Method: "*", Pattern: "/"},
		},
		Path: map[string]string{"/": "/some/page"},
	})
}
