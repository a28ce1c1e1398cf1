package latecheck

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "a handler", table: "POST /a unguarded handlerfault=checks_late::403:9\nGET /b guarded",
			want: "9 high x.handler has acted before it answers 403 if user == nil, on POST /a",
		},
		{name: "a guard comes first", table: "POST /a guarded handlerfault=checks_late::403:9"},
		{name: "nobody serves it", table: "POST /a unguarded handlerfault=checks_late::403:9 open"},
		{name: "another kind", table: "POST /a unguarded handlerfault=continues::0:9"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}
