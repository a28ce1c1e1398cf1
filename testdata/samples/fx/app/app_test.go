package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/fx/...",
		New:      New,
		Routes: []served.Route{
			{Method: "GET", Pattern: "/prices"}, {Method: "GET", Pattern: "/orders"}, {Method: "GET", Pattern: "/reports"},
			{Method: "GET", Pattern: "/export"}, {Method: "GET", Pattern: "/more/a"}, {Method: "GET", Pattern: "/more/b"},
			{Method: "GET", Pattern: "/admin/users"}, {Method: "DELETE", Pattern: "/admin/users"},
			{Method: "GET", Pattern: "/admin/audit"}, {Method: "GET", Pattern: "/healthz"},
			{Method: "GET", Pattern: "/late"},
		},
	})
}
