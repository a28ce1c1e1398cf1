package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// clearUp runs a step once more where so many paths were merged that it is in doubt whether somebody
// passes, with more of them kept apart. If that takes more steps than there are, the exits stay what they were.
func (r *run) clearUp(v value.Value, exits []exit) []exit {
	if r.stopped() || !r.inDoubt(v, exits) {
		return exits
	}
	marks, targets, gone, went, coarse, condensed := r.marks, r.targets, r.gone, r.went, r.coarse, r.condensed
	r.again()
	r.alternatives, r.coarse, r.condensed = manyAlternatives, false, false
	if clear := r.serve(v); !r.stopped() {
		return clear
	}
	r.failed, r.spent = "", false
	r.marks, r.targets, r.gone, r.went, r.coarse, r.condensed = marks, targets, gone, went, coarse, condensed
	return exits
}

// inDoubt reports whether there are paths of which it is not known whether anybody takes them, and the step does not guard
// all the same. In a handler, these matter only if a request that proves nothing takes them.
func (r *run) inDoubt(v value.Value, exits []exit) bool {
	if !slices.ContainsFunc(exits, func(e exit) bool { return e.doubtful && (e.anon || !r.endpoint) }) {
		return false
	}
	s := &Summary{run: r, value: v, exits: exits}
	s.finish()
	return s.judgeFor(Target{Method: "*"}).State != Holds
}
