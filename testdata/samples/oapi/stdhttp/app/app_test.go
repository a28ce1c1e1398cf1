package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/oapi/library"
	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	routes := append(library.Routes("/v1", library.Braces), library.Routes("/v0", library.Braces)...)
	served.Check(t, served.Sample{
		Packages: "./samples/oapi/stdhttp/...",
		New:      New,
		Routes:   append(routes, served.Route{Method: "GET", Pattern: "/robots.txt"}),
	})
}

// TestContract: what the document demands of the operations under /v0 nobody asks for there.
func TestContract(t *testing.T) {
	const right = ", and is served without a guard; that is right if the description has an alternative that asks for nothing"
	served.CheckRule(t, "./samples/oapi/stdhttp/...", "contract",
		"contract: POST /v0/books declares bearerAuth"+right,
		"contract: DELETE /v0/books/{id} declares bearerAuth"+right,
		"contract: PUT /v0/books/{id}/loan declares bearerAuth"+right,
		"contract: GET /v0/me/loans declares bearerAuth"+right)
}
