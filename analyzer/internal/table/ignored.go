package table

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A hearing is a step of a route, and where it stands in the chain: all before the end that
// no other step is before.
type hearing struct {
	route *routes.Route
	sum   *guard.Summary
	step  int
}

// heard notes the step that was put last into the chain of a route.
func (b *builder) heard(r *routes.Route, sum *guard.Summary) {
	if sum != nil && len(r.Chain) > 0 {
		b.hearings = append(b.hearings, hearing{r, sum, len(r.Chain) - 1})
	}
}

// ignored adds to the routes the checks whose verdicts they do not look at, now that it
// is known of all what is a check.
func (b *builder) ignored() {
	checks := map[string]program.Pos{}
	done := map[*guard.Summary][]routes.Fault{}
	for _, h := range b.hearings {
		if _, again := done[h.sum]; again {
			continue
		}
		done[h.sum] = nil
		for _, c := range h.sum.Checks() {
			if at, known := checks[c.Callee]; !known || position(c.Asked).Before(position(at)) {
				checks[c.Callee] = c.Asked
			}
		}
	}
	for sum := range done {
		done[sum] = append(sum.Ignored(func(callee string) (program.Pos, bool) { at, ok := checks[callee]; return at, ok }), sum.Unread()...)
	}
	uneven := b.uneven(checks)
	for _, h := range b.hearings {
		s := &h.route.Chain[h.step]
		s.Faults = slices.Concat(s.Faults, done[h.sum], unasked(uneven, h.sum))
	}
}
