package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/supertokens/...",
		New:      func() http.Handler { return New("http://localhost:3567") },
		Routes: []served.Route{
			{Method: "GET", Pattern: "/books"},
			{Method: "POST", Pattern: "/books"},
			{Method: "PUT", Pattern: "/books"},
			{Method: "GET", Pattern: "/maybe"},
			{Method: "GET", Pattern: "/asked"},
			{Method: "GET", Pattern: "/mine"},
			{Method: "GET", Pattern: "/late"},
			{Method: "GET", Pattern: "/configured"},
			{Method: "GET", Pattern: "/found"},
			{Method: "GET", Pattern: "/guests"},
			{Method: "GET", Pattern: "/admin"},
			{Method: "GET", Pattern: "/all"},
		},
		Unknown: map[string]string{"GET /configured": "the environment decides whether a session is required"},
	})
}
