package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	served.Check(t, served.Sample{
		Packages: "./samples/starters/...",
		New: func() http.Handler {
			mux := http.NewServeMux()
			mux.Handle("/", (&Web{}).Routes())
			mux.Handle("/healthz", Probes())
			mux.Handle("PUT /notes/{id}", &Front{rest: Behind()})
			return mux
		},
		Routes: []served.Route{{Method: "GET", Pattern: "/healthz"}, {Method: "GET", Pattern: "/notes"}, {Method: "DELETE", Pattern: "/notes/{id}"}, {Method: "PUT", Pattern: "/notes/{id}"}},
	})
}
