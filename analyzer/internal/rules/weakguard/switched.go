package weakguard

import (
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// A route that the configuration opens is an exception if there is one such among many that
// change state, and many there are.
const (
	many  = 20
	among = 20
)

// switched compares a route that changes state and is guarded only if the configuration says
// so with all others of the application that change state: hardly any is left to the
// configuration.
func switched(t *routes.Table, r *routes.Route) (rule.Finding, bool) {
	if r.Level != routes.Conditional || r.Method == "*" || !peers.ChangesState(r.Method) || !guardedByStep(r) {
		return rule.Finding{}, false
	}
	var always *routes.Route
	guarded, others := 0, 0
	for _, o := range t.Routes {
		switch {
		case o == r || o.App != r.App || o.Open || o.Shadowed || o.Fallback || o.Method == "*" || !peers.ChangesState(o.Method):
		case o.Verdict == routes.Guarded:
			if guarded++; always == nil && peers.Guarded(o) {
				always = o
			}
		case o.Level == routes.Conditional || o.Verdict == routes.Unguarded:
			others++
		}
	}
	if always == nil || guarded < many || guarded < (among-1)*(others+1) {
		return rule.Finding{}, false
	}
	return finding(r, always, rule.Low, "; it is %s, and %d of the %d other routes that change state are guarded always, as %s is (%s)",
		r.Reason, guarded, guarded+others, peers.Name(always), peers.GuardAt(peers.Telling(always))), true
}
