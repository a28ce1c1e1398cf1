package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/wire/...",
		New: func() http.Handler {
			srv, _, err := NewServer("")
			if err != nil {
				panic(err)
			}
			return srv.Handler
		},
		Routes: []served.Route{{Method: "GET", Pattern: "/orders"}, {Method: "POST", Pattern: "/orders"}, {Method: "GET", Pattern: "/admin"}},
	})
}
