package failopen

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct{ name, table, want string }{
		{
			name:  "once for all routes behind it",
			table: "GET /a unguarded fault=fails_open::401:9\nGET /b unguarded fault=fails_open::401:9\nGET /c unguarded fault=fails_open::401:9",
			want:  "9 medium auth.Check answers others 401, and lets a request without credentials pass if user == nil: GET /a and 2 more routes are open",
		},
		{
			name:  "one that changes state",
			table: "POST /a unguarded fault=fails_open::401:9",
			want:  "9 high auth.Check answers others 401, and lets a request without credentials pass if user == nil: POST /a is open",
		},
		{name: "something else guards", table: "POST /a guarded fault=fails_open::401:9"},
		{name: "public by a comment", table: "POST /a unguarded fault=fails_open::401:9 comment=why"},
		{name: "public by what it is", table: "POST /login public fault=fails_open::401:9"},
		{
			name:  "looks and refuses nobody",
			table: "POST /a unguarded fault=only_verifies::0:9\nGET /b unguarded fault=only_verifies::0:9\nGET /c guarded",
			want:  "50 medium auth.Check looks at credentials and refuses nobody, and nothing behind it does: POST /a and one more route are open",
		},
		{name: "looks, and some ask for what it found", table: "GET /a unguarded fault=only_verifies::0:9\nGET /b guarded fault=only_verifies::0:9"},
		{name: "looks, and nobody knows", table: "GET /a unguarded fault=only_verifies::0:9\nGET /b unknown fault=only_verifies::0:9"},
		{
			name:  "nobody is found",
			table: "POST /a unknown fault=fails_open:nobody:401:9:example.com/x/store.Find passesnobody\nGET /b unknown fault=fails_open:nobody:401:9:example.com/x/store.Find passesnobody",
			want:  "9 high auth.Check lets a request pass for which store.Find finds nobody: that returns no error, and nothing asks for nil, on POST /a and one more route",
		},
		{name: "nobody is found, and the handler asks", table: "POST /a guarded fault=fails_open:nobody:401:9:example.com/x/store.Find"},
		{name: "nobody is found, and who knows what comes after", table: "POST /a unknown fault=fails_open:nobody:401:9:example.com/x/store.Find"},
		{name: "nobody is found, as a comment says", table: "POST /a unknown fault=fails_open:nobody:401:9:example.com/x/store.Find passesnobody comment=why"},
		{
			name:  "a token that nobody has signed, also where a guard behind it asks for whom it names",
			table: "POST /a unknown fault=fails_open:unsigned:401:9\nGET /b unknown fault=fails_open:unsigned:401:9\nPOST /c guarded fault=fails_open:unsigned:401:9",
			want:  "9 high auth.Check answers others 401, and lets pass whose token nobody has signed if user == nil: on POST /a and 2 more routes",
		},
		{name: "a token that nobody has signed, as a comment says", table: "POST /a unguarded fault=fails_open:unsigned:401:9 comment=why"},
		{
			name: "an exception for what is below a path", table: "GET /open/a unguarded fault=skips:begins_with_\"/open/\":401:9\nGET /c guarded",
		},
		{
			name: "an exception for what is below a path, behind the base path", table: "GET {?config.Base}/open/a unguarded fault=skips:begins_with_\"/open/\":401:9\nGET /c guarded",
		},
		{
			name:  "one where something changes state",
			table: "GET /open/a unguarded fault=skips:begins_with_\"/open/\":401:9\nPOST /open/b unguarded fault=skips:begins_with_\"/open/\":401:9\nGET /c guarded",
			want:  "9 medium auth.Check lets pass what begins with \"/open/\": POST /open/b is open",
		},
		{
			name:  "one that covers another word",
			table: "GET /v1/flag unguarded fault=skips:begins_with_\"/v1/flag\":401:9\nPOST /v1/flags unguarded fault=skips:begins_with_\"/v1/flag\":401:9\nGET /c guarded",
			want:  "9 high auth.Check lets pass what begins with \"/v1/flag\": POST /v1/flags is open; that is another word",
		},
		{
			name:  "one that is no word by itself",
			table: "POST /v1/flags unguarded fault=skips:begins_with_\"/v1/fl\":401:9\nGET /c guarded",
			want:  "9 medium auth.Check lets pass what begins with \"/v1/fl\": POST /v1/flags is open",
		},
		{
			name:  "one by the end of the path",
			table: "POST /a.txt unguarded fault=skips:ends_in_\".txt\":401:9\nGET /c guarded",
			want:  "9 medium auth.Check lets pass what ends in \".txt\": POST /a.txt is open",
		},
		{name: "a path that is named", table: "GET /a unguarded fault=skips:is_\"/a\":401:9\nGET /c guarded"},
		{name: "something else guards what is skipped", table: "GET /open/a guarded fault=skips:begins_with_\"/open/\":401:9"},
		{name: "public, and skipped", table: "GET /open/a public fault=skips:begins_with_\"/open/\":401:9"},
		{
			name:  "another spelling",
			table: "GET /admin unknown fault=fails_open:spelling_/ADMIN:401:9 passesnobody",
			want:  "9 medium auth.Check compares the path as it was sent, and the router takes /ADMIN, too if user == nil: on GET /admin",
		},
		{
			name:  "one mistake, and other spellings of two paths",
			table: "GET /a unknown fault=fails_open:spelling_/A:401:9\nGET /b unknown fault=fails_open:spelling_/B:401:9",
			want:  "9 medium auth.Check compares the path as it was sent, and the router takes /A, too if user == nil: on GET /a and one more route",
		},
		{name: "another spelling, and the handler asks", table: "GET /admin guarded fault=fails_open:spelling_/ADMIN:401:9"},
		{name: "nobody serves it", table: "POST /a unguarded fault=fails_open::401:9 open"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Check(t, Rule, rule.Options{}, test.table, test.want) })
	}
}
