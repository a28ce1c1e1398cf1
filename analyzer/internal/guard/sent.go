package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A program may ask another server who has sent a token (RFC 7662): it makes a request, puts the token into it, and
// reads what it is answered. What the answer says is what that server says of the token.

// makes is a request of the program's own: a place that has what the call is given, and what is put there later.
func (r *run) makes(args []av, st *state, in *program.Instr, frame int) []ending {
	k := cellKey{frame, in}
	c := r.cells[k]
	if c == nil {
		c = &value.Cell{Type: "request", Pos: in.Pos}
		r.cells[k], r.owner[c], r.sends[c] = c, frame, true
	}
	given := slices.DeleteFunc(slices.Clone(args), func(a av) bool { return a.role != 0 || a.source == frameworks.SourceRequest }) // not the context
	n := st.clone()
	r.write(n, c, av{lab: r.spread(given, st).lab})
	return []ending{{st: n, results: []av{{tuple: []av{{nilness: nonNil, holds: []*value.Cell{c}}, {}}}}}}
}

// reached is how a call ends that asks another server: whether there was an answer says nothing of who asks.
func reached(ends []ending) []ending {
	for i, e := range ends {
		if len(e.results) == 1 {
			ends[i].results = []av{{tuple: []av{e.results[0], {}}}}
		}
	}
	return ends
}

// putInto adds something to the requests that a value holds.
func (r *run) putInto(holder, v av, st *state) {
	for _, c := range r.requests(holder.holds) {
		had, _ := r.read(st, c)
		r.write(st, c, av{lab: had.lab | v.lab})
	}
}

// requests are those of places that are requests of the program's own: a part of one is part of it.
func (r *run) requests(cells []*value.Cell) []*value.Cell {
	if len(r.sends) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(cells), func(c *value.Cell) bool { return !r.sends[c] })
}

// sentWith is the label of what requests have that are among values.
func (r *run) sentWith(args []av, st *state) (lab Label) {
	for _, a := range args {
		for _, c := range r.requests(a.holds) {
			had, _ := r.read(st, c)
			lab |= had.lab
		}
	}
	return lab
}

// answered reports whether what is read is no body of the request that is served: it comes from what says
// something of who asks.
func answered(e frameworks.Effect, args []av) bool {
	if e.Source != frameworks.SourceBody || len(args) == 0 {
		return false
	}
	from := args[0]
	return from.role == 0 && from.source == 0 && from.lab&(Derived|Context|Attr) != 0
}
