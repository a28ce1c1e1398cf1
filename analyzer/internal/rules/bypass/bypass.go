// Package bypass finds ways around a guard: the same thing, registered once more and
// open.
package bypass

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "bypass",
	Title: "what is guarded can be reached another way",
	Text: `The bypass rule reports an open route that leads to what another route guards:

 - one registration is served two ways, and only one of them passes a guard;
 - the same handler, which few routes have, is guarded there and open here;
 - the pattern is that of a guarded route but for its last slash, or for the case of its
   letters;
 - a method has a guarded route, and the pattern is also registered for every method,
   open and with the same handler.

It also reports guards that stand before a handler which takes connections over, as those
for HTTP/2 without TLS do: it serves the further requests of such a connection by itself, and
the guards are asked for the first one only. Where that may be an open route, anybody reaches
what is behind them.

What is open and stands alone is for rule unguarded. A route that is registered only where the
guarded one is not leads around nothing: a setting decides which of them there is.

The fix attaches the guard of the other one, if it has one, in the way that has it there.`,
	Why: "A guard on one of two doors guards nothing.",
	Before: `mux.Handle("DELETE /users/{id}", requireAdmin(deleteUser))
mux.Handle("DELETE /v0/users/{id}", deleteUser)`,
	After: `mux.Handle("DELETE /users/{id}", requireAdmin(deleteUser))
mux.Handle("DELETE /v0/users/{id}", requireAdmin(deleteUser))`,
	Category: "CWE-288, CWE-425",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/bypass.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	seen := map[routes.Position]bool{}
	for _, r := range t.Routes {
		if !peers.IsOpen(r) || seen[r.Position] {
			continue
		}
		o, how := Around(t, r)
		if o == nil || apart(o, r) || len(r.Missed) > 0 || sightings.Explained(t, r) {
			continue
		}
		seen[r.Position] = true
		out = append(out, rule.Finding{
			Position: r.Position, Subject: peers.Name(r), Confidence: peers.Rank(r), Related: peers.Example(o), Fixes: peers.Attach(t, r, []*routes.Route{o}),
			Message: fmt.Sprintf("bypass: %s is open; %s, %s, demands %s", peers.Name(r), peers.Name(o), how, peers.DemandAt(o)),
		})
	}
	return append(out, once(t)...)
}

// unknownPart begins a piece of a pattern that is not known: two of them may be anything.
const unknownPart = "{?"

// Around returns the guarded route that an open one leads around, and what they have in
// common; nil if there is none.
func Around(t *routes.Table, r *routes.Route) (guarded *routes.Route, how string) {
	own := peers.OwnHandler(t, r)
	for _, o := range t.Routes {
		if o.App != r.App || o == r || o.Open || o.Shadowed || !peers.Guarded(o) || o.Host != r.Host && r.Host != "" {
			continue
		}
		switch {
		case o.Position == r.Position && excepted(r): // a loop over paths, some of which a guard names
		case o.Position == r.Position && tellsApart(o): // it is one registration, and what it leads to is two things
		case o.Position == r.Position && o.Pattern != r.Pattern && o.Handler == r.Handler && o.Method == r.Method:
			return o, "the same registration by another way"
		case o.Position == r.Position:
		case own && o.Handler == r.Handler && sameMethod(o, r):
			return o, "with the same handler"
		case o.Pattern == r.Pattern || !sameMethod(o, r) || strings.Contains(r.Pattern, unknownPart):
		case slashless(o.Pattern) == slashless(r.Pattern):
			return o, "the same but for a slash"
		case strings.EqualFold(o.Pattern, r.Pattern):
			return o, "the same but for upper and lower case"
		}
	}
	return nil, ""
}

// apart reports whether a setting decides which of two routes there is.
func apart(o, r *routes.Route) bool {
	for _, one := range strings.Split(o.Condition, " and ") {
		for _, other := range strings.Split(r.Condition, " and ") {
			if opposite(one, other) || opposite(other, one) {
				return true
			}
		}
	}
	return false
}

// opposite reports whether a condition is written as the other one that does not hold.
func opposite(a, b string) bool {
	return a != "" && (b == "!"+a || strings.Contains(a, " == ") && b == strings.Replace(a, " == ", " != ", 1))
}

// tellsApart reports whether all that guards a route is in its handler. Where another route of
// the same registration is open, the handler has looked at the path: each is judged alone.
func tellsApart(r *routes.Route) bool {
	return !slices.ContainsFunc(r.Guards, func(g routes.Guard) bool { return !g.InHandler })
}

// excepted reports whether a step lets a route pass by what its path is, and not others.
func excepted(r *routes.Route) bool {
	return slices.ContainsFunc(r.Chain, func(s routes.Step) bool {
		return slices.ContainsFunc(s.Faults, func(f routes.Fault) bool { return f.Kind == routes.Skips })
	})
}

func sameMethod(o, r *routes.Route) bool { return o.Method == r.Method || r.Method == "*" }

func slashless(pattern string) string {
	return strings.TrimSuffix(strings.TrimSuffix(pattern, "{$}"), "/")
}
