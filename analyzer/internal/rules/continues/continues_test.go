package continues

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name:  "a middleware, once for all routes behind it",
			table: "GET /a unguarded fault=continues::401:9\nPOST /a unguarded fault=continues::401:9\nGET /b guarded",
			want:  "9 high auth.Check answers 401 if user == nil, and GET /a and one more route go on all the same",
		},
		{
			name:  "two answers of one middleware",
			table: "GET /a unguarded fault=continues::401:9\nPOST /a unguarded fault=continues::403:12",
			want: "9 high auth.Check answers 401 if user == nil, and GET /a goes on all the same\n" +
				"12 high auth.Check answers 403 if user == nil, and POST /a goes on all the same",
		},
		{
			name:  "a handler of a guarded route",
			table: "GET /a guarded handlerfault=continues::403:9",
			want:  "9 high x.handler answers 403 if user == nil, and GET /a goes on all the same",
		},
		{
			name:  "for another reason, where something is changed",
			table: "DELETE /a guarded handlerfault=continues:regardless:404:9\nGET /a guarded handlerfault=continues:regardless:404:12",
			want:  "9 medium x.handler answers 404 if user == nil, and DELETE /a goes on all the same",
		},
		{name: "nobody serves it", table: "GET /a unguarded fault=continues::401:9 open"},
		{name: "another kind", table: "GET /a unguarded fault=fails_open::401:9"},
		{name: "nothing wrong", table: "GET /a guarded\nGET /b unguarded"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}

func TestFixes(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "a middleware, of a chain", table: "GET /a unguarded fault=continues::401:9 framework=gin",
			want: "9 End the request after the answer; stop answer=auth.go:9 func=auth.go:5 chain=gin",
		},
		{
			name: "a handler", table: "GET /a guarded handlerfault=continues::403:9 framework=gin",
			want: "9 End the request after the answer; stop answer=auth.go:9",
		},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Fixes(t, Rule, rule.Options{}, test.table, test.want) })
	}
}
