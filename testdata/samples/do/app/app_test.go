package app

import (
	"net/http"
	"testing"

	"github.com/samber/do/v2"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/do/...",
		New:      func() http.Handler { return do.MustInvoke[http.Handler](Injector()) },
		Routes: []served.Route{
			{Method: "GET", Pattern: "/shop/prices"}, {Method: "GET", Pattern: "/shop/offers"},
			{Method: "GET", Pattern: "/office"}, {Method: "PUT", Pattern: "/office"}, {Method: "DELETE", Pattern: "/office"},
		},
	})
}
