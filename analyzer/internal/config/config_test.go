package config

import (
	"reflect"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

var rules = []string{"bypass", "challenge", "unguarded"}

func TestParse(t *testing.T) {
	got, err := Parse(Name, []byte(`# everything at once
public:
  - route: GET,HEAD /prices
    reason: prices are advertised
  - {route: /docs/**, reason: anybody may read them}
guards:
  - func: (*example.com/app/remote.Client).Require
    level: authz
    roles: [editor, admin]
roles: [viewer, editor, admin]
policy:
  - routes: /api/admin/**
    demand: role admin
  - methods: [POST, PUT]
    demand: authn
    reason: they write
enable: [challenge]
disable: []
`), rules)
	if err != nil {
		t.Fatal(err)
	}
	at := func(line int) routes.Position { return routes.Position{File: Name, Line: line, Column: 5} }
	want := &routes.Settings{
		File: Name,
		Public: []routes.PublicEntry{
			{Route: routes.Selector{Methods: []string{"GET", "HEAD"}, Pattern: "/prices"}, Reason: "prices are advertised", Position: at(3)},
			{Route: routes.Selector{Pattern: "/docs/**"}, Reason: "anybody may read them", Position: at(5)},
		},
		Guards: []routes.DeclaredGuard{{
			Func: "(*example.com/app/remote.Client).Require", Level: routes.Authz, Demands: []string{"editor", "admin"}, Position: at(7),
		}},
		Roles: []string{"viewer", "editor", "admin"},
		Policy: []routes.Statement{
			{Routes: routes.Selector{Pattern: "/api/admin/**"}, Demand: routes.Demand{Level: routes.Authz, Role: "admin"}, Position: at(12)},
			{Routes: routes.Selector{Methods: []string{"POST", "PUT"}}, Demand: routes.Demand{Level: routes.Authn}, Reason: "they write", Position: at(14)},
		},
		Enable: []string{"challenge"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
}

func TestMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"publik: []":                                                `x.yml:1: unknown key "publik" of the configuration; did you mean public?`,
		"colour: []":                                                `x.yml:1: unknown key "colour" of the configuration; the keys are disable, enable, guards, policy, public, roles`,
		"roles: []\nroles: []":                                      `x.yml:2: key "roles" of the configuration stands twice`,
		"- public":                                                  "x.yml:1: the configuration is a mapping, with keys among disable, enable, guards, policy, public, roles",
		"public:\n  route: /a":                                      "x.yml:2: a list is wanted here",
		"public: [{reason: so}]":                                    "x.yml:1: an entry of public needs a route, as in: route: GET /prices",
		"public: [{route: prices}]":                                 `x.yml:1: "prices" is no route; one is written as: GET /prices, or /api/admin/**`,
		"public: [{route: get /prices}]":                            `x.yml:1: "get" is no method; methods are written in capitals, as in: POST`,
		"public: [{route: /a**}]":                                   `x.yml:1: ** can only stand at the end, after a slash: "/a**"`,
		"public: [{route: [a]}]":                                    "x.yml:1: a text is wanted here",
		"public: [&a {route: /a}, *a]":                              "x.yml:1: an entry of public is a mapping, with keys among reason, route",
		"guards: [{level: authn}]":                                  "x.yml:1: an entry of guards needs a func, as in: func: example.com/app/auth.Check",
		"guards: [{func: a.B, level: admin}]":                       `x.yml:1: level of a guard is authn or authz, not "admin"`,
		"guards: [{func: a.B, level: authn, roles: [admin]}]":       "x.yml:1: a guard that demands roles has level authz",
		"guards: [{func: a.B, level: authz, roles: [a, a]}]":        `x.yml:1: "a" is empty or stands twice`,
		"policy: [{routes: /a}]":                                    "x.yml:1: a statement of policy needs a demand: authn, authz, or a role, as in: demand: role admin",
		"policy: [{demand: authn}]":                                 "x.yml:1: a statement of policy needs routes or methods, as in: routes: /api/admin/**",
		"policy: [{routes: /a, demand: admin}]":                     `x.yml:1: a demand is authn, authz or a role, as in: role admin; not "admin"`,
		"policy: [{routes: GET /a, methods: [PUT], demand: authn}]": "x.yml:1: the methods are named by routes already",
		"\ndisable: [bypas]":                                        `x.yml:2: there is no rule "bypas"; did you mean bypass?`,
		"enable:\n- colours":                                        `x.yml:2: there is no rule "colours"; the rules are bypass, challenge, unguarded`,
		"public: [":                                                 "x.yml:2: did not find expected node content",
		"public: a: b":                                              "x.yml:1: mapping values are not allowed in this context",
	} {
		if _, err := Parse("x.yml", []byte(text), rules); err == nil || err.Error() != want {
			t.Errorf("%q:\ngot  %v\nwant %s", text, err, want)
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, text := range []string{"", "# nothing", "{}", "public:\nroles:\n"} {
		if got, err := Parse(Name, []byte(text), rules); err != nil || !reflect.DeepEqual(got, &routes.Settings{File: Name}) {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
}
