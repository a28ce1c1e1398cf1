package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A function that calls itself is followed a few times, and then no more. One that writes an
// error, and calls itself once more for the error of writing it, hands the request to nobody
// all the same: what it calls shows that.

// cutShort is the state after a call that is not followed any deeper. What it answers is not
// known, nor where the request goes, unless it goes nowhere.
func (r *run) cutShort(fn *program.Func, all []av, st *state) *state {
	if !r.holdsRequest(all, st) {
		return st
	}
	n := st.clone()
	n.over = n.over || n.status >= 300
	if r.keepsRequest(fn, all, st) {
		n.vague(true, true) // what it asks is left out; it may never return
		if n.status == 0 {
			n.status = -1
		}
		return n
	}
	r.marks.unknownNext = true
	n.goesOn = true
	return n
}

// unfollowed is a call that is not followed any deeper. What it says of the request is no proof,
// and may be a refusal.
func (r *run) unfollowed(fn *program.Func, args, all []av, st *state) []ending {
	r.cuts++
	out := combine(args...)
	r.handsOut(all, st)
	if slices.ContainsFunc(args, func(a av) bool { return a.lab&proof != 0 || a.source == frameworks.SourceRequest || a.role != 0 }) {
		out.lab = out.lab&^proof | TooLarge
	}
	return []ending{{st: r.cutShort(fn, all, st), results: r.opaqueResults(fn.Results, out)}}
}

// another reports whether a closure has captured a function, and is called with none of what
// those that are being called have: middleware around middleware of its own kind. How many
// there are is bounded by the calls on the stack, and by the steps.
func (r *run) another(fn *program.Func, free, all []av, st *state) bool {
	wraps := slices.ContainsFunc(free, func(a av) bool {
		held := r.held(a, st)
		_, isFunc := value.Deref(held).(*value.Func)
		return isFunc || isNext(held)
	})
	return wraps && r.depth[r.callKey(fn, all)] == 0
}

// held is what a captured variable holds.
func (r *run) held(a av, st *state) value.Value {
	p, ok := a.v.(value.Pointer)
	if !ok || p.Cell == nil {
		return a.v
	}
	if now, written := r.read(st, p.Cell); written {
		return now.v
	}
	return p.Cell.Val
}

// keepsRequest reports whether a function, given these, hands the request to no handler:
// neither it, nor what it gives the response or the context to, calls a function that is a value, or
// a method that is not known.
func (r *run) keepsRequest(fn *program.Func, all []av, st *state) bool {
	k := &recursion{run: r, held: map[string]bool{}}
	for i, a := range all {
		switch {
		case i < len(fn.Params) && (a.role == frameworks.RoleWriter || a.role == frameworks.RoleContext):
			k.held[fn.Params[i].Type] = true
		case r.holdsRequest(all[i:i+1], st):
			return false
		}
	}
	for before := -1; before < len(k.held); {
		before, k.seen = len(k.held), map[*program.Func]bool{}
		if !k.fn(fn) {
			return false
		}
	}
	return true
}

// A recursion is a look for calls that may hand the request on.
type recursion struct {
	*run
	held map[string]bool // types of what answers the request, or has been made of it
	seen map[*program.Func]bool
}

func (k *recursion) fn(fn *program.Func) bool {
	if k.seen[fn] {
		return true
	}
	k.seen[fn] = true
	types := typesOf(fn)
	for in := range fn.All() {
		switch in.Op {
		case program.MakeBound:
			if k.given(in.Args[:1], types) {
				return false
			}
		case program.MakeClosure:
			if inner := k.prog.Func(in.Sym); inner == nil || !k.fn(inner) {
				return false
			}
		case program.Call, program.Invoke:
			if !k.call(in, types) {
				return false
			}
		}
	}
	return true
}

// call reports whether a call keeps the request. A function whose body was not read may
// answer it, and is taken to do no more; and what has nothing but a context.Context does not
// even do that.
func (k *recursion) call(in *program.Instr, types []string) bool {
	if e, ok := k.tables.Effect(in.Sym); ok {
		return !e.Next && !e.Reroutes && e.Handler == 0
	}
	known := in.Op == program.Call && in.Sym != ""
	args := in.Args
	if !known {
		args = args[1:]
	}
	if !k.given(args, types) {
		return true
	}
	if !known {
		return !slices.ContainsFunc(args, func(o program.Operand) bool { return k.isHeld(o, types) && types[o.Reg] != plainContext })
	}
	if t := k.prog.Type(in.Type); t != nil && in.Type != "error" && (t.Kind == program.KindPointer || t.Kind == program.KindInterface || t.Kind == program.KindStruct) {
		k.held[in.Type] = true
	}
	callee := k.prog.Func(in.Sym)
	return callee == nil || k.fn(callee)
}

// plainContext is the type of a context as most functions have it: there is no answering with it.
const plainContext = "context.Context"

// given reports whether any of them is, or is made of, what answers the request.
func (k *recursion) given(args []program.Operand, types []string) bool {
	return slices.ContainsFunc(args, func(o program.Operand) bool { return k.isHeld(o, types) })
}

func (k *recursion) isHeld(o program.Operand, types []string) bool {
	return o.Kind == program.Register && k.held[types[o.Reg]]
}

// typesOf are the types of a function's registers; of a captured variable, that of what it holds.
func typesOf(fn *program.Func) []string {
	types := make([]string, fn.Regs)
	for i, p := range fn.Params {
		types[i] = p.Type
	}
	for i, f := range fn.Free {
		types[len(fn.Params)+i] = strings.TrimPrefix(f.Type, "*")
	}
	for in := range fn.All() {
		if in.Dst >= 0 {
			types[in.Dst] = in.Type
		}
	}
	return types
}
