package weakguard

import (
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

// calls change blocks, each of which a role of its own may.
const calls = "POST /block/appendBlock guarded role=a\nPOST /block/moveBlock guarded role=b\nPOST /block/setBlock guarded role=c\nPOST /block/updateBlock guarded role=d\n"

// behind are routes behind a step of which it is not known whom it lets pass, and a guard.
const behind = "POST /b/a guarded perhaps=x.check\nPUT /b/b guarded perhaps=x.check\nDELETE /b/c guarded perhaps=x.check\nPOST /b/d guarded perhaps=x.check\n"

func TestCheck(t *testing.T) {
	const admins = "GET /admin/users guarded role=admin\nPOST /admin/users guarded role=admin\nPUT /admin/users/{id} guarded role=admin\n"
	// A route in whose handler nothing is asked stands among them already.
	const asking = "POST /tags guarded asks=create\nPUT /tags/{id} guarded asks=change\nPATCH /tags/{id} guarded asks=change\nPOST /tags/{id}/x guarded asks=x\nPOST /tags/{id}/y guarded role=admin asks=y guard=x.Other\n"
	for _, test := range []struct{ name, table, want string }{
		{
			name: "a login, among administrators", table: admins + "DELETE /admin/users/{id} guarded",
			want: "4 high DELETE /admin/users/{id} demands only authn (auth.RequireUser at auth.go:7); the 3 other routes under /admin/users demand authz admin ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{
			name: "in another part under the prefix", table: admins + "GET /admin/log guarded",
			want: "4 medium GET /admin/log demands only authn (auth.RequireUser at auth.go:7); the 3 other routes under /admin demand authz admin ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{
			name: "a role that no other route accepts", table: admins + "DELETE /admin/users/{id} guarded role=clerk",
			want: "4 high DELETE /admin/users/{id} demands only authz clerk ((*auth.Auth).RequireRole at auth.go:31); the 3 other routes under /admin/users demand authz admin ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{name: "a role of several", table: admins + "DELETE /admin/users/{id} guarded role=admin+owner"},
		{name: "two others are not enough", table: "GET /a/x guarded role=admin\nPOST /a/x guarded role=admin\nPUT /a/x/{id} guarded"},
		{name: "two that demand a login", table: admins + "GET /admin/me guarded\nPUT /admin/me guarded"},
		{name: "the others differ", table: admins + "GET /admin/log guarded role=auditor\nGET /admin/me guarded"},
		{name: "another prefix", table: admins + "GET /users/me guarded"},
		{name: "all alike", table: admins},
		{name: "open is for another rule", table: admins + "DELETE /admin/users/{id} unguarded"},
		{name: "public", table: admins + "GET /admin/login public\nGET /admin/me guarded comment=why"},
		{
			name: "the same handler", table: "DELETE /users/{id} guarded role=admin handler=x.delete\nDELETE /old/users/{id} guarded handler=x.delete",
			want: "2 high DELETE /old/users/{id} demands only authn (auth.RequireUser at auth.go:7); DELETE /users/{id}, with the same handler, demands authz admin ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{
			name:  "a handler that many routes have",
			table: "DELETE /a guarded role=admin handler=x.proxy\nDELETE /b guarded handler=x.proxy\nDELETE /c guarded handler=x.proxy\nDELETE /d guarded handler=x.proxy",
		},
		{name: "the same handler, for one that exists and for a new one", table: "POST /books/{id}/edit guarded role=owner handler=x.save\nPOST /books guarded handler=x.save"},
		{name: "the same handler, another method", table: "DELETE /users/{id} guarded role=admin handler=x.serve\nGET /users/{id} guarded handler=x.serve"},
		{
			name: "a scope for reading", table: "PUT /books/{id} guarded role=books:read\nDELETE /books/{id} guarded role=books:write",
			want: "1 high PUT /books/{id} demands only authz books:read ((*auth.Auth).RequireRole at auth.go:31); DELETE /books/{id} demands authz books:write ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{name: "a scope for reading, to read", table: "GET /books/{id} guarded role=books:read\nDELETE /books/{id} guarded role=books:write"},
		{name: "a scope for reading of another thing", table: "POST /search guarded role=search:read\nDELETE /books/{id} guarded role=books:write"},
		{
			name: "a permission to create, for what deletes", table: "DELETE /uploads guarded role=CanCreate\nPOST /uploads guarded role=CanCreate\nDELETE /files guarded role=CanDelete",
			want: "1 medium DELETE /uploads demands only authz CanCreate ((*auth.Auth).RequireRole at auth.go:31); DELETE /files demands authz CanDelete ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{
			name: "a scope to create, for what deletes", table: "DELETE /books/{id}/pages guarded role=books:create\nDELETE /books/{id} guarded role=books:remove",
			want: "1 medium DELETE /books/{id}/pages demands only authz books:create ((*auth.Auth).RequireRole at auth.go:31); DELETE /books/{id} demands authz books:remove ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{name: "a scope to create another thing", table: "DELETE /books/{id}/pages guarded role=pages:create\nDELETE /books/{id} guarded role=books:delete"},
		{name: "a permission to change, for what deletes", table: "DELETE /books/{id}/tags guarded role=books:edit\nDELETE /books/{id} guarded role=books:delete"},
		{name: "a permission to delete besides", table: "DELETE /uploads guarded role=Create+Delete\nDELETE /files guarded role=Delete"},
		{
			name:  "below a base path that is not known",
			table: "GET {?base}/users guarded role=admin\nPOST {?base}/users guarded role=admin\nPUT {?base}/users/{id} guarded role=admin\nDELETE {?base}/users/{id} guarded",
			want:  "4 high DELETE {?base}/users/{id} demands only authn (auth.RequireUser at auth.go:7); the 3 other routes under {?base}/users demand authz admin ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{name: "a pattern without a slash", table: "GET {?pattern} guarded\nGET {?pattern}/a guarded"},
		{
			name: "left to the configuration", table: strings.Repeat("POST /a guarded\n", 20) + "POST /b guarded conditional=x.On\nGET /c guarded conditional=x.On",
			want: "21 low POST /b demands only authn under a condition (auth.RequireUser at auth.go:7); it is guarded only if x.On, and 20 of the 20 other routes that change state are guarded always, as POST /a is (auth.RequireUser at auth.go:7)",
		},
		{name: "left to the configuration, as others are", table: strings.Repeat("POST /a guarded\n", 30) + "POST /b guarded conditional=x.On\nPOST /c unguarded"},
		{name: "left to the configuration, among few", table: strings.Repeat("POST /a guarded\n", 19) + "POST /b guarded conditional=x.On"},
		{name: "a check in the handler, left to the configuration", table: strings.Repeat("POST /a guarded\n", 20) + "POST /b guarded bare conditional=x.On"},
		{
			name: "the other handlers check", table: asking + "DELETE /tags/{id} guarded",
			want: "6 low DELETE /tags/{id} demands only authn (auth.RequireUser at auth.go:7); 4 of the 5 other routes under /tags that change state ask for more, as POST /tags does (x.create at handlers.go:12)",
		},
		{
			name: "the others pass one more guard", table: "POST /t guarded role=a\nPUT /t/{id} guarded role=b\nPATCH /t/{id} guarded role=c\nPOST /t/{id}/x guarded role=a\nDELETE /t/{id} guarded",
			want: "5 medium DELETE /t/{id} demands only authn (auth.RequireUser at auth.go:7); 4 of the 4 other routes under /t that change state ask for more, as POST /t does ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{name: "one that is read, among handlers that check", table: asking + "GET /tags/{id}/log guarded"},
		{
			name: "one that is read, among others that are", table: strings.Repeat("GET /tags/{id}/x guarded asks=y\n", 9) + "GET /tags/{id}/z guarded\nGET /tags/{id}/log guarded",
			want: "10 low GET /tags/{id}/z demands only authn (auth.RequireUser at auth.go:7); 9 of the 10 other routes under /tags that are only read ask for more, as GET /tags/{id}/x does (x.y at handlers.go:12)\n" +
				"11 low GET /tags/{id}/log demands only authn (auth.RequireUser at auth.go:7); 9 of the 10 other routes under /tags that are only read ask for more, as GET /tags/{id}/x does (x.y at handlers.go:12)",
		},
		{name: "one that is read, where some others do not ask", table: strings.Repeat("GET /tags/{id}/x guarded asks=y\n", 8) + "GET /tags/{id}/z guarded\nGET /tags/{id}/log guarded"},
		{
			name:  "one that changes, where everything is sent by POST",
			table: calls + "POST /block/removeAll guarded\nPOST /block/getAll guarded\nPOST /block/getOne guarded\nPOST /block/getSome guarded\nPOST /block/search_all guarded\nPOST /block/listBlocks guarded\nPOST /block/batchGetBlocks guarded",
			want:  "5 medium POST /block/removeAll demands only authn (auth.RequireUser at auth.go:7); 4 of the 4 other routes under /block that change state ask for more, as POST /block/appendBlock does ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{name: "one that is read, where everything is sent by POST", table: calls + "POST /block/getAll guarded"},
		{
			name: "behind a step of which it is not known whom it lets pass", table: behind + "POST /b/e unknown perhaps=x.check reason=x.check:",
			want: "5 low POST /b/e passes only x.check, of which it is not known whom it lets pass; 4 of the 4 other routes under /b that change state ask for more, as POST /b/a does (auth.RequireUser at auth.go:7)",
		},
		{name: "what others do further out", table: behind + "POST /own/e unknown perhaps=x.check reason=x.check:"},
		{name: "one that is read, behind such a step", table: behind + "GET /b/e unknown perhaps=x.check reason=x.check:"},
		{name: "unknown for another step", table: behind + "POST /b/e unknown perhaps=x.check reason=x.handler:"},
		{name: "behind another such step", table: behind + "POST /b/e unknown perhaps=x.other reason=x.other:"},
		{name: "many behind such a step", table: behind + strings.Repeat("POST /b/e unknown perhaps=x.check reason=x.check:\n", 5)},
		{name: "three that check are not enough", table: "POST /t guarded asks=a\nPUT /t/{id} guarded asks=b\nPATCH /t/{id} guarded asks=c\nDELETE /t/{id} guarded"},
		{name: "many check, and many do not", table: asking + "DELETE /tags/{id} guarded\nPOST /tags/{id}/star guarded"},
		{
			name: "a handler that fails without a principal", table: asking + "DELETE /tags/{id} guarded fails=remove",
			want: "6 low DELETE /tags/{id} demands only authn (auth.RequireUser at auth.go:7); 4 of the 5 other routes under /tags that change state ask for more, as POST /tags does (x.create at handlers.go:12)",
		},
		{name: "a permission already", table: strings.Repeat("POST /tags/{id} guarded role=editor asks=y\n", 5) + "DELETE /tags/{id} guarded role=editor"},
		{name: "others that name a thing", table: asking + "POST /tags/new guarded"},
		{
			name: "none names a thing", table: strings.Repeat("POST /tags/y guarded asks=y\n", 4) + "POST /tags/new guarded",
			want: "5 medium POST /tags/new demands only authn (auth.RequireUser at auth.go:7); 4 of the 4 other routes under /tags that change state ask for more, as POST /tags/y does (x.y at handlers.go:12)",
		},
		{
			name:  "where it is usual not to",
			table: strings.Repeat("POST /tags/y guarded asks=y\n", 16) + strings.Repeat("POST /tags/x/a guarded\n", 4),
		},
		{
			name: "others are read", table: asking + "DELETE /tags/{id} guarded\nGET /tags guarded\nGET /tags/{id} guarded\nGET /tags/{id}/x guarded",
			want: "6 low DELETE /tags/{id} demands only authn (auth.RequireUser at auth.go:7); 4 of the 5 other routes under /tags that change state ask for more, as POST /tags does (x.create at handlers.go:12)",
		},
		{name: "a handler that asks for a password", table: asking + "POST /tags/login guarded bare"},
		{name: "another guard", table: asking + "DELETE /tags/{id} guarded guard=x.Signed"},
		{name: "another application", table: admins + "DELETE /admin/users/{id} guarded app=y.main"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}

// TestRanked compares roles that the settings rank.
func TestRanked(t *testing.T) {
	const editors = "GET /posts guarded role=editor\nPOST /posts guarded role=editor\nPUT /posts/{id} guarded role=editor\n"
	const weaker = "4 high DELETE /posts/{id} demands only authz %s ((*auth.Auth).RequireRole at auth.go:31); the 3 other routes under /posts demand authz editor ((*auth.Auth).RequireRole at auth.go:31)"
	for role, want := range map[string]string{"viewer": strings.Replace(weaker, "%s", "viewer", 1), "owner": "", "auditor": strings.Replace(weaker, "%s", "auditor", 1)} {
		table := ruletest.Table(t, editors+"DELETE /posts/{id} guarded role="+role)
		table.Settings = &routes.Settings{Roles: []string{"viewer", "editor", "owner"}}
		ruletest.CheckTable(t, Rule, rule.Options{}, table, want)
	}
}
