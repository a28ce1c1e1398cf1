package contract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// table reads routes, one a line: "GET /x guarded", "GET /x admin write" (guarded, with
// these demands), "GET /x public reason", and "!" before the method of a route that
// cannot be reached.
func table(t *testing.T, text string) *routes.Table {
	t.Helper()
	out := &routes.Table{}
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		words := strings.Fields(line)
		if len(words) < 3 {
			t.Fatalf("route %q", line)
		}
		r := &routes.Route{
			Method: strings.TrimLeft(words[0], "!+"), Pattern: words[1], Position: routes.Position{File: "main.go", Line: i + 1, Column: 1},
			Shadowed: words[0][0] == '!', Subtree: words[0][0] == '+', Level: routes.NoLevel, Verdict: routes.Verdict(words[2]),
		}
		switch r.Verdict {
		case routes.Guarded:
			r.Level = routes.Authn
		case routes.Public, routes.Unknown:
			r.Reason = strings.Join(words[3:], " ")
		case routes.Unguarded:
		case "conditional":
			r.Verdict, r.Level = routes.Guarded, routes.Conditional
		case "hidden":
			r.Verdict, r.Level, r.Guards = routes.Guarded, routes.Authz, []routes.Guard{{Kind: routes.Authz}}
		default:
			r.Verdict, r.Level, r.Guards = routes.Guarded, routes.Authz, []routes.Guard{{Kind: routes.Authz, Demands: words[2:]}}
		}
		out.Routes = append(out.Routes, r)
	}
	return out
}

