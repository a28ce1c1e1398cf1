package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

var update = flag.Bool("update", false, "write the expected output anew")

func at(line int) routes.Position { return routes.Position{File: "main.go", Line: line, Column: 6} }

// shop has a route of every verdict, and what else is written in a table.
func shop() *routes.Table {
	user := routes.Guard{
		Name: "example.com/shop/auth.RequireUser", Kind: routes.Authn, Demands: []string{}, Denies: []int{401}, Via: "return",
		Position: routes.Position{File: "auth/auth.go", Line: 12, Column: 6}, Attached: at(20),
	}
	admin := routes.Guard{
		Name: "(*example.com/shop/auth.Auth).RequireRole", Kind: routes.Authz, Demands: []string{"admin", "owner"}, Denies: []int{403},
		Via: "abort", Position: routes.Position{File: "auth/auth.go", Line: 31, Column: 6}, Attached: at(21),
	}
	route := func(method, pattern, handler string, line int, v routes.Verdict) *routes.Route {
		return &routes.Route{
			Method: method, Pattern: pattern, Handler: "example.com/shop/api." + handler, Position: at(line), Closed: at(40),
			Framework: "net/http", App: "example.com/shop.main", Verdict: v, Level: routes.NoLevel,
			HandlerPosition: routes.Position{File: "api/api.go", Line: line * 10, Column: 6},
		}
	}
	list := route("GET", "/orders", "list", 22, routes.Guarded)
	list.Level, list.Guards = routes.Authn, []routes.Guard{user}
	remove := route("DELETE", "/orders/{id}", "remove", 23, routes.Guarded)
	remove.Level, remove.Guards = routes.Authz, []routes.Guard{user, admin}
	remove.Chain = []routes.Step{
		{Name: "example.com/shop/log.Requests", Role: "logging", Position: routes.Position{File: "log/log.go", Line: 5, Column: 6}, Attached: at(19)},
		{
			Name: user.Name + "$1", Role: "guard", Position: user.Position, Attached: at(20),
			Exits: []routes.Exit{
				{Status: 401, Via: "return", Condition: `r.Header.Get("Authorization") == ""`, Auth: true, Kind: routes.Authn, Position: routes.Position{File: "auth/auth.go", Line: 14, Column: 5}},
				{Status: 401, Via: "return", Condition: "err != nil", Auth: true, Kind: routes.Authn, Position: routes.Position{File: "auth/auth.go", Line: 18, Column: 5}},
			},
		},
		{
			Name: admin.Name, Role: "guard", Position: admin.Position, Attached: at(21), Condition: "cfg.Roles",
			Exits: []routes.Exit{
				{Status: 403, Via: "abort", Condition: "!slices.Contains(roles, u.Role)", Auth: true, Kind: routes.Authz, Position: routes.Position{File: "auth/auth.go", Line: 33, Column: 5}},
				{Status: 500, Via: "panic", Condition: "u == nil"},
			},
		},
		{Role: "unknown", Attached: at(22), Notes: []string{"the function is not known"}},
		{Name: remove.Handler, Role: "handler", Position: remove.HandlerPosition, Attached: at(23), Exits: []routes.Exit{{Status: 0, Via: "return"}, {Status: -1, Via: "error"}}},
	}
	health := route("GET", "/healthz", "health", 24, routes.Public)
	health.Reason = "health check"
	hook := route("POST", "/import", "importAll$1", 25, routes.Unguarded)
	hook.Host, hook.Condition = "hooks.example.com", `os.Getenv("IMPORT") != ""`
	debug := route("*", "/debug/", "debug", 26, routes.Unknown)
	debug.Reason, debug.Shadowed = "api.debug: it may refuse who asks <but not certainly>", true
	return &routes.Table{
		Package: "example.com/shop", Command: true,
		Routes:     []*routes.Route{health, list, remove, debug, hook},
		Incomplete: []routes.Incomplete{{Position: at(30), Reason: "the pattern is not known"}},
	}
}

func golden(t *testing.T, name string, write func(io.Writer)) {
	t.Helper()
	var got bytes.Buffer
	write(&got)
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s: got\n%s\nwant\n%s", name, got.Bytes(), want)
	}
}

func TestText(t *testing.T) {
	golden(t, "shop.txt", func(w io.Writer) { Text(w, shop(), false) })
	two := shop()
	two.Routes[4].App = "example.com/shop/worker.main"
	two.Routes[4].Open, two.Routes[4].Fallback = true, true
	golden(t, "apps.txt", func(w io.Writer) { Text(w, two, true) })
	golden(t, "empty.txt", func(w io.Writer) { Text(w, &routes.Table{}, true) })
}

