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

Where something public stands before the guard, too, as a log-in does, that may be how public
routes are told from others there: then all open ones before it are one finding, with low confidence.

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
		if !isLate(t, r) || seen[r.Position] {
			continue
		}
		g := r.Missed[0]
		late := []*routes.Route{r}
		if publicMisses(t, g) {
			late = together(t, g)
		}
		for _, l := range late {
			seen[l.Position] = true
		}
		out = append(out, finding(t, g, late))
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

// isLate reports whether a route is open, and a guard was attached too late for it.
func isLate(t *routes.Table, r *routes.Route) bool {
	return peers.IsOpen(r) && len(r.Missed) > 0 && !sightings.Explained(t, r)
}

// misses reports whether a guard was attached too late for a route.
func misses(r *routes.Route, g routes.Guard) bool {
	return slices.ContainsFunc(r.Missed, func(o routes.Guard) bool { return o.Attached == g.Attached })
}

// publicMisses reports whether something that is public without anybody saying so misses a guard, too.
func publicMisses(t *routes.Table, g routes.Guard) bool {
	return slices.ContainsFunc(t.Routes, func(r *routes.Route) bool { return r.Verdict == routes.Public && r.Public == nil && misses(r, g) })
}

// together are the open routes that miss a guard, one for each registration.
func together(t *routes.Table, g routes.Guard) []*routes.Route {
	var out []*routes.Route
	seen := map[routes.Position]bool{}
	for _, r := range t.Routes {
		if isLate(t, r) && r.Missed[0].Attached == g.Attached && !seen[r.Position] {
			seen[r.Position] = true
			out = append(out, r)
		}
	}
	return out
}

// finding says that a guard comes too late: of one route where that is, of several where the guard is.
func finding(t *routes.Table, g routes.Guard, late []*routes.Route) rule.Finding {
	r := late[0]
	written := rule.Related{Position: g.Position, Message: "it is written here"}
	if len(late) > 1 {
		f := rule.Finding{
			Position: g.Attached, Subject: peers.Short(g.Name), Confidence: rule.Low, Related: []rule.Related{written},
			Message: fmt.Sprintf("lateguard: %s and %s are open; %s is attached to their router behind them, and behind what is public", peers.Name(r), others(len(late)-1), peers.Short(g.Name)),
		}
		for _, l := range late {
			f.Related = append(f.Related, rule.Related{Position: l.Position, Message: peers.Name(l) + " is registered here"})
		}
		return f
	}
	return rule.Finding{
		Position: r.Position, Subject: peers.Name(r), Confidence: confidence(t, r),
		Message: fmt.Sprintf("lateguard: %s is open; %s is attached to its router too late for it, at %s:%d", peers.Name(r), peers.Short(g.Name), peers.Base(g.Attached.File), g.Attached.Line),
		Related: []rule.Related{{Position: g.Attached, Message: peers.Short(g.Name) + " is attached here"}, written},
		Fixes:   fixes(t, g),
	}
}

func others(n int) string {
	if n == 1 {
		return "another route"
	}
	return fmt.Sprintf("%d more routes", n)
}

// fixes attach a guard before the first route that misses it. What is registered between
// the two gets it as well, so none of that may be public.
func fixes(t *routes.Table, g routes.Guard) []rule.Fix {
	move := rule.Move{Call: g.Attached}
	for _, r := range t.Routes {
		at := r.Position
		missed := misses(r, g)
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
// changes state; low where something public stands before the guard, too.
func confidence(t *routes.Table, r *routes.Route) rule.Confidence {
	if publicMisses(t, r.Missed[0]) {
		return rule.Low
	}
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
