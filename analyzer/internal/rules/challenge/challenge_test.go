package challenge

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "a guard of two routes", table: "POST /a guarded fault=unchallenged::401:9\nGET /b guarded fault=unchallenged::401:9",
			want: "9 medium auth.Check answers 401 without WWW-Authenticate, on POST /a and one more route",
		},
		{
			name: "another step sends it on one of them", table: "POST /a guarded fault=unchallenged::401:9 challenges\nGET /b guarded fault=unchallenged::401:9",
			want: "9 medium auth.Check answers 401 without WWW-Authenticate, on GET /b",
		},
		{name: "another step sends it", table: "POST /a guarded fault=unchallenged::401:9 challenges"},
		{name: "nobody serves it", table: "POST /a guarded fault=unchallenged::401:9 open"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}

func TestFixes(t *testing.T) {
	ruletest.Fixes(t, Rule, rule.Options{}, "POST /a guarded fault=unchallenged:Bearer:401:9\nPOST /b guarded fault=unchallenged::401:19",
		"9 Set WWW-Authenticate: Bearer; challenge at=auth.go:9 scheme=Bearer")
}
