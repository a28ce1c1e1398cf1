package ignored

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "a handler", table: "POST /a unguarded handlerfault=ignored::0:9:example.com/x/policy.Allows\nGET /b guarded",
			want: "9 high x.handler does not look at what policy.Allows says, on POST /a",
		},
		{
			name: "a middleware of two routes", table: "POST /a unguarded fault=ignored::0:9:example.com/x/policy.Allows\nGET /b guarded fault=ignored::0:9:example.com/x/policy.Allows",
			want: "9 high auth.Check does not look at what policy.Allows says, on POST /a and one more route",
		},
		{name: "nobody serves it", table: "POST /a unguarded handlerfault=ignored::0:9:x.Allows open"},
		{name: "another kind", table: "POST /a unguarded handlerfault=continues::403:9"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}
