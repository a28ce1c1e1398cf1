package config

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/spelling"
)

// A field reads the value of a key.
type field func(*yaml.Node) *mistake

// fields reads a mapping with known keys. An unknown one is refused, with the nearest
// that is known.
func (r *reader) fields(n *yaml.Node, what string, known map[string]field) *mistake {
	if n.Kind != yaml.MappingNode {
		return wrong(n, "%s is a mapping, with keys among %s", what, keys(known))
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read := known[key.Value]
		switch {
		case read == nil:
			return wrong(key, "unknown key %q of %s%s", key.Value, what, suggestion(key.Value, known))
		case seen[key.Value]:
			return wrong(key, "key %q of %s stands twice", key.Value, what)
		}
		seen[key.Value] = true
		if value.Kind == yaml.AliasNode {
			return wrong(value, "aliases are not read")
		}
		if err := read(value); err != nil {
			return err
		}
	}
	return nil
}

func keys(known map[string]field) string {
	return strings.Join(slices.Sorted(maps.Keys(known)), ", ")
}

func suggestion(key string, known map[string]field) string {
	return spelling.Suggest(key, "keys", slices.Sorted(maps.Keys(known)))
}

// each reads the entries of a list. An empty value is an empty list.
func each(n *yaml.Node, read field) *mistake {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return wrong(n, "a list is wanted here")
	}
	for _, entry := range n.Content {
		if err := read(entry); err != nil {
			return err
		}
	}
	return nil
}

// text reads a scalar.
func text(into *string) field {
	return func(n *yaml.Node) *mistake {
		if n.Kind != yaml.ScalarNode {
			return wrong(n, "a text is wanted here")
		}
		*into = strings.TrimSpace(n.Value)
		return nil
	}
}

// names reads a list of texts.
func names(into *[]string) field {
	return func(n *yaml.Node) *mistake {
		return each(n, func(n *yaml.Node) *mistake {
			var s string
			if err := text(&s)(n); err != nil {
				return err
			}
			if s == "" || slices.Contains(*into, s) {
				return wrong(n, "%q is empty or stands twice", s)
			}
			*into = append(*into, s)
			return nil
		})
	}
}

// among reads a list of rules.
func among(rules []string, into *[]string) field {
	return func(n *yaml.Node) *mistake {
		if err := names(into)(n); err != nil {
			return err
		}
		for i, name := range *into {
			if hint := spelling.Suggest(name, "rules", rules); hint != "" {
				return wrong(n.Content[i], "there is no rule %q%s", name, hint)
			}
		}
		return nil
	}
}

// methods reads a list of methods.
func methods(into *[]string) field {
	return func(n *yaml.Node) *mistake {
		if len(*into) > 0 {
			return wrong(n, "the methods are named by routes already")
		}
		if err := names(into)(n); err != nil {
			return err
		}
		return checkMethods(n, *into)
	}
}

func checkMethods(n *yaml.Node, list []string) *mistake {
	for _, m := range list {
		if m == "" || m != strings.ToUpper(m) || strings.ContainsAny(m, "/ *") {
			return wrong(n, "%q is no method; methods are written in capitals, as in: POST", m)
		}
	}
	return nil
}

// selector reads "METHOD /pattern", "METHOD,METHOD /pattern" or "/pattern".
func selector(into *routes.Selector) field {
	return func(n *yaml.Node) *mistake {
		var s string
		if err := text(&s)(n); err != nil {
			return err
		}
		list, pattern, two := strings.Cut(s, " ")
		if !two {
			list, pattern = "", s
		}
		if pattern = strings.TrimSpace(pattern); !strings.HasPrefix(pattern, "/") {
			return wrong(n, "%q is no route; one is written as: GET /prices, or /api/admin/**", s)
		}
		if i := strings.Index(pattern, "**"); i >= 0 && !(i == len(pattern)-2 && strings.HasSuffix(pattern, "/**")) {
			return wrong(n, "** can only stand at the end, after a slash: %q", s)
		}
		into.Pattern = pattern
		if list == "" {
			return nil
		}
		if len(into.Methods) > 0 {
			return wrong(n, "the methods are named by methods already")
		}
		into.Methods = strings.Split(list, ",")
		return checkMethods(n, into.Methods)
	}
}

// demand reads "authn", "authz" or "role name".
func demand(into *routes.Demand) field {
	return func(n *yaml.Node) *mistake {
		var s string
		if err := text(&s)(n); err != nil {
			return err
		}
		if role, ok := strings.CutPrefix(s, "role "); ok && strings.TrimSpace(role) != "" {
			*into = routes.Demand{Level: routes.Authz, Role: strings.TrimSpace(role)}
			return nil
		}
		if s != string(routes.Authn) && s != string(routes.Authz) {
			return wrong(n, "a demand is authn, authz or a role, as in: role admin; not %q", s)
		}
		into.Level = routes.Level(s)
		return nil
	}
}
