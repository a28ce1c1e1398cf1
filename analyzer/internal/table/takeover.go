package table

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// takenOver notes at a step that may take the connection over that all guards of the route
// stand before it: they are asked for the first request of a connection, and for no other.
func (b *builder) takenOver(r *routes.Route) {
	if r.Verdict != routes.Guarded || slices.ContainsFunc(r.Guards, func(g routes.Guard) bool { return g.InHandler }) {
		return
	}
	isGuard := func(s routes.Step) bool { return s.Role == "guard" }
	last := slices.IndexFunc(r.Chain, func(s routes.Step) bool { return b.tables.TakesOver(s.Name) })
	if last < 0 || slices.ContainsFunc(r.Chain[last:], isGuard) {
		return
	}
	first := slices.IndexFunc(r.Chain[:last], isGuard)
	if first < 0 {
		return
	}
	g, s := r.Chain[first], &r.Chain[last]
	s.Notes = append(slices.Clip(s.Notes), "it may take the connection over: what stands before it is asked for the first request only")
	s.Faults = append(slices.Clip(s.Faults), routes.Fault{Kind: routes.Once, Func: g.Name, Position: g.Position})
}
