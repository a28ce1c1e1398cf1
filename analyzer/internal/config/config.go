// Package config reads .guardvet.yml, in which an application says what its code does
// not: which routes are meant to be open, which functions guard, how roles rank, and
// what every route of some kind must demand.
//
// Whoever reads the file hands on its text, not its name: build systems keep results by
// what they know of a run, and that is flags, never files.
package config

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Name is the name of the file.
const Name = ".guardvet.yml"

// Parse reads the text of a configuration. name is what messages call the file, rules are
// the rules that it may name. An error begins with "name:line: ".
func Parse(name string, text []byte, rules []string) (*routes.Settings, error) {
	r := &reader{out: &routes.Settings{File: name}}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return nil, errors.New(name + ":" + lineFirst(strings.TrimPrefix(err.Error(), "yaml: ")))
	}
	if len(doc.Content) == 0 {
		return r.out, nil
	}
	if err := r.fields(doc.Content[0], "the configuration", map[string]field{
		"public": r.public, "guards": r.guards, "roles": r.roles, "policy": r.policy,
		"enable": among(rules, &r.out.Enable), "disable": among(rules, &r.out.Disable),
	}); err != nil {
		return nil, err.under(name)
	}
	return r.out, nil
}

// lineFirst puts the line before what the parser says, which leaves out the first.
func lineFirst(message string) string {
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		return rest
	}
	return "1: " + message
}

// A reader fills the settings from the nodes of the document.
type reader struct{ out *routes.Settings }

// A mistake is what is wrong at a place of the document.
type mistake struct {
	line int
	text string
}

func (m *mistake) under(name string) error { return fmt.Errorf("%s:%d: %s", name, m.line, m.text) }

func wrong(n *yaml.Node, format string, args ...any) *mistake {
	return &mistake{n.Line, fmt.Sprintf(format, args...)}
}

func (r *reader) at(n *yaml.Node) routes.Position {
	return routes.Position{File: r.out.File, Line: n.Line, Column: n.Column}
}

func (r *reader) public(n *yaml.Node) *mistake {
	return each(n, func(n *yaml.Node) *mistake {
		e := routes.PublicEntry{Position: r.at(n)}
		err := r.fields(n, "an entry of public", map[string]field{"route": selector(&e.Route), "reason": text(&e.Reason)})
		if err == nil && e.Route.Pattern == "" {
			err = wrong(n, "an entry of public needs a route, as in: route: GET /prices")
		}
		r.out.Public = append(r.out.Public, e)
		return err
	})
}

func (r *reader) guards(n *yaml.Node) *mistake {
	return each(n, func(n *yaml.Node) *mistake {
		g := routes.DeclaredGuard{Position: r.at(n), Demands: []string{}}
		level := ""
		err := r.fields(n, "an entry of guards", map[string]field{"func": text(&g.Func), "level": text(&level), "roles": names(&g.Demands)})
		g.Level = routes.Level(level)
		switch {
		case err != nil:
		case g.Func == "":
			err = wrong(n, "an entry of guards needs a func, as in: func: example.com/app/auth.Check")
		case g.Level != routes.Authn && g.Level != routes.Authz:
			err = wrong(n, "level of a guard is authn or authz, not %q", level)
		case g.Level == routes.Authn && len(g.Demands) > 0:
			err = wrong(n, "a guard that demands roles has level authz")
		}
		r.out.Guards = append(r.out.Guards, g)
		return err
	})
}

func (r *reader) roles(n *yaml.Node) *mistake { return names(&r.out.Roles)(n) }

func (r *reader) policy(n *yaml.Node) *mistake {
	return each(n, func(n *yaml.Node) *mistake {
		s := routes.Statement{Position: r.at(n)}
		err := r.fields(n, "a statement of policy", map[string]field{
			"routes": selector(&s.Routes), "methods": methods(&s.Routes.Methods), "demand": demand(&s.Demand), "reason": text(&s.Reason),
		})
		switch {
		case err != nil:
		case s.Demand.Level == "":
			err = wrong(n, "a statement of policy needs a demand: authn, authz, or a role, as in: demand: role admin")
		case s.Routes.Pattern == "" && len(s.Routes.Methods) == 0:
			err = wrong(n, "a statement of policy needs routes or methods, as in: routes: /api/admin/**")
		}
		r.out.Policy = append(r.out.Policy, s)
		return err
	})
}
