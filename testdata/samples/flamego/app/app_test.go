package app

import (
	"net/http"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// verdicts are those that the stub agrees to, as did flamego v1.9.9 itself in its place.
var verdicts = served.Verdicts{
	"* /":                          "unguarded none",
	"* /any":                       "guarded authn",
	"DELETE /api/admin/users/{id}": "guarded authz",
	"DELETE /api/notes":            "guarded authn",
	"GET /api/admin/users":         "guarded authz",
	"GET /api/drafts":              "unguarded none",
	"GET /api/headers":             "unguarded none",
	"GET /api/moved":               "guarded authn",
	"GET /api/notes":               "unguarded none",
	"GET /api/orders":              "guarded authn",
	"GET /api/products/{id}":       "unguarded none",
	"GET /both":                    "guarded authn",
	"GET /healthz":                 "public none",
	"GET /me":                      "guarded authn",
	"GET /results/both":            "guarded authn",
	"GET /results/error":           "guarded authn",
	"GET /results/none":            "unguarded none",
	"GET /results/status":          "guarded authn",
	"GET /results/text":            "unguarded none",
	"GET /session":                 "guarded authn",
	"GET /somebody":                "guarded authn",
	"GET /std":                     "guarded authz",
	"POST /api/orders":             "guarded authn",
	"POST /api/products":           "guarded authn",
	"POST /both":                   "guarded authn",
	"PUT /api/products/{id}":       "guarded authn",
	"PUT /both":                    "guarded authn",
}

func TestVerdicts(t *testing.T) {
	served.CheckTable(t, "./samples/flamego/...", verdicts)
	served.Check(t, served.Sample{
		Packages: "./samples/flamego/...", New: func() http.Handler { return New() }, Routes: verdicts.Routes(), Path: map[string]string{"/": "/some/page"},
	})
}
