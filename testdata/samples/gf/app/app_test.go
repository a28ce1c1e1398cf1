package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// verdicts are those that the server of gf v2.9.8 agreed to: see served_test.go.
var verdicts = served.Verdicts{
	"* /healthz":                   "public none",
	"* /v2/late/orders":            "guarded authn",
	"* /bound":                     "guarded authn",
	"* /bound/index":               "guarded authn",
	"* /bound/late-list":           "guarded authn",
	"* /bound/orders/{id}":         "guarded authn",
	"* /bound/plain":               "guarded authn",
	"GET /bound/hello/{name}":      "unguarded none",
	"GET /bound/news":              "unguarded none",
	"GET /bound/orders":            "guarded authn",
	"PUT /bound/paid":              "guarded authn",
	"POST /bound/hello/{name}":     "unguarded none",
	"DELETE /api/admin/users/{id}": "guarded authz",
	"GET /api/admin/users":         "guarded authz",
	"GET /api/news":                "unguarded none",
	"GET /api/products/{id}":       "unguarded none",
	"GET /forms/all/drafts":        "guarded authn",
	"GET /forms":                   "guarded authn",
	"GET /forms/context":           "guarded authn",
	"GET /forms/exit/drafts":       "guarded authn",
	"GET /forms/json/drafts":       "guarded authn",
	"GET /forms/silent/drafts":     "guarded authn",
	"GET /forms/soft/drafts":       "unguarded none",
	"GET /v2/early/orders":         "unguarded none",
	"GET /v2/orders":               "guarded authn",
	"POST /api/products":           "guarded authn",
	"PUT /api/products/{id}":       "guarded authz",
}

func TestTable(t *testing.T) { served.CheckTable(t, "./samples/gf/...", verdicts) }
