package bypass

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "the same handler", table: "GET /a guarded handler=x.list\nGET /legacy unguarded handler=x.list",
			want: "2 medium GET /legacy is open; GET /a, with the same handler, demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "one registration in a loop", table: "POST /a guarded handler=x.list at=1\nPOST /b unguarded handler=x.list at=1",
			want: "1 high POST /b is open; POST /a, the same registration by another way, demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name:  "one registration in a loop, of which the guard leaves out a path",
			table: "POST /a guarded handler=x.list at=1\nPOST /b unguarded handler=x.list at=1 fault=skips:is_\"/b\":401:9",
		},
		{
			name: "the same handler, for every method", table: "DELETE /a guarded role=admin handler=x.a\n* /a unguarded handler=x.a",
			want: "2 high /a (any method) is open; DELETE /a, with the same handler, demands authz admin ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{
			name: "a slash", table: "GET /admin guarded role=admin\nGET /admin/ unguarded",
			want: "2 medium GET /admin/ is open; GET /admin, the same but for a slash, demands authz admin ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{
			name: "letters", table: "POST /admin/users guarded\nPOST /Admin/users unguarded",
			want: "2 high POST /Admin/users is open; POST /admin/users, the same but for upper and lower case, demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "a connection is taken over", table: "POST /a guarded fault=once::0:9\nPUT /b guarded fault=once::0:9",
			want: "50 medium auth.Check is asked for the first request of a connection only: auth.Check, behind it, serves the others by itself, on POST /a and one more route",
		},
		{name: "a connection is taken over, of a library", table: "POST /a guarded open fault=once::0:9"},
		{name: "a closure has many forms", table: "GET /a guarded handler=x.list$1\nGET /legacy unguarded handler=x.list$1"},
		{name: "another method of the handler", table: "DELETE /a guarded handler=x.a\nGET /a unguarded handler=x.a"},
		{name: "one registration, whose handler tells paths apart", table: "POST /a guarded handlerguard handler=x.a at=1\nPOST /b unguarded handler=x.a at=1"},
		{name: "one registration, whose handler tells methods apart", table: "PUT /a guarded handler=x.a at=1\n* /a unguarded handler=x.a at=1"},
		{
			name:  "a handler that many routes have",
			table: "GET /a guarded handler=x.proxy\nGET /b unguarded handler=x.proxy\nGET /c unguarded handler=x.proxy\nGET /d unguarded handler=x.proxy",
		},
		{name: "a guard that comes too late", table: "GET /a guarded handler=x.list\nGET /legacy unguarded handler=x.list missed=30"},
		{name: "a guard that fails open", table: "GET /a guarded handler=x.list\nGET /legacy unguarded handler=x.list fault=fails_open::401:9"},
		{name: "patterns that are not known", table: "GET {?}/ guarded\nGET {?} unguarded\nGET {?base}/X guarded\nGET {?base}/x unguarded"},
		{name: "a setting decides which there is", table: "GET /a guarded handler=x.list if=!cfg.Dev\nGET /a unguarded handler=x.list if=cfg.Dev"},
		{
			name: "settings decide about both", table: "GET /a guarded handler=x.list if=cfg.Dev\nGET /b unguarded handler=x.list if=cfg.Dev",
			want: "2 medium GET /b is open; GET /a, with the same handler, demands authn (auth.RequireUser at auth.go:7)",
		},
		{name: "open, and alone", table: "GET /a guarded\nGET /b unguarded"},
		{name: "both guarded", table: "GET /a guarded handler=x.list\nGET /legacy guarded handler=x.list"},
		{name: "public", table: "GET /a guarded handler=x.list\nGET /legacy public handler=x.list comment=why"},
		{name: "another application", table: "GET /a guarded handler=x.list app=y\nGET /legacy unguarded handler=x.list"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}

// TestEntrance has a route that the guard lets everybody reach, through the step that takes
// connections over.
func TestEntrance(t *testing.T) {
	table := ruletest.Table(t, "POST /a guarded fault=once::0:9\nGET /login public fault=skips::401:9")
	guard := routes.Step{Name: "example.com/x/auth.Require$1", Position: routes.Position{File: "/src/x/auth/auth.go", Line: 7, Column: 6}}
	f := &table.Routes[0].Chain[0].Faults[0]
	f.Func, f.Position = guard.Name, guard.Position
	const once = "auth.Require is asked for the first request of a connection only: auth.Check, behind it, serves the others by itself, on POST /a"
	ruletest.CheckTable(t, Rule, rule.Options{}, table, "50 medium "+once)
	for _, r := range table.Routes {
		r.Chain = append([]routes.Step{guard}, r.Chain...)
	}
	ruletest.CheckTable(t, Rule, rule.Options{}, table, "50 high "+once+"; anybody may begin with GET /login")
}

func TestFixes(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "the same handler", table: "GET /a guarded handler=x.list\nGET /legacy unguarded handler=x.list",
			want: "2 Attach auth.RequireUser, as GET /a has it; attach route=main.go:2 sibling=main.go:1 attached=main.go:1",
		},
		{name: "two guards", table: "GET /a guarded role=admin handler=x.list\nGET /legacy unguarded handler=x.list"},
		{name: "a guard in the handler", table: "GET /a guarded handlerguard handler=x.list\nGET /legacy unguarded handler=x.list"},
		{name: "another file", table: "GET /a guarded file=/src/x/other.go handler=x.list\nGET /legacy unguarded handler=x.list"},
		{name: "one registration by another way", table: "GET /a guarded handler=x.list at=1\nGET /legacy unguarded handler=x.list at=1"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Fixes(t, Rule, rule.Options{}, test.table, test.want) })
	}
}
