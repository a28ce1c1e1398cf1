package contract

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "open", table: "GET /a unguarded declares=9:Token+Key",
			want: "9 high GET /a declares Token or Key, and is served without a guard",
		},
		{
			name: "meant to be open", table: "GET /a public comment=prices declares=9:Token",
			want: "9 medium GET /a declares Token, and is served without a guard",
		},
		{
			name: "one comment, two routes", table: "GET /v1/a unguarded declares=9:Token\nGET /v2/a unguarded declares=9:Token",
			want: "9 high GET /v1/a declares Token, and is served without a guard",
		},
		{
			name: "one of two is guarded", table: "GET /v1/a guarded declares=9:Token\nGET /v2/a unguarded declares=9:Token",
			want: "9 high GET /v2/a declares Token, and is served without a guard",
		},
		{
			name: "optional, perhaps", table: "GET /a unguarded declares=9:Token optional\nGET /b guarded declares=9:Token optional",
			want: "9 medium GET /a declares Token, and is served without a guard; that is right if the description has an alternative that asks for nothing",
		},
		{name: "guarded", table: "GET /a guarded declares=9:Token"},
		{name: "unknown", table: "GET /a unknown declares=9:Token"},
		{name: "nothing declared", table: "GET /a unguarded declares=9:\nGET /b unguarded\nGET /c guarded declares=8:"},
		{name: "on a socket of the machine", table: "GET /a public declares=9:Token local"},
		{name: "not served, or not reached", table: "GET /a unguarded declares=9:Token open\nGET /b unguarded declares=8:Token shadowed"},
		{
			name: "held by a function that accepts everybody",
			table: "GET /a guarded handlerguard declares=9:jwt accepts=lax\nGET /b unguarded declares=9:jwt accepts=lax\n" +
				"GET /c guarded declares=9:jwt accepts=lax\nGET /d guarded handlerguard role=admin declares=9:jwt accepts=lax",
			want: "9 high GET /a declares jwt, and (x.lax).JWTAuth accepts whatever it is given\n9 high GET /b declares jwt, and is served without a guard",
		},
		{
			name:  "scopes that are not looked at",
			table: "GET /a guarded handlerguard declares=9:jwt unread=write+admin\nGET /b guarded handlerguard role=writer declares=9:jwt unread=write\nGET /c unknown declares=9:jwt unread=write",
			want:  "9 medium GET /a declares jwt, and (x.lax).JWTAuth does not look at the scopes that it is handed: write, admin",
		},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}
