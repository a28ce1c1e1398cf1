package weakguard

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// unsure compares a route that changes state, and of whose first step it is not known whom it lets pass, with the others behind that step
// that change state and have its prefix: what most of these ask for besides, this one does not. Whatever the step lets pass, it asks for
// less. Further out are other things, which others may.
func unsure(t *routes.Table, r *routes.Route) (rule.Finding, bool) {
	step, ok := doubted(r)
	prefix := parent(r.Pattern)
	if !ok || prefix == "" || r.Method == "*" || !changes(r) {
		return rule.Finding{}, false
	}
	var more []*routes.Route
	others := 0
	for _, o := range t.Routes {
		switch {
		case o.Verdict == routes.Public || o.Position == r.Position || !alike(r, o) || !peers.Under(prefix, o.Pattern) || !passes(o, step):
		case o.Verdict == routes.Guarded && guardedByStep(o):
			more = append(more, o)
		default:
			others++
		}
	}
	all := len(more) + others
	if !agree(len(more), all, most) {
		return rule.Finding{}, false
	}
	o := more[0]
	return rule.Finding{
		Position: r.Position, Subject: peers.Name(r), Confidence: rule.Low, Related: peers.Example(o),
		Message: fmt.Sprintf("weakguard: %s passes only %s, of which it is not known whom it lets pass; %d of the %d other routes under %s that change state ask for more, as %s does (%s)",
			peers.Name(r), peers.Short(step.Name), len(more), all, prefix, peers.Name(o), peers.GuardAt(added(o, r))),
	}, true
}

// doubted is the one step before the handler of an unknown route that refuses anybody for who asks, if that is why the route is unknown.
func doubted(r *routes.Route) (routes.Step, bool) {
	var found []routes.Step
	for _, s := range r.Chain {
		if slices.ContainsFunc(s.Exits, func(e routes.Exit) bool { return e.Auth }) {
			found = append(found, s)
		}
	}
	if r.Verdict != routes.Unknown || r.Level == routes.Conditional || len(r.Guards) > 0 || len(found) != 1 || found[0].Role == "handler" {
		return routes.Step{}, false
	}
	name, _, _ := strings.Cut(r.Reason, ":")
	return found[0], bare(name) == bare(found[0].Name)
}

// bare is a symbol without what tells from where it is, and whether of a pointer.
func bare(symbol string) string {
	return strings.TrimLeft(symbol[strings.LastIndexByte(symbol, '/')+1:], "(*")
}

// passes reports whether a route passes a step.
func passes(r *routes.Route, step routes.Step) bool {
	return slices.ContainsFunc(r.Chain, func(s routes.Step) bool { return s.Name == step.Name })
}
