package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// changed is the state after functions of the step were given to one that is not read, or to
// another goroutine: they may have been called. The variables of the step that they write to
// hold something that comes from what they know, and nobody knows what.
func (r *run) changed(args []av, st *state) *state {
	for _, a := range args {
		fn, ok := value.Deref(a.v).(*value.Func)
		if !ok || fn.Fn == nil {
			continue
		}
		known := av{}
		var cells []*value.Cell
		for i, c := range r.captured[fn] {
			known.lab |= c.lab
			r.spreadInto(&known, c.v, st, 0, nil)
			ptr, ok := value.Deref(c.v).(value.Pointer)
			if !ok || i >= len(fn.Fn.Free) || !r.local(ptr.Cell) || leavesLoop(fn.Fn.Free[i]) || !r.prog.MayWrite(fn.Fn, i) {
				continue
			}
			cells = joinCells(cells, []*value.Cell{ptr.Cell})
		}
		st = r.fill(av{lab: derived(known.lab), holds: cells}, st)
	}
	return st
}

// leavesLoop reports whether a captured variable is the one by which the body of a loop over a
// function says how it was left (go/ssa, builder.go, rangeFunc). An iterator that is not read
// has come to its end.
func leavesLoop(v program.Var) bool { return strings.HasPrefix(v.Name, "jump$") }

// derived is the label of what an unread function makes of what it is given.
func derived(lab Label) Label {
	switch {
	case lab&(Derived|Context|Attr) != 0:
		return lab | Attr | Derived
	case lab&Credential != 0:
		return lab | Derived
	}
	return lab
}
