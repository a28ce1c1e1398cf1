package status401403

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "403 without credentials", table: "GET /a guarded handlerfault=status:nobody:403:9 bare",
			want: "9 high x.handler answers 403 to a request without credentials if user == nil; that is 401, on GET /a",
		},
		{
			name: "once for all routes", table: "GET /a guarded fault=status:nobody:403:9\nGET /b guarded fault=status:nobody:403:9",
			want: "9 high auth.Check answers 403 to a request without credentials if user == nil; that is 401, on GET /a and one more route",
		},
		{name: "a guard further out refuses first", table: "GET /a guarded handlerfault=status:nobody:403:9"},
		{name: "a step further out refuses some", table: "GET /a guarded fault=status:nobody:403:9 perhaps=x.check"},
		{
			name: "a step further out refuses nobody", table: "GET /a guarded fault=status:nobody:403:9 step=x.log",
			want: "9 high auth.Check answers 403 to a request without credentials if user == nil; that is 401, on GET /a",
		},
		{
			name: "401 to who is known", table: "GET /a guarded handlerfault=status:known:401:9",
			want: "9 high x.handler answers 401 to who is known and may not if user == nil; that is 403, on GET /a",
		},
		{
			name: "401 behind a guard", table: "GET /a guarded handlerfault=status:known_behind:401:9",
			want: "9 high x.handler answers 401 to who is known and may not if user == nil; that is 403, on GET /a",
		},
		{name: "401 behind the same guard", table: "GET /a guarded handlerfault=status:known_behind:401:9 same"},
		{name: "401 without a guard before it", table: "GET /a guarded handlerfault=status:known_behind:401:9 bare"},
		{name: "nobody is known", table: "GET /a unguarded handlerfault=status:known:401:9"},
		{
			name: "one answer for both, 403", table: "GET /a guarded handlerfault=status:both:403:9 bare",
			want: "9 medium x.handler answers 403 to who is not known as to who may not if user == nil; without credentials that is 401, on GET /a",
		},
		{
			name: "one answer for both, 401", table: "GET /a guarded handlerfault=status:both:401:9 bare",
			want: "9 medium x.handler answers 401 to who may not as to who is not known if user == nil; for a principal that is known it is 403, on GET /a",
		},
		{
			name: "the other word", table: "GET /a guarded handlerfault=status:word:403:9:unauthorized",
			want: `9 low x.handler answers 403 and says "unauthorized", which is the word for 401, on GET /a`,
		},
		{name: "nobody serves it", table: "GET /a guarded handlerfault=status:nobody:403:9 bare open"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}

func TestFixes(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name: "to nobody", table: "GET /a guarded handlerfault=status:nobody:403:9 bare",
			want: "9 Answer 401; answer at=auth.go:9 asked=auth.go:8 has=403 get=401",
		},
		{
			name: "to who is known", table: "GET /a guarded handlerfault=status:known:401:9",
			want: "9 Answer 403; answer at=auth.go:9 asked=auth.go:8 has=401 get=403",
		},
		{
			name: "to nobody, and to somebody at the same place", table: "GET /a guarded handlerfault=status:nobody:403:9:8 bare",
			want: "9 Answer 401 to who is not known, and 403 to who may not; split at=auth.go:9 asked=auth.go:8 also=auth.go:8 has=403",
		},
		{
			name: "to both", table: "GET /a guarded handlerfault=status:both:401:9:8 bare",
			want: "9 Answer 401 to who is not known, and 403 to who may not; split at=auth.go:9 asked=auth.go:8 also=auth.go:8 has=401",
		},
		{name: "to both, nobody knows where", table: "GET /a guarded handlerfault=status:both:401:9 bare"},
		{name: "another status", table: "GET /a guarded handlerfault=status:both:404:9:8 bare"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Fixes(t, Rule, rule.Options{}, test.table, test.want) })
	}
}
