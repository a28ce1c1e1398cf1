package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A handler may give what it does to a function that is not read: one that measures how long it
// takes, or begins a transaction around it.

// callBack calls the function of the step that an unread one is given, if it can answer the
// request. That the unread one calls it is known of some of the program's own packages. Any other
// one may, or may not: what the step does is not known then, if the function may refuse.
func (r *run) callBack(sym string, args []av, st *state, in *program.Instr, frame int) ([]ending, bool) {
	for i := range args {
		fn, ok := value.Deref(args[i].v).(*value.Func)
		if !ok || fn.Fn == nil || fn.Recv != nil || !r.holdsRequest(args[i:i+1], st) {
			continue
		}
		call := func() []ending { return r.callFunc(fn, make([]av, len(fn.Fn.Params)), st, in, frame) }
		if at, known := r.prog.Caller(sym); !known || at != i {
			if r.aside(st, call) {
				r.marks.unknownNext = true
			}
			continue
		}
		return r.calledBy(fn, i, call(), sym, args, in), true
	}
	return nil, false
}

// calledBy is how a function that is not read ends, that calls the one which it is given so.
func (r *run) calledBy(fn *value.Func, at int, ends []ending, sym string, args []av, in *program.Instr) (out []ending) {
	rest := slices.Clone(args) // what the function changes is known
	rest[at] = av{nilness: nonNil}
	for _, e := range ends {
		if e.panics {
			out = append(out, e)
			continue
		}
		for _, after := range r.opaque(in, sym, rest, e.st) {
			out = append(out, handingOn(fn.Fn, in, e, after))
		}
	}
	return out
}

// lookedUpIn calls the function of the step that an unread one is given to look something up, and whose error it
// returns: what is read in a transaction, or once more if it fails.
func (r *run) lookedUpIn(sym string, args []av, st *state, in *program.Instr, frame int) ([]ending, bool) {
	if in.Type != "error" {
		return nil, false
	}
	for i := range args {
		fn, ok := value.Deref(args[i].v).(*value.Func)
		if !ok || fn.Fn == nil || fn.Recv != nil || len(fn.Fn.Results) != 1 || fn.Fn.Results[0] != "error" {
			continue
		}
		about := r.spread(slices.Concat(args[:i], args[i+1:]), st).lab & proof
		if about == 0 && !r.looksAtRequest(fn, st) {
			continue
		}
		params := make([]av, len(fn.Fn.Params))
		for j := range params {
			params[j].lab = derived(about)
		}
		call := func() []ending { return r.callFunc(fn, params, st, in, frame) }
		if !r.asksWho(cellKey{frame, in}, call) {
			continue
		}
		return r.calledBy(fn, i, call(), sym, args, in), true
	}
	return nil, false
}

// asksWho reports whether something that the request proves is asked in a call, as it was found out the first
// time: the conditions are known afterwards.
func (r *run) asksWho(at cellKey, call func() []ending) bool {
	asks, known := r.lookups[at]
	if !known {
		_, asked, _ := r.try(call)
		asks = slices.ContainsFunc(asked, func(c *cond) bool { return c.lab&principal != 0 })
		r.lookups[at] = asks
	}
	return asks
}

// looksAtRequest reports whether a function has captured the request, or something that it proves.
func (r *run) looksAtRequest(fn *value.Func, st *state) bool {
	return slices.ContainsFunc(r.captured[fn], func(c av) bool {
		return c.role == frameworks.RoleRequest || r.spread([]av{c}, st).lab&proof != 0
	})
}

// aside reports whether a call that may be made or not may refuse; nothing of it is kept.
func (r *run) aside(st *state, call func() []ending) bool {
	ends, _, whole := r.try(call)
	return !whole || slices.ContainsFunc(ends, func(e ending) bool { return mayRefuse(st, e.st) })
}

// try makes a call of which nothing is kept: how it ends, what is asked in it, and whether that is all of it.
func (r *run) try(call func() []ending) (ends []ending, asked []*cond, whole bool) {
	conds, layers, marks, targets, gone, outer := len(r.condSeq), len(r.layers), r.marks, len(r.targets), len(r.gone), r.limit
	r.trying, r.limit = r.trying+1, min(outer, r.steps+sideSteps)
	ends = call()
	r.trying, r.limit = r.trying-1, outer
	for k, c := range r.conds {
		if c.id > conds {
			delete(r.conds, k)
		}
	}
	for k, c := range r.alts {
		if c.id > conds {
			delete(r.alts, k)
		}
	}
	asked = slices.Clone(r.condSeq[conds:])
	r.condSeq, r.layers, r.marks, r.targets, r.gone = r.condSeq[:conds], r.layers[:layers], marks, r.targets[:targets], r.gone[:gone]
	whole, r.spent = !r.spent, r.spent && r.steps > outer
	return ends, asked, whole
}

func mayRefuse(before, after *state) bool {
	answers := after.status != before.status && (after.status == -1 || after.status >= 300)
	return answers || after.aborted && !before.aborted || after.goesOn && !before.goesOn
}

// handingOn is the end of a call whose function returns the error that the one it called has
// returned, or another one.
func handingOn(called *program.Func, in *program.Instr, inner, after ending) ending {
	n := len(inner.results)
	if in.Type != "error" || n == 0 || len(called.Results) != n || called.Results[n-1] != "error" || len(after.results) != 1 {
		return after
	}
	if err := inner.results[n-1]; err.nilness == nonNil || err.status != 0 {
		after.results = inner.results[n-1:]
	}
	return after
}