func TestExplain(t *testing.T) {
	golden(t, "explain.txt", func(w io.Writer) {
		for _, r := range shop().Routes {
			Explain(w, r)
			io.WriteString(w, "----\n")
		}
	})
}

func TestJSON(t *testing.T) {
	golden(t, "shop.json", func(w io.Writer) { JSON(w, shop()) })
	golden(t, "empty.json", func(w io.Writer) { JSON(w, &routes.Table{}) })
}

// TestJSONPromises checks the keys that readers were promised, and that no list
// is null.
func TestJSONPromises(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, &routes.Table{Routes: []*routes.Route{{Guards: []routes.Guard{{}}}}}); err != nil {
		t.Fatal(err)
	}
	var inv struct {
		Routes     []map[string]any `json:"routes"`
		Incomplete []any            `json:"incomplete"`
		Totals     map[string]any   `json:"totals"`
	}
	if err := json.Unmarshal(b.Bytes(), &inv); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"method", "host", "pattern", "handler", "position", "framework", "app", "verdict", "level", "guards"} {
		if _, ok := inv.Routes[0][key]; !ok {
			t.Errorf("a route has no key %q", key)
		}
	}
	guard := inv.Routes[0]["guards"].([]any)[0].(map[string]any)
	for _, key := range []string{"name", "kind", "demands", "denies", "via", "position"} {
		if _, ok := guard[key]; !ok {
			t.Errorf("a guard has no key %q", key)
		}
	}
	for _, key := range []string{"routes", "guarded", "public", "unguarded", "unknown", "incomplete"} {
		if _, ok := inv.Totals[key]; !ok {
			t.Errorf("the totals have no key %q", key)
		}
	}
	if strings.Contains(b.String(), "null") {
		t.Errorf("null in %s", b.String())
	}
}

func TestFind(t *testing.T) {
	table := &routes.Table{}
	for _, s := range []string{
		"GET /users", "GET /users/{id}", "DELETE /users/{id}", "GET /users/me", "GET /users/{id}/keys/:key", "GET /users/{id}/keys/new",
		"* /any", "GET /files/*path", "GET /tree/{path...}", "GET /sub/", "GET /exact/{$}", "GET /files/special/*path",
	} {
		method, pattern, _ := strings.Cut(s, " ")
		table.Routes = append(table.Routes, &routes.Route{Method: method, Pattern: pattern})
	}
	table.Routes = append(table.Routes, &routes.Route{Method: "GET", Host: "api.example.com", Pattern: "/v1/{x}"})
	for what, want := range map[string]string{
		"GET /users":                   "GET /users",
		"get  /users":                  "GET /users",
		"/users/{id}":                  "GET /users/{id}, DELETE /users/{id}",
		"DELETE /users/{id}":           "DELETE /users/{id}",
		"DELETE /users/42":             "DELETE /users/{id}",
		"/users/42":                    "GET /users/{id}, DELETE /users/{id}",
		"GET /users/me":                "GET /users/me",
		"/users/42/keys/7":             "GET /users/{id}/keys/:key",
		"/users/42/keys/new":           "GET /users/{id}/keys/new",
		"/users/:id/keys/{key}":        "GET /users/{id}/keys/:key",
		"PUT /any":                     "* /any",
		"PUT /users":                   "",
		"/files/a/b/c":                 "GET /files/*path",
		"/files/special/c":             "GET /files/special/*path",
		"/tree/a/b":                    "GET /tree/{path...}",
		"/sub/x/y":                     "GET /sub/",
		"/exact/":                      "GET /exact/{$}",
		"/exact/x":                     "",
		"/users/42/keys":               "",
		"/users/42/keys/7/8":           "",
		"api.example.com/v1/{x}":       "GET /v1/{x}",
		"GET api.example.com/v1/thing": "GET /v1/{x}",
		"":                             "",
		" ":                            "",
		"nonsense":                     "",
	} {
		var got []string
		for _, r := range Find(table, what) {
			got = append(got, r.Method+" "+r.Pattern)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("Find(%q) = %s, want %s", what, s, want)
		}
	}
}

func TestNearest(t *testing.T) {
	got := Nearest(shop(), "DELETE /order/{id}")
	want := []string{"DELETE /orders/{id}", "GET /orders"}
	if !slices.Equal(got[:2], want) {
		t.Errorf("%q, want %q first", got, want)
	}
	if got := Nearest(shop(), "POST /healthz"); got[0] != "GET /healthz" {
		t.Errorf("%q: want the other method first", got)
	}
	if got := Nearest(&routes.Table{}, "x"); len(got) != 0 {
		t.Errorf("%q in an empty table", got)
	}
}
