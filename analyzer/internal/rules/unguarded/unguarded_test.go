package unguarded

import (
	"slices"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/ruletest"
)

func TestCheck(t *testing.T) {
	for _, test := range []struct {
		name, table string
		strict      bool
		want        string // "line confidence message", a line each; messages without their common beginning
	}{
		{
			name:  "a list of pages of one handler",
			table: "GET /p/a.css unguarded at=5 handler=h\nGET /p/b.css unguarded at=5 handler=h\nGET /p/c.css unguarded at=5 handler=h\nGET /p/x guarded",
			want:  "5 low GET /p/a.css and 2 more routes are served without a guard; 1 of 4 routes under /p demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name:  "a list that changes something",
			table: "POST /p/a unguarded at=5\nPOST /p/b unguarded at=5\nGET /p/x guarded",
			want: "5 medium POST /p/a is served without a guard; 1 of 3 routes under /p demands authn (auth.RequireUser at auth.go:7)\n" +
				"5 medium POST /p/b is served without a guard; 1 of 3 routes under /p demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "sibling",
			table: `GET /orders guarded
				GET /orders/{id} guarded
				DELETE /orders/{id} unguarded
				GET /shops guarded role=admin`,
			want: "3 high DELETE /orders/{id} is served without a guard; 2 of 3 routes under /orders demand authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "for some addresses",
			table: `GET /orders guarded
				GET /orders/{id} guarded
				DELETE /orders/{id} unguarded from=x.Local`,
			want: "3 low DELETE /orders/{id} is served without a guard; 2 of 3 routes under /orders demand authn (auth.RequireUser at auth.go:7); x.Local asks only where a request comes from",
		},
		{
			name: "siblings' role",
			table: `GET /api/users guarded role=admin
				POST /api/users unguarded`,
			want: "2 high POST /api/users is served without a guard; 1 of 2 routes under /api/users demands authz admin ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{
			name: "what a library registers",
			table: `GET /orders guarded
				GET /debug/a unguarded elsewhere at=9
				GET /debug/b unguarded elsewhere at=9
				POST /debug/b unguarded elsewhere at=9
				GET /debug/c public elsewhere at=9
				GET /metrics unguarded elsewhere at=10`,
			want: "9 low GET /debug/a and one more route are served without a guard; 1 of 5 routes of the application demands authn (auth.RequireUser at auth.go:7)\n" +
				"10 low GET /metrics is served without a guard; 1 of 5 routes of the application demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "siblings that differ",
			table: `GET /api/users guarded
				POST /api/users guarded role=admin+owner
				DELETE /api/users guarded role=admin+owner
				GET /api/users/me unguarded`,
			want: "4 medium GET /api/users/me is served without a guard; 3 of 4 routes under /api/users are guarded, most often by authz admin, owner ((*auth.Auth).RequireRole at auth.go:31)",
		},
		{
			name: "siblings whose guard is configured",
			table: `GET /logs guarded conditional=enabled
				DELETE /logs guarded conditional=enabled
				GET /logs/stream unguarded`,
			want: "3 medium GET /logs/stream is served without a guard; 2 of 3 routes under /logs demand authn under a condition (auth.RequireUser at auth.go:7)",
		},
		{
			name: "siblings of which nothing is known",
			table: `GET /logs unknown
				GET /logs/stream unguarded`,
		},
		{
			name: "another open sibling",
			table: `GET /a guarded
				GET /a/b unguarded
				GET /a/c unknown`,
			want: "2 low GET /a/b is served without a guard; 1 of 3 routes under /a demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "nothing guarded in this part",
			table: `GET /a/{id} guarded
				GET /b/{id} unguarded
				POST /b/{id} unguarded`,
			want: "2 low GET /b/{id} is served without a guard; 1 of 3 routes of the application demands authn (auth.RequireUser at auth.go:7)\n" +
				"3 low POST /b/{id} is served without a guard; 1 of 3 routes of the application demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "around another one's guard",
			table: `GET /a guarded handler=x.list
				GET /legacy unguarded handler=x.list`,
		},
		{
			name: "same closure is no evidence",
			table: `GET /a guarded handler=x.list$1
				GET /legacy unguarded handler=x.list$1`,
			want: "2 low GET /legacy is served without a guard; 1 of 2 routes of the application demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "segments, not letters",
			table: `GET /users guarded
				GET /usersettings unguarded`,
			want: "2 low GET /usersettings is served without a guard; 1 of 2 routes of the application demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "let pass by its name", table: "GET /a/x guarded\nPOST /a/y unguarded fault=skips:is_\"/a/y\":401:9",
			want: "2 high POST /a/y is served without a guard; 1 of 2 routes under /a demands authn (auth.RequireUser at auth.go:7)",
		},
		{name: "let pass by its beginning", table: "GET /a/x guarded\nPOST /a/y unguarded fault=skips:begins_with_\"/a/\":401:9"},
		{name: "no guards at all", table: "GET /a unguarded\nDELETE /a unguarded"},
		{name: "guards in another application", table: "GET /a guarded app=y.main\nDELETE /a unguarded"},
		{name: "only a signed webhook", table: "POST /hook guarded signed\nGET /a unguarded"},
		{name: "public", table: "GET /a guarded\nPOST /login public"},
		{name: "unknown", table: "GET /a guarded\nPOST /b unknown"},
		{name: "open, shadowed, fallback", table: "GET /a guarded\nPOST /b unguarded open\nGET /a unguarded shadowed\n* /* unguarded fallback"},
		{name: "an open router's guards", table: "GET /a guarded open\nPOST /b unguarded"},
		{name: "comment", table: "GET /a guarded\nPOST /a public comment=everybody"},
		{
			name:  "one registration, several methods and applications",
			table: "GET /a guarded\nGET /a/x unguarded at=5\nPOST /a/x unguarded at=5\nGET /a guarded app=y\nGET /a/x unguarded at=5 app=y",
			want:  "5 high POST, GET /a/x is served without a guard; 1 of 2 routes under /a demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name:  "one registration, several patterns",
			table: "GET /a guarded\nGET /a/x unguarded at=5\nGET /a/y unguarded at=5",
			want: "5 low GET /a/x is served without a guard; 1 of 3 routes under /a demands authn (auth.RequireUser at auth.go:7)\n" +
				"5 low GET /a/y is served without a guard; 1 of 3 routes under /a demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name:  "any method, with a host",
			table: "GET /a guarded\n* /a/x unguarded host=api.example.com",
			want:  "2 high api.example.com/a/x (any method) is served without a guard; 1 of 2 routes under /a demands authn (auth.RequireUser at auth.go:7)",
		},
		{
			name: "strict, no guards", strict: true,
			table: "GET /login public\nPOST /a unguarded\nGET /b public comment=x\n* /* unguarded fallback\nGET /u unknown\nGET /o unguarded open",
			want: "1 low GET /login is served without a guard\n2 low POST /a is served without a guard\n" +
				"4 low /* (any method) is served without a guard",
		},
		{
			name:  "registered by generated code",
			table: "GET /a guarded\nDELETE /a unguarded generated",
			want:  "5 high DELETE /a is served without a guard; 1 of 2 routes under /a demands authn (auth.RequireUser at auth.go:7)",
		},
		{name: "empty", strict: true},
	} {
		t.Run(test.name, func(t *testing.T) {
			ruletest.Check(t, Rule, rule.Options{Strict: test.strict}, test.table, test.want)
		})
	}
}

