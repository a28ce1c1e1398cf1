package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/handed/host"
	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/plugin",
		New: func() http.Handler {
			p := &Plugin{}
			host.Run(p)
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { host.Call(p, "Serve", &Caller{}, w, r) })
		},
		Routes: []served.Route{{Method: "*", Pattern: "/notes"}, {Method: "*", Pattern: "/users"}, {Method: "*", Pattern: "/secrets"}},
	})
}
