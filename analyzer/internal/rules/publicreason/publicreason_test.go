package publicreason

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "without a reason", table: "GET /a guarded\nPOST /a public comment=\nPUT /a public at=2 comment=",
			want: "2 high a public route needs a reason: why may everybody reach POST /a?",
		},
		{
			name: "in an application without guards", table: "POST /a public comment=",
			want: "1 high a public route needs a reason: why may everybody reach POST /a?",
		},
		{
			name: "guarded all the same", table: "POST /a guarded comment=everybody",
			want: "1 high POST /a is called public, and demands authn (auth.RequireUser at auth.go:7)",
		},
		{name: "guarded for one method, public for another", table: "POST /a guarded comment=everybody\nGET /a public at=1 comment=everybody"},
		{name: "nobody knows", table: "POST /a unknown comment=everybody"},
		{name: "with a reason", table: "GET /a guarded\nPOST /a public comment=everybody"},
		{name: "not served here", table: "POST /a public comment= open"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}

func TestComments(t *testing.T) {
	at := func(line int) routes.Position { return routes.Position{File: "/src/x/main.go", Line: line, Column: 2} }
	table := &routes.Table{Comments: []routes.Comment{
		{Position: at(1), Verb: "public", Text: "everybody", Idle: true, Own: true},
		{Position: at(2), Verb: "public", Text: "everybody", Idle: true},
		{Position: at(3), Verb: "public", Text: "everybody", Own: true},
		{Position: at(4), Verb: "pubic", Wrong: "there is no such directive"},
		{Position: at(5), Verb: "ignore", Text: "bypass known"},
	}}
	ruletest.CheckTable(t, Rule, rule.Options{}, table, "1 high "+Stale+"\n4 high there is no such directive")
}

func TestFixes(t *testing.T) {
	ruletest.Fixes(t, Rule, rule.Options{}, "POST /a guarded comment=everybody\nPOST /b public comment=", "1 Remove the comment; remove comment=main.go:1")
}