// document has a path for every line, "get /x" with what follows as its security.
func document(t *testing.T, head, text string) *Document {
	t.Helper()
	var b strings.Builder
	b.WriteString("openapi: 3.0.3\n" + head + "paths:\n")
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		method, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		path, security, has := strings.Cut(rest, " ")
		fmt.Fprintf(&b, "  %s:\n    %s:\n", path, method)
		if has {
			fmt.Fprintf(&b, "      security: %s\n", security)
		}
	}
	d, err := Read("api.yaml", []byte(strings.ReplaceAll(b.String(), "\t", "")))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		name, head, doc, routes string
		base                    string
		gaps                    bool
		want                    string // what is said, a line each
	}{
		{name: "nothing", doc: "get /x", routes: "GET /x unguarded"},
		{
			name: "each kind",
			doc:  "get /gone\nget /open [{key: []}]\nget /closed\nget /scoped [{key: [read]}]",
			routes: "GET /open unguarded\nGET /closed guarded\nGET /scoped admin\n" +
				"GET /secret guarded\nGET /healthz public health check",
			want: `api.yaml:4:5: not served: get /gone is documented, and no route serves it
main.go:1:1: not enforced: GET /open is served without a guard; security is declared at api.yaml:6:5
main.go:2:1: not declared: GET /closed demands authn; no security is declared at api.yaml:9:5
main.go:3:1: scopes: GET /scoped declares read at api.yaml:11:5; its guards demand admin
main.go:4:1: undocumented: GET /secret is served and not documented; it is guarded
main.go:5:1: undocumented: GET /healthz is served and not documented; it is public (health check)`,
		},
		{
			name: "spellings", doc: "get /a/{id}\nget /b/{id}\nget /c/{id}/d\nget /e/{path}\nget /f/{path}\nget /g/{name}.json\nget /h/{id}\nget /i/{id}\nget /j\nget /k/{id}\nget /m/{id}",
			routes: "GET /a/:id unguarded\nGET /b/{id:[0-9]{2,3}/?} unguarded\nGET /c/:id<int>/d/ unguarded\nGET /e/*path unguarded\nGET /f/{path...} unguarded\n" +
				"GET /g/{name}.json unguarded\n* /h/:id? unguarded\nGET /i/{id:uint64} unguarded\nGET /j/{$} unguarded\nGET /k/:id:int unguarded\nGET /m/{id:.*} unguarded",
		},
		{
			name: "the route that says most", doc: "get /users/{id} [{key: []}]\nget /users/me\nget /a/b/c\nget /a/{x}/{y} [{key: []}]",
			routes: "GET /users/:id guarded\nGET /users/me unguarded\nGET /a/:x/:y guarded\nGET /a/:x/c unguarded",
		},
		{
			name: "a word is served by a parameter, but not by one with an expression", doc: "get /a/me\nget /b/me\nget /c/me",
			routes: "GET /a/{id} unguarded\nGET /b/{id:[0-9]+} unguarded\nGET /c/:id<int> unguarded",
			want: "api.yaml:6:5: not served: get /b/me is documented, and no route serves it\napi.yaml:8:5: not served: get /c/me is documented, and no route serves it\n" +
				"main.go:2:1: undocumented: GET /b/{id:[0-9]+} is served and not documented; it is unguarded\nmain.go:3:1: undocumented: GET /c/:id<int> is served and not documented; it is unguarded",
		},
		{
			name: "a parameter is not served by a word", doc: "get /a/{id}", routes: "GET /a/me unguarded",
			want: "api.yaml:4:5: not served: get /a/{id} is documented, and no route serves it\nmain.go:1:1: undocumented: GET /a/me is served and not documented; it is unguarded",
		},
		{
			name: "what lies below may be anything", doc: "get /api/x [{key: []}]\nget /y/z", routes: "+* /api/ unguarded\n* /y/* unguarded",
			want: "api.yaml:4:5: unknown: get /api/x may be served by * /api/, which stands for more than one path\napi.yaml:7:5: unknown: get /y/z may be served by * /y/*, which stands for more than one path",
		},
		{
			name: "methods", doc: "head /x\noptions /x\ndelete /x\npost /any [{key: []}]", routes: "GET /x unguarded\n* /any unguarded\nPOST /any guarded",
			want: "api.yaml:8:5: not served: delete /x is documented, and no route serves it\nmain.go:2:1: undocumented: * /any is served and not documented; it is unguarded\n" +
				"api.yaml:6:5: unknown: options /x has no route; middleware may answer it",
		},
		{
			name: "security", head: "security: [{key: []}]\n", doc: "get /all\nget /none []\nget /optional [{}, {key: []}]\nget /either [{a: [read]}, {b: []}]\nget /unknown\nget /switch\nget /hidden [{a: [read]}]\nget /same [{a: [read]}]\nget /login [{a: [read, write]}]",
			routes: "GET /all guarded\nGET /none unguarded\nGET /optional unguarded\nGET /either guarded\nGET /unknown unknown it calls what is not known\nGET /switch conditional\nGET /hidden hidden\nGET /same read\nGET /login guarded",
			want: "main.go:9:1: scopes: GET /login declares read, write at api.yaml:26:5; its guards only ask who makes the request\n" +
				"main.go:5:1: unknown: what GET /unknown demands is unknown: it calls what is not known\nmain.go:6:1: unknown: the guard of GET /switch can be switched off",
		},
		{
			name: "the base path", head: "servers: [{url: 'https://{host}.example.com/{base}/', variables: {host: {default: a}, base: {default: v1}}}]\n",
			doc: "get /x [{key: []}]\nget /y", routes: "GET /v1/x guarded\nGET /v1/y unguarded\nGET /metrics unguarded",
			want: "main.go:3:1: undocumented: GET /metrics is served and not documented; it is unguarded",
		},
		{
			name: "a base path that a gateway takes off", head: "servers: [{url: /v1}]\n",
			doc: "get /x\nget /y", routes: "GET /x unguarded\nGET /y unguarded",
		},
		{
			name: "the root that is given", head: "servers: [{url: /v1}]\n", base: "/",
			doc: "get /x", routes: "GET /v1/x unguarded\nGET /x unguarded",
			want: "main.go:1:1: undocumented: GET /v1/x is served and not documented; it is unguarded",
		},
		{
			name: "a pattern that is no text", doc: "get /x", routes: "GET /x unguarded\nGET /\xff unguarded",
			want: "main.go:2:1: undocumented: GET /\xff is served and not documented; it is unguarded",
		},
		{
			name: "a base path that is given", head: "servers: [{url: /v1}]\n", base: "/v2/",
			doc: "get /x\nget /y [{key: []}]", routes: "GET /v1/x guarded\nGET /v1/y unguarded\nGET /v2/x unguarded\nGET {?base}/y guarded\nGET /v2 unguarded\nGET /v22 unguarded",
			want: "main.go:5:1: undocumented: GET /v2 is served and not documented; it is unguarded",
		},
		{
			name: "unknown parts", doc: "get /v2/x [{key: []}]\nget /z", routes: "GET {?base}/x unguarded\nGET /q/{?name}/z unguarded\nGET {?path} unguarded\nGET /z unguarded",
			want: "main.go:1:1: not enforced: GET {?base}/x is served without a guard; security is declared at api.yaml:4:5\n" +
				"main.go:2:1: unknown: GET /q/{?name}/z could not be compared: a part of its pattern is not known\nmain.go:3:1: unknown: GET {?path} could not be compared: a part of its pattern is not known",
		},
		{
			name: "gaps", doc: "get /x\nget /y", routes: "GET /x unguarded\n!GET /y unguarded", gaps: true,
			want: "api.yaml:6:5: unknown: no route was found for get /y, and 1 place of the program could not be followed",
		},
	} {
		tab := table(t, test.routes)
		if test.gaps {
			tab.Incomplete = make([]routes.Incomplete, 1)
		}
		c := Compare(tab, document(t, test.head, test.doc), test.base)
		var got []string
		for _, d := range c.Differences {
			got = append(got, d.Position.String()+": "+d.Message)
		}
		for _, p := range c.Unknown {
			got = append(got, p.Position.String()+": "+p.Message)
		}
		want := test.want
		for _, m := range []string{"get", "head", "options", "delete", "post"} {
			want = strings.ReplaceAll(want, " "+m+" /", " "+strings.ToUpper(m)+" /")
		}
		if s := strings.Join(got, "\n"); s != want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, s, want)
		}
	}
}

