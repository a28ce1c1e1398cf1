package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// verdicts are those that the server of beego v2.3.10 agreed to: see served_test.go.
var verdicts = served.Verdicts{
	"* /Report/Daily/*": "unguarded none",
	"* /report/daily/*": "unguarded none",
	"GET /admin/users":  "guarded authz",
	"GET /books":        "unguarded none",
	"GET /chain/users":  "guarded authn",
	"GET /goon/users":   "unknown conditional",
	"GET /healthz":      "public none",
	"GET /late/users":   "unguarded none",
	"GET /pages":        "guarded authn",
	"GET /show":         "guarded authz",
	"GET /v1/books":     "guarded authn",
	"GET /v1/time":      "guarded authn",
	"POST /books":       "guarded authn",
}

func TestTable(t *testing.T) { served.CheckTable(t, "./samples/beego2/...", verdicts) }
