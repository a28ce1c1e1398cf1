package app

import (
	"net/http"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

func TestVerdicts(t *testing.T) {
	var routes []served.Route
	for pattern, methods := range map[string]string{
		"/health": "GET", "/books": "GET POST", "/books/new": "GET", "/books/{}": "GET DELETE", "/books/{}/loan": "PUT DELETE",
		"/books/{}/pages/{}": "GET", "/me/loans": "GET", "/fines": "GET DELETE",
	} {
		for _, prefix := range []string{"", "/staff", "/guests"} {
			for _, method := range append(strings.Fields(methods), "OPTIONS") { // the server answers that itself
				routes = append(routes, served.Route{Method: method, Pattern: prefix + pattern})
			}
		}
	}
	served.Check(t, served.Sample{
		Packages: "./samples/ogen/...", New: func() http.Handler { return New() }, Routes: routes,
		Strangers: []string{"PUT /guests/books/{}/loan"},
		Login: func(r *http.Request, who string) {
			r.Header.Set("Authorization", "Bearer "+who)
			r.Header.Set("X-Device-Key", deviceKey)
		},
	})
}

func TestContract(t *testing.T) {
	served.CheckRule(t, "./samples/ogen/...", "contract",
		"contract: DELETE /guests/books/{} declares BearerAuth, and (app.trusting).HandleBearerAuth does not look at the scopes that it is handed: librarian",
		"contract: PUT /guests/books/{}/loan declares BearerAuth, and (app.trusting).HandleBearerAuth accepts whatever it is given")
}