func TestProgram(t *testing.T) {
	const crud = "GET /a unguarded\nPOST /a unguarded\nDELETE /a/{id} unguarded"
	const said = "99 low none of the 3 routes demands anything of the client; 2 of them change state: POST /a, DELETE /a/{id}"
	for _, test := range []struct {
		name, table, want string
		options           rule.Options
	}{
		{name: "nothing is guarded", table: crud, want: said},
		{name: "switched off", table: crud, options: rule.Options{}},
		{
			name: "strict says it of each", table: "PUT /a unguarded\nDELETE /a unguarded", options: rule.Options{Program: true, Strict: true},
			want: "1 low PUT /a is served without a guard\n2 low DELETE /a is served without a guard",
		},
		{
			name: "one can log in", table: "POST /login public reason=login\nPUT /a unguarded\nPUT /b unguarded\nPUT /c unguarded\nPUT /d unguarded",
			want: "99 medium none of the 5 routes demands anything of the client; 4 of them change state: PUT /a, PUT /b, PUT /c, …",
		},
		{
			name: "a library serves it", table: "PUT /a unguarded app=other.com/y.Serve\nPUT /b unguarded app=other.com/y.Serve",
			want: "1 low none of the 2 routes demands anything of the client; 2 of them change state: PUT /a, PUT /b",
		},
		{
			name: "remote calls", table: "POST /shop.v1.Shop/GetOrder unguarded\nPOST /shop.v1.Shop/CreateOrder unguarded\nPOST /shop.v1.Shop/DeleteOrder unguarded",
			want: "99 low none of the 3 routes demands anything of the client; 2 of them change state: POST /shop.v1.Shop/CreateOrder, POST /shop.v1.Shop/DeleteOrder",
		},
		{name: "remote calls that read", table: "POST /shop.v1.Shop/GetOrder unguarded\nPOST /shop.v1.Shop/Orders unguarded\nPOST /shop.v1.Shop/DeleteOrder unguarded"},
		{name: "one form", table: "GET /a unguarded\nPOST /contact unguarded"},
		{name: "posts that ask", table: "POST /search unguarded\nPOST /hooks/{id} unguarded\nPOST /webhook unguarded\nPOST /query-range unguarded\nPUT /a unguarded"},
		{name: "every method", table: "* /a unguarded\n* /b unguarded\nPUT /c unguarded"},
		{name: "public by a comment", table: "PUT /a public comment=why\nDELETE /a unguarded"},
		{name: "public by what they are", table: "POST /login public\nPOST /logout public\nPUT /a unguarded"},
		{name: "one is guarded", table: crud + "\nGET /b guarded app=y"},
		{name: "one is not known", table: crud + "\nGET /b unknown"},
		{
			name: "one of many is not known", table: "POST /login public reason=login\n" + strings.Repeat("PUT /a unguarded\n", 18) + "GET /b unknown",
			want: "99 low none of the 20 routes demands anything of the client, as far as is known (unknown 1, incomplete 0); 18 of them change state: PUT /a, PUT /a, PUT /a, …",
		},
		{name: "too many are not known", table: strings.Repeat("PUT /a unguarded\n", 20) + "GET /b unknown\nGET /c unknown"},
		{name: "one of many that only read", table: strings.Repeat("GET /a unguarded\n", 20) + strings.Repeat("PUT /a unguarded\n", 9) + "GET /b unknown"},
		{name: "a guard that comes too late", table: crud + "\nGET /b unguarded missed=30"},
		{name: "a guard that reaches nothing", table: crud + "\nGET /b unguarded idle=30"},
		{name: "a guard that fails open", table: crud + "\nGET /b unguarded fault=fails_open::401:9"},
		{name: "refused for something else", table: crud + "\nGET /b unguarded refuses=403"},
		{name: "described as secured", table: crud + "\nGET /b unguarded declares=4:Token"},
		{name: "a login refuses", table: crud + "\nPOST /login public refuses=401", want: strings.Replace(said, "3", "4", 1)},
		{name: "not served", table: "PUT /a unguarded open\nDELETE /a unguarded shadowed\nPUT /b unguarded fallback"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.name != "switched off" && !test.options.Strict {
				test.options.Program = true
			}
			ruletest.Check(t, Rule, test.options, test.table, test.want)
		})
	}
	for name, spoil := range map[string]func(*routes.Table){
		"a place was not followed": func(t *routes.Table) { t.Incomplete = []routes.Incomplete{{Reason: "a loop"}} },
		"certificates":             func(t *routes.Table) { t.Outside = "the server may ask for certificates" },
		"a policy":                 func(t *routes.Table) { t.Settings = &routes.Settings{Policy: []routes.Statement{{}}} },
	} {
		t.Run(name, func(t *testing.T) {
			table := ruletest.Table(t, crud)
			spoil(table)
			ruletest.CheckTable(t, Rule, rule.Options{Program: true}, table, "")
		})
	}
	large := ruletest.Table(t, strings.Repeat("PUT /a unguarded\n", 20))
	large.Incomplete = []routes.Incomplete{{Reason: "a loop"}}
	ruletest.CheckTable(t, Rule, rule.Options{Program: true}, large,
		"99 low none of the 20 routes demands anything of the client, as far as is known (unknown 0, incomplete 1); 20 of them change state: PUT /a, PUT /a, PUT /a, …")
}

