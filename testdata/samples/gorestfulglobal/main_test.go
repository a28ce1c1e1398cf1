package main

import (
	"net/http"
	"sync"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestVerdicts lists the routes by hand: half of them are the default mux's.
func TestVerdicts(t *testing.T) {
	once := sync.OnceFunc(register)
	served.Check(t, served.Sample{
		Packages: "./samples/gorestfulglobal",
		New: func() http.Handler {
			once()
			return http.DefaultServeMux
		},
		Routes: []served.Route{
			{Method: "GET", Pattern: "/orders/{id}"}, {Method: "*", Pattern: "/report"}, {Method: "*", Pattern: "/stats"}, {Method: "*", Pattern: "/debug"},
		},
	})
}
