package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for _, r := range New().Routes() {
		routes = append(routes, served.Route{Method: r.Method, Pattern: r.Path})
	}
	served.Check(t, served.Sample{
		Packages: "./samples/oapi/gin/...", New: func() http.Handler { return New() }, Routes: routes,
	})
}

// TestContract: what the document demands of the operations under /v0 nobody asks for there.
func TestContract(t *testing.T) {
	const right = ", and is served without a guard; that is right if the description has an alternative that asks for nothing"
	served.CheckRule(t, "./samples/oapi/gin/...", "contract",
		"contract: POST /v0/books declares bearerAuth"+right,
		"contract: DELETE /v0/books/:id declares bearerAuth"+right,
		"contract: PUT /v0/books/:id/loan declares bearerAuth"+right,
		"contract: GET /v0/me/loans declares bearerAuth"+right)
}
