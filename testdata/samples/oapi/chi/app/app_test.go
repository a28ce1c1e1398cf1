package app

import (
	"net/http"
	"testing"

	"github.com/go-chi/chi/v5"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	err := chi.Walk(New(), func(method, pattern string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		routes = append(routes, served.Route{Method: method, Pattern: pattern})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	served.Check(t, served.Sample{
		Packages: "./samples/oapi/chi/...", New: func() http.Handler { return New() }, Routes: routes,
	})
}
