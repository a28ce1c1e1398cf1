package policy

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/config"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

const settings = `
roles: [viewer, editor, admin]
policy:
  - routes: /admin/**
    demand: role editor
    reason: it shows what is not published
  - methods: [POST, DELETE]
    demand: authn
  - routes: GET,PUT /keys/{id}
    demand: authz
`

func TestCheck(t *testing.T) {
	for _, test := range []struct {
		name, table, want string
		options           rule.Options
	}{
		{
			name: "authentication is not a role", table: "GET /admin/users guarded",
			want: "1 high GET /admin/users demands authn (auth.RequireUser at auth.go:7); every route of /admin/** must demand role editor: it shows what is not published",
		},
		{
			name: "nothing at all, by two statements", table: "POST /admin unguarded",
			want: "1 high POST /admin demands nothing; every route of /admin/** must demand role editor: it shows what is not published\n1 high POST /admin demands nothing; every POST,DELETE must demand authn",
		},
		{
			name: "a weaker role", table: "GET /admin/users guarded role=viewer",
			want: "1 high GET /admin/users demands authz viewer ((*auth.Auth).RequireRole at auth.go:31); every route of /admin/** must demand role editor: it shows what is not published",
		},
		{
			name: "one of two roles, the other one weaker", table: "GET /admin/users guarded role=editor+viewer",
			want: "1 high GET /admin/users demands authz editor, viewer ((*auth.Auth).RequireRole at auth.go:31); every route of /admin/** must demand role editor: it shows what is not published",
		},
		{
			name: "a role that nobody has ranked", table: "GET /admin/users guarded role=owner",
			want: "1 high GET /admin/users demands authz owner ((*auth.Auth).RequireRole at auth.go:31); every route of /admin/** must demand role editor: it shows what is not published",
		},
		{
			name: "every method", table: "* /upload unguarded",
			want: "1 high /upload (any method) demands nothing; every POST,DELETE must demand authn",
		},
		{
			name: "another name for the parameter", table: "PUT /keys/:key guarded",
			want: "1 high PUT /keys/:key demands authn (auth.RequireUser at auth.go:7); every route of GET,PUT /keys/{id} must demand authz",
		},
		{
			name: "nobody knows, and that is asked for", table: "GET /admin/users unknown", options: rule.Options{Strict: true},
			want: "1 high GET /admin/users demands nobody knows what (); every route of /admin/** must demand role editor: it shows what is not published",
		},
		{name: "the role", table: "GET /admin/users guarded role=editor"},
		{name: "a stronger one", table: "GET /admin guarded role=admin"},
		{name: "either of two that are strong enough", table: "GET /admin guarded role=admin+editor"},
		{name: "authenticated", table: "POST /notes guarded"},
		{name: "a method that no statement names", table: "GET /notes unguarded"},
		{name: "another path that begins alike", table: "GET /administrators unguarded"},
		{name: "meant to be public", table: "POST /admin/login public comment=entry"},
		{name: "nobody knows", table: "GET /admin/users unknown"},
		{name: "below a path that is named exactly", table: "GET /keys/{id}/name guarded"},
		{name: "not served here", table: "POST /admin unguarded open"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := config.Parse(config.Name, []byte(settings), nil)
			if err != nil {
				t.Fatal(err)
			}
			table := ruletest.Table(t, test.table)
			table.Settings = s
			ruletest.CheckTable(t, Rule, test.options, table, test.want)
		})
	}
	if got := Rule.Check(ruletest.Table(t, "POST /admin unguarded"), rule.Options{}); got != nil {
		t.Errorf("without settings: %v", got)
	}
}
