package peers

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Attach is the fix that gives a route the guard of others, in the way of the nearest of
// them. All must have the same guard, and one of them, of the same file, nothing else before the handler that
// the route does not have. Where the registration makes several routes, what it is for
// is not certain, and there is no fix.
func Attach(t *routes.Table, r *routes.Route, guarded []*routes.Route) []rule.Fix {
	if r.Generated || r.Elsewhere || severalAt(t, r) {
		return nil
	}
	var nearest *routes.Route
	for _, s := range guarded {
		if len(s.Guards) != 1 || s.Guards[0].InHandler || !same(s.Guards[0], guarded[0].Guards[0]) {
			return nil
		}
		if s.Framework == r.Framework && s.Guards[0].Attached.File == r.Position.File && sameBefore(s, r) &&
			(nearest == nil || distance(s, r) < distance(nearest, r)) {
			nearest = s
		}
	}
	if nearest == nil {
		return nil
	}
	g := nearest.Guards[0]
	return []rule.Fix{{
		Message: "Attach " + Short(g.Name) + ", as " + Name(nearest) + " has it",
		Change:  rule.Attach{Route: r.Position, Sibling: nearest.Position, Attached: g.Attached},
	}}
}

// severalAt reports whether a registration makes routes of other patterns, or any that is
// not open.
func severalAt(t *routes.Table, r *routes.Route) bool {
	return slices.ContainsFunc(t.Routes, func(o *routes.Route) bool {
		return o.Position == r.Position && (o.Pattern != r.Pattern || o.Verdict != r.Verdict)
	})
}

func same(a, b routes.Guard) bool { return a.Name == b.Name && slices.Equal(a.Demands, b.Demands) }

// sameBefore reports whether a guarded route has, but for the guard, the same before its
// handler as another one: a guard may need what was attached before it.
func sameBefore(guarded, open *routes.Route) bool {
	steps := func(r *routes.Route, except routes.Position) []string {
		var out []string
		for _, s := range r.Chain[:max(len(r.Chain)-1, 0)] {
			if except.File == "" || s.Position != except {
				out = append(out, s.Name)
			}
		}
		return out
	}
	guard := guarded.Guards[0].Position
	return guard.File != "" && slices.Equal(steps(guarded, guard), steps(open, routes.Position{}))
}

func distance(a, b *routes.Route) int {
	return max(a.Position.Line-b.Position.Line, b.Position.Line-a.Position.Line)
}
