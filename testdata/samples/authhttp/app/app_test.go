package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/authhttp/...",
		New:      New,
		Routes: []served.Route{
			{Method: "GET", Pattern: "/jwt/strict"}, {Method: "GET", Pattern: "/jwt/optional"}, {Method: "GET", Pattern: "/jwt/claimed"},
			{Method: "GET", Pattern: "/session/open"}, {Method: "GET", Pattern: "/session/known"},
		},
	})
}
