package neverpasses

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "two routes", table: "POST /a guarded role=amdin misspelt=amdin:admin:7\nGET /b guarded role=amdin\nPUT /c guarded role=admin",
			want: `7 high (*auth.Auth).RequireRole demands "amdin", which nothing else in the program names; did you mean "admin"? POST /a and 1 more answers 403 to everybody`,
		},
		{name: "another role will do", table: "POST /a guarded role=amdin+owner misspelt=amdin:admin:7"},
		{name: "nobody serves it", table: "POST /a guarded role=amdin misspelt=amdin:admin:7 open"},
		{name: "nothing is misspelt", table: "POST /a guarded role=amdin"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}
