package weakguard

import (
	"fmt"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// unasked compares the types behind an interface: where all methods of one ask what who is known may do,
// and none of the other one does, it is decided by which of them is used whether anybody asks.
func unasked(t *routes.Table) (out []rule.Finding) {
	for _, s := range sightings.Of(t, routes.Unasked, func(r *routes.Route, _ int, _ routes.Fault) bool { return r.Public == nil && !peers.IsOpen(r) }) {
		asks := "asks"
		if s.Fault.Condition != "" {
			asks += " " + peers.Short(s.Fault.Condition)
		}
		out = append(out, rule.Finding{
			Position: s.Fault.Position, Subject: s.Who(), Confidence: rule.Medium,
			Related: append(s.Story(), rule.Related{Position: s.Fault.Asked, Message: "the other one asks"}),
			Message: fmt.Sprintf("weakguard: %s, like all methods of its type that are called here, asks nobody what they may do, and %s %s: on %s",
				s.Who(), peers.Short(s.Fault.Detail), asks, s.On()),
		})
	}
	return out
}