// TestRead: versions, notations and references.
func TestRead(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"swagger 2", "swagger: '2.0'\nbasePath: /v2\nsecurity: [{key: []}]\npaths:\n  /x: {get: {}, post: {security: []}, parameters: []}\n  x-y: {get: {}}\n", "[/v2] GET /x true, POST /x false"},
		{"json with tabs", "{\n\t\"openapi\": \"3.1.0\",\n\t\"paths\": {\"/x\": {\n\t\t\"get\": {\"security\": [{\"key\": []}]}}}\n}", "[] GET /x true"},
		{"a reference", "openapi: 3.1.0\npaths:\n  /x: {$ref: '#/components/pathItems/a~1b'}\ncomponents: {pathItems: {a/b: {put: {}}}}\n", "[] PUT /x false"},
		{"another file", "openapi: 3.1.0\npaths:\n  /x: {$ref: 'other.yaml#/x'}\n", "[] * /x false: /x: it refers to another file, which is not read"},
		{"nowhere", "openapi: 3.1.0\npaths:\n  /x: {$ref: '#/y'}\n", "[] * /x false: /x: it refers to #/y, which is not there"},
		{"further", "openapi: 3.1.0\npaths:\n  /x: {$ref: '#/y'}\ny: {$ref: '#/z'}\n", "[] * /x false: /x: it refers to #/y, which refers on"},
		{"aliases", "openapi: 3.1.0\nx-a: &a {security: [{key: []}]}\npaths:\n  /x:\n    get: *a\n    put: {<<: *a}\n    post: {<<: *a, security: []}\n", "[] GET /x true, PUT /x true, POST /x false"},
		{"3.2", "openapi: 3.2.0\npaths:\n  /x: {query: {}, additionalOperations: {COPY: {}}}\n", "[] QUERY /x false, COPY /x false"},
	} {
		d, err := Read("a.yaml", []byte(test.text))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		var list []string
		for _, o := range d.Operations {
			list = append(list, fmt.Sprint(o.Method, " ", o.Path, " ", o.Secured))
		}
		got := fmt.Sprint(d.Bases, " ", strings.Join(list, ", "))
		for _, p := range d.Unread {
			got += ": " + p.Message
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "a.yaml: the file is empty",
		"a: [":                        "a.yaml: ",
		"- 1":                         "a.yaml: not an OpenAPI document: it has neither a key openapi nor swagger",
		"openapi: 3.0.0\ninfo: {}":    "a.yaml: the document has no paths",
		"{\"swagger\": \"2.0\"}":      "a.yaml: the document has no paths",
		"openapi: 3.0.0\npaths: text": "",
	} {
		_, err := Read("a.yaml", []byte(text))
		if want == "" && err != nil || want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// TestSame: the same comparison gives the same answer, and every difference has a kind
// that is known.
func TestSame(t *testing.T) {
	tab := table(t, "GET /a guarded\nGET /b unguarded")
	a, b := Compare(tab, document(t, "", "get /c\nget /d"), ""), Compare(tab, document(t, "", "get /c\nget /d"), "")
	if fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("%v, then %v", a, b)
	}
	for _, d := range a.Differences {
		if !slices.Contains(Kinds, d.Kind) {
			t.Errorf("kind %q", d.Kind)
		}
	}
}

func TestSuggest(t *testing.T) {
	doc := document(t, "", "get /x\nget /y/{id}\npost /z")
	for text, want := range map[string]string{
		"GET /v1/x guarded\nGET /v1/y/:id guarded\nGET /a/x guarded\nPOST /v1/z guarded\nGET /v1/more guarded": "/v1 3",
		"GET /b/x guarded\nGET /a/x guarded\nGET /a/z guarded":                                                 "/a 1",
		"GET /x guarded\nGET /other guarded":                                                                   " 0",
	} {
		base, n := Suggest(table(t, text), doc)
		if got := fmt.Sprint(base, " ", n); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
