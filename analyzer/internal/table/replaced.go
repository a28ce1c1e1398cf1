package table

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
)

// replaced marks the entries that never serve, because another one with the same
// methods, host and pattern does: the last or the first one, as the router has it.
// One that is only registered on a condition, or that asks for more than method and
// path, takes nothing from the others.
func replaced(entries []*evaluate.Entry) []bool {
	out := make([]bool, len(entries))
	seen := map[string]bool{}
	mark := func(i int) {
		e := entries[i]
		if e.Fallback || e.Handler == nil && e.Static == "" {
			return
		}
		key := strings.Join(intersect(e.Methods, e.Router.Methods()), ",") + " " + e.Host + e.Pattern.String()
		out[i] = seen[key]
		if len(e.Conds) == 0 && !e.Picky {
			seen[key] = true
		}
	}
	for i := len(entries) - 1; i >= 0; i-- {
		if entries[i].Router.Rules().Kind.Replaces {
			mark(i)
		}
	}
	var catching []*evaluate.Entry
	for i, e := range entries {
		if !e.Router.Rules().Kind.FirstWins {
			continue
		}
		mark(i)
		out[i] = out[i] || slices.ContainsFunc(catching, func(c *evaluate.Entry) bool { return catches(c, e) })
		if len(e.Conds) == 0 && !e.Picky && !e.Fallback && e.Handler != nil && !e.Shape.Explicit {
			catching = append(catching, e)
		}
	}
	return out
}

// catches reports whether an entry takes all requests below its pattern, and
// another one is below it.
func catches(e, other *evaluate.Entry) bool {
	p, known := e.Pattern.Known()
	below, wild := strings.CutSuffix(p, "*")
	q := cutWildcard(other.Pattern.String())
	return known && (wild || e.Prefix) && !strings.ContainsAny(below, ":{*") && e.Host == "" && len(e.Methods) == 1 && e.Methods[0] == "*" &&
		len(e.Router.Methods()) == 0 && strings.HasPrefix(q, below)
}