func TestRelated(t *testing.T) {
	findings := Rule.Check(ruletest.Table(t, "GET /a guarded role=admin\nPOST /a unguarded"), rule.Options{})
	if len(findings) != 1 {
		t.Fatal(findings)
	}
	var got []string
	for _, r := range findings[0].Related {
		got = append(got, r.Position.String()+" "+r.Message)
	}
	want := []string{
		"/src/x/main.go:99:2 served here",
		"/src/x/main.go:1:2 GET /a is registered here",
		"/src/x/auth/auth.go:31:6 its guard (*auth.Auth).RequireRole is written here",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestFixes(t *testing.T) {
	const have = "Attach auth.RequireUser, as GET /a/x has it; attach route=main.go:2 sibling=main.go:1 attached=main.go:1"
	for _, test := range []struct{ name, table, want string }{
		{name: "one sibling", table: "GET /a/x guarded\nPOST /a/y unguarded", want: "2 " + have},
		{name: "the nearest of several", table: "GET /a/x guarded at=4\nPOST /a/y unguarded at=5\nGET /a/z guarded at=40", want: "5 " + strings.NewReplacer("go:1", "go:4", "go:2", "go:5").Replace(have)},
		{name: "with the same before it", table: "GET /a/x guarded step=log\nPOST /a/y unguarded step=log", want: "2 " + have},
		{name: "several methods", table: "GET /a/x guarded\nPOST /a/y unguarded\nGET /a/y unguarded at=2", want: "2 " + have},
		{name: "nothing in common", table: "GET /a guarded\nPOST /b unguarded"},
		{name: "siblings that differ", table: "GET /a/x guarded\nGET /a/z guarded guard=other.G\nPOST /a/y unguarded"},
		{name: "two guards", table: "GET /a/x guarded role=admin\nPOST /a/y unguarded"},
		{name: "a guard in the handler", table: "GET /a/x guarded handlerguard\nPOST /a/y unguarded"},
		{name: "something before it that is missing here", table: "GET /a/x guarded step=identify\nPOST /a/y unguarded"},
		{name: "another framework", table: "GET /a/x guarded framework=gin\nPOST /a/y unguarded"},
		{name: "another file", table: "GET /a/x guarded file=/src/x/other.go\nPOST /a/y unguarded"},
		{name: "several patterns at one place", table: "GET /a/x guarded\nPOST /a/y unguarded at=5\nPOST /a/z unguarded at=5"},
		{name: "guarded elsewhere at that place", table: "GET /a/x guarded\nPOST /a/y unguarded at=5\nPOST /a/y guarded at=5 app=y"},
		{name: "generated", table: "GET /a/x guarded\nPOST /a/y unguarded generated"},
	} {
		t.Run(test.name, func(t *testing.T) { ruletest.Fixes(t, Rule, rule.Options{}, test.table, test.want) })
	}
	strict := "GET /a/x guarded\nPOST /a/login public\n* /a/* unguarded fallback\nGET /a/z unguarded missed=30"
	ruletest.Fixes(t, Rule, rule.Options{Strict: true}, strict, "")
	ruletest.Fixes(t, Rule, rule.Options{Strict: true}, "GET /a/x guarded\nPOST /a/y unguarded", "2 "+have)
}
