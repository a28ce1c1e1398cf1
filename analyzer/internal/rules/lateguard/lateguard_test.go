package lateguard

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "it reaches nothing", table: "GET /a unguarded missed=30",
			want: "1 high GET /a is open; auth.Require is attached to its router too late for it, at main.go:30",
		},
		{
			name: "it reaches others", table: "GET /a unguarded missed=50\nGET /b guarded fault=none::0:1",
			want: "1 medium GET /a is open; auth.Require is attached to its router too late for it, at main.go:50",
		},
		{
			name: "it changes state", table: "POST /a unguarded missed=50\nGET /b guarded fault=none::0:1",
			want: "1 high POST /a is open; auth.Require is attached to its router too late for it, at main.go:50",
		},
		{name: "guarded otherwise", table: "GET /a guarded missed=30"},
		{name: "public", table: "GET /health public missed=30"},
		{name: "by a comment", table: "GET /a unguarded missed=30 comment=why"},
		{name: "nobody serves it", table: "GET /a unguarded missed=30 open"},
		{name: "nothing was missed", table: "GET /a unguarded\nGET /b guarded"},
		{
			name: "a group without routes", table: "GET /a unguarded idle=40",
			want: "40 medium auth.Require guards a group on which nothing is registered",
		},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}

func TestFixes(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "before the first", table: "GET /b unguarded missed=30\nPOST /a unguarded missed=30 at=5\nGET /c guarded at=40",
			want: "1 Attach the guard before the routes; move call=main.go:30 before=main.go:1 over=main.go:1,main.go:5\n" +
				"5 Attach the guard before the routes; move call=main.go:30 before=main.go:1 over=main.go:1,main.go:5",
		},
		{
			name: "not over what is public", table: "GET /b unguarded missed=30\nPOST /login public at=5\nGET /x unknown at=6\nGET /c guarded at=7",
			want: "1 Attach the guard before the routes; move call=main.go:30 before=main.go:1 over=main.go:1,main.go:7",
		},
		{name: "a group without routes", table: "GET /a unguarded idle=40"},
		{name: "attached above", table: "GET /a unguarded missed=20 at=30"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Fixes(t, Rule, rule.Options{}, test.table, test.want) })
	}
}
