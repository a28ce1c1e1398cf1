package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/authboss/...",
		New:      New,
		Path:     map[string]string{"/{$}": "/", "/auth/": "/auth/logout"},
		Routes: []served.Route{
			{Method: "GET", Pattern: "/{$}"},
			{Method: "GET", Pattern: "/books"},
			{Method: "POST", Pattern: "/books"},
			{Method: "GET", Pattern: "/hidden"},
			{Method: "GET", Pattern: "/account"},
			{Method: "PUT", Pattern: "/account"},
			{Method: "DELETE", Pattern: "/account"},
			{Method: "GET", Pattern: "/confirmed"},
			{Method: "GET", Pattern: "/unlocked"},
			{Method: "GET", Pattern: "/remembered"},
			{Method: "GET", Pattern: "/expired"},
			{Method: "GET", Pattern: "/admin"},
			{Method: "GET", Pattern: "/me"},
			{Method: "GET", Pattern: "/id"},
			{Method: "GET", Pattern: "/whole"},
			{Method: "GET", Pattern: "/loaded"},
			{Method: "GET", Pattern: "/panics"},
			{Method: "GET", Pattern: "/session"},
			{Method: "GET", Pattern: "/half"},
			{Method: "GET", Pattern: "/greeting"},
			{Method: "*", Pattern: "/auth/"},
		},
	})
}
