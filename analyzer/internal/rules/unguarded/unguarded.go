// Package unguarded finds routes that nobody guards in an application that
// guards others.
package unguarded

import (
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/bypass"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "unguarded",
	Title: "route served without a guard",
	Text: `The unguarded rule reports a route that a request reaches without proving
anything, in an application that guards other routes. The message says what the
routes beside it demand, and where.

Routes that are public by what they are (login, health checks, static files,
OAuth endpoints, webhooks that verify a signature, ...) are not reported, nor are
those marked

	//guardvet:public <reason>

on the line of the registration, above it, or above the handler. A route that leads
around the guard of another one is for rule bypass, one whose guard lets everybody pass
for rule failopen, one whose guard comes too late for rule lateguard. A route that generated code registers is
reported where its handler is written. Routes whose chain could not be followed are
listed by "guardvet routes", never reported. What a library registers is one finding,
at the call that has it do so, and so are the pages of one handler that one call registers, in a loop say.

How much speaks for a mistake is the finding's confidence: a method that changes
state, guards on all other routes under the same prefix. It is low behind a step that asks
where a request comes from, which says nothing of who asks.

The fix attaches the guard that all guarded routes below the same prefix share, if it is one,
in the way of the nearest of them: around the handler, as an argument, or by a group for the one route.

Of a program in which no route at all demands anything there is one finding, where it is
served, if two routes at least certainly change state. It is of low confidence, as a
gateway may guard them all, and of medium where one can log in. There is none if anything
may guard after all: certificates of clients, a socket of the machine, a guard that the
configuration switches on. Where a place or a route could not be followed, ten routes must
change state, and of twenty routes one may be unknown. A policy in .guardvet.yml or -unguarded.program=false switch it off.

With -unguarded.strict every route without a guard and without a comment is
reported: also what is public by evidence, and in applications without guards.`,
	Why: "An endpoint that was forgotten when its neighbours were guarded is open to everybody.",
	Before: `mux.Handle("GET /orders", requireUser(listOrders))
mux.HandleFunc("DELETE /orders/{id}", deleteOrder)`,
	After: `mux.Handle("GET /orders", requireUser(listOrders))
mux.Handle("DELETE /orders/{id}", requireUser(http.HandlerFunc(deleteOrder)))`,
	Category: "CWE-306, CWE-862",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/unguarded.md",
	Strict:   "report every route without a guard and without a comment",
	Program:  "report once that no route of the program demands anything",
	Check:    check,
}

func check(t *routes.Table, o rule.Options) []rule.Finding {
	if f, ok := program(t); ok && o.Program && !o.Strict {
		return []rule.Finding{f}
	}
	var out []rule.Finding
	seen, changing := map[place]bool{}, changingAt(t)
	for _, r := range t.Routes {
		// One registration is one finding, however many methods and applications it
		// serves, and whether or not below a base path that is not known.
		pattern, _ := r.BelowBase()
		here := place{at: r.Position, host: r.Host, pattern: pattern}
		if manyFor(r, changing) { // so is one call of a library, however many routes it registers, and one handler for a list of pages
			here = place{at: r.Position, handler: handlerOf(r)}
		}
		if !concerns(r, o) || seen[here] || !o.Strict && explained(t, r) {
			continue
		}
		p := peers.Of(t, r)
		if len(p.Guarded) == 0 && !o.Strict {
			continue
		}
		seen[here] = true
		f := finding(together(t, r, o), besides(t, r, o, changing), p)
		f.Fixes = fixes(t, r, p)
		out = append(out, f)
	}
	return out
}

// A place tells findings apart.
type place struct {
	at            routes.Position
	host, pattern string
	handler       string
}

// manyFor reports whether the patterns that one call registers are one thing: what a library registers, and the pages that
// one handler shows.
func manyFor(r *routes.Route, changing map[routes.Position]bool) bool {
	return r.Elsewhere || !changing[r.Position]
}

// changingAt are the places at which a route is registered that may change state.
func changingAt(t *routes.Table) map[routes.Position]bool {
	out := map[routes.Position]bool{}
	for _, r := range t.Routes {
		if r.Method == "*" || peers.ChangesState(r.Method) {
			out[r.Position] = true
		}
	}
	return out
}

func handlerOf(r *routes.Route) string {
	if r.Elsewhere {
		return ""
	}
	return r.Handler + " " + r.HandlerPosition.String()
}

// together returns the routes that one registration makes of one pattern: one for
// each method. What changes state comes first, for it weighs most.
func together(t *routes.Table, r *routes.Route, o rule.Options) []*routes.Route {
	var changing, reading []*routes.Route
	for _, other := range t.Routes {
		switch {
		case other.App != r.App || other.Position != r.Position || other.Host != r.Host || other.Pattern != r.Pattern || !concerns(other, o):
		case peers.ChangesState(other.Method):
			changing = append(changing, other)
		default:
			reading = append(reading, other)
		}
	}
	return append(changing, reading...)
}

// besides counts the other patterns that are registered at the same call for the same, and that are
// open as well.
func besides(t *routes.Table, r *routes.Route, o rule.Options, changing map[routes.Position]bool) int {
	if !manyFor(r, changing) {
		return 0
	}
	others := map[string]bool{}
	for _, other := range t.Routes {
		if other.App == r.App && other.Position == r.Position && other.Pattern != r.Pattern && handlerOf(other) == handlerOf(r) && concerns(other, o) {
			others[other.Host+other.Pattern] = true
		}
	}
	return len(others)
}

// concerns reports whether the route is one to ask about. An open router may
// still be wrapped in a guard by whoever serves it; a shadowed route is never
// reached; a fallback answers for nothing in particular.
func concerns(r *routes.Route, o rule.Options) bool {
	if r.Open || r.Shadowed || r.Public != nil {
		return false
	}
	if o.Strict {
		return r.Verdict == routes.Unguarded || r.Verdict == routes.Public
	}
	return r.Verdict == routes.Unguarded && !r.Fallback
}

// explained reports whether another rule says why the route is open.
func explained(t *routes.Table, r *routes.Route) bool {
	around, _ := bypass.Around(t, r)
	return around != nil || r.Verdict != routes.Public && len(r.Missed) > 0 || sightings.Explained(t, r)
}
