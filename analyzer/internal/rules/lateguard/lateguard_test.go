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
		{
			name: "behind what is public", table: "POST /login public missed=50\nPOST /a unguarded missed=50 at=5\nGET /b unguarded missed=50 at=6\nGET /c unguarded missed=60 at=7",
			want: "50 low POST /a and another route are open; auth.Require is attached to their router behind them, and behind what is public\n" +
				"7 high GET /c is open; auth.Require is attached to its router too late for it, at main.go:60",
		},
		{
			name: "one behind what is public", table: "POST /login public missed=50\nPOST /a unguarded missed=50 at=5",
			want: "5 low POST /a is open; auth.Require is attached to its router too late for it, at main.go:50",
		},
		{
			name: "what a comment makes public says nothing of the others", table: "POST /b unguarded missed=50 comment=why\nPOST /a unguarded missed=50 at=5",
			want: "5 high POST /a is open; auth.Require is attached to its router too late for it, at main.go:50",
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
