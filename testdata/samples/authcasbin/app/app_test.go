package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/authcasbin/...",
		New:      New,
		Routes: []served.Route{
			{Method: "GET", Pattern: "/admin/users"}, {Method: "GET", Pattern: "/admin/known"}, {Method: "GET", Pattern: "/admin/logged"},
			{Method: "GET", Pattern: "/admin/batch"}, {Method: "GET", Pattern: "/admin/inside"}, {Method: "GET", Pattern: "/admin/asked"},
			{Method: "GET", Pattern: "/guests/prices"}, {Method: "GET", Pattern: "/guests/orders"},
			{Method: "GET", Pattern: "/gin/admin"}, {Method: "GET", Pattern: "/gin/goeson"},
			{Method: "GET", Pattern: "/gin/printed"},
		},
		Unknown: map[string]string{
			"GET /guests/prices": "the policy says what guests may do",
			"GET /guests/orders": "the policy says what guests may do",
		},
	})
}
