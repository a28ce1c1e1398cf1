// Package lateguard finds guards that are attached where they do not reach the route.
package lateguard

import (
	"fmt"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "lateguard",
	Title: "a guard is attached where it does not reach the route",
	Text: `The lateguard rule reports an open route to whose router a guard was attached too late:
after the route, or after the group took its copy of the router's middleware, where
the framework binds middleware when a route is registered.

It also reports a guard of a group on which nothing is registered: the result of
With, Group or the like was thrown away, and the routes went to another router.

Where a route stands before the guard on purpose, mark it

	//guardvet:public <reason>

The fix moves the line that attaches the guard before the first route that it misses, where
both stand in one block with nothing but registrations between them, of which none is public.`,
	Why: "The guard is there to be read, and no request passes it.",
	Before: `r := gin.New()
r.GET("/orders", listOrders)
r.Use(requireUser)`,
	After: `r := gin.New()
r.Use(requireUser)
r.GET("/orders", listOrders)`,
	Category: "CWE-696, CWE-862",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/lateguard.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	seen := map[routes.Position]bool{}
	for _, r := range t.Routes {
		if !peers.IsOpen(r) || len(r.Missed) == 0 || seen[r.Position] || sightings.Explained(t, r) {
			continue
		}
		seen[r.Position] = true
		g := r.Missed[0]
		out = append(out, rule.Finding{
			Position: r.Position, Subject: peers.Name(r), Confidence: confidence(t, r),
			Message: fmt.Sprintf("lateguard: %s is open; %s is attached to its router too late for it, at %s:%d", peers.Name(r), peers.Short(g.Name), peers.Base(g.Attached.File), g.Attached.Line),
			Related: []rule.Related{
				{Position: g.Attached, Message: peers.Short(g.Name) + " is attached here"},
				{Position: g.Position, Message: "it is written here"},
			},
			Fixes: fixes(t, g),
		})
	}
	for _, g := range t.Idle {
		if seen[g.Attached] {
			continue
		}
		seen[g.Attached] = true
		out = append(out, rule.Finding{
			Position: g.Attached, Subject: peers.Short(g.Name), Confidence: rule.Medium,
			Message: fmt.Sprintf("lateguard: %s guards a group on which nothing is registered", peers.Short(g.Name)),
			Related: []rule.Related{{Position: g.Position, Message: "it is written here"}},
		})
	}
	return out
}

// fixes attach a guard before the first route that misses it. What is registered between
// the two gets it as well, so none of that may be public.
func fixes(t *routes.Table, g routes.Guard) []rule.Fix {
	move := rule.Move{Call: g.Attached}
	for _, r := range t.Routes {
		at := r.Position
		missed := slices.ContainsFunc(r.Missed, func(o routes.Guard) bool { return o.Attached == g.Attached })
		switch {
		case at.File != g.Attached.File || at.Line >= g.Attached.Line:
			continue
		case missed && (move.Before.File == "" || at.Line < move.Before.Line):
			move.Before = at
		}
		if r.Public == nil && (missed || r.Verdict == routes.Guarded) {
			move.Over = append(move.Over, at)
		}
	}
	if move.Before.File == "" {
		return nil
	}
	public := func(at routes.Position) bool {
		return slices.ContainsFunc(t.Routes, func(r *routes.Route) bool {
			return r.Position == at && (r.Public != nil || r.Verdict == routes.Public || r.Verdict == routes.Unknown)
		})
	}
	move.Over = slices.DeleteFunc(move.Over, public)
	return []rule.Fix{{Message: "Attach the guard before the routes", Change: move}}
}

// confidence is higher for a guard that reaches no route at all, and for a route that
// changes state.
func confidence(t *routes.Table, r *routes.Route) rule.Confidence {
	if c := peers.Rank(r); c == rule.High {
		return c
	}
	for _, o := range t.Routes {
		for _, s := range o.Chain {
			if s.Attached == r.Missed[0].Attached {
				return rule.Medium
			}
		}
	}
	return rule.High
}
