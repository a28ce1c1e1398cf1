package unguarded

import (
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// fixes give a route the guard of its siblings: of those that are guarded, all must have
// the same one. What is reported only because the rule is strict may well be meant.
func fixes(t *routes.Table, r *routes.Route, p peers.Peers) []rule.Fix {
	if !peers.IsOpen(r) || explained(t, r) {
		return nil
	}
	var guarded []*routes.Route
	for _, s := range p.Siblings {
		if peers.Guarded(s) {
			guarded = append(guarded, s)
		}
	}
	return peers.Attach(t, r, guarded)
}
