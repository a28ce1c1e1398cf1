package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// callable reports whether a choice is one of handlers, functions, what interfaces hold, and the like:
// it is kept, because each of them can be called.
func callable(c value.Choice) bool {
	known := false
	for _, alt := range c.Alts {
		switch v := value.Deref(alt.Val).(type) {
		case *value.Unknown:
			continue
		case *value.Func, value.Native, value.Nil:
		case *value.Struct:
			if _, hasMethods := alt.Val.(value.Iface); !hasMethods {
				return false
			}
		case value.Pointer:
			if _, isStruct := v.Cell.Val.(*value.Struct); !isStruct {
				if _, isNative := v.Cell.Val.(value.Native); !isNative {
					return false
				}
			}
		default:
			return false
		}
		known = true
	}
	return known
}

// eachChoice calls every alternative, on paths of their own: which one it is was
// decided at registration. A nil among them would have panicked, but for what is not there at all.
func (r *run) eachChoice(c value.Choice, whole av, args []av, st *state, in *program.Instr, frame int, call func(av, *state) []ending) []ending {
	if r.handsAll(c) {
		if ends, ok := r.handOver(c, args, st); ok {
			return ends
		}
	}
	var out []ending
	for i, alt := range c.Alts {
		here, others := r.oneOf(c, i, st, in.Pos)
		if here == nil {
			continue
		}
		if value.IsNotThere(alt.Val) {
			out = append(out, r.skipped(c, args, here, in, frame)...)
		} else if _, isNil := value.Deref(alt.Val).(value.Nil); !isNil {
			one := whole
			one.v, one.nilness = alt.Val, nonNil
			if u, unknown := alt.Val.(*value.Unknown); unknown {
				one.v, one.made, one.nilness = nil, u, maybeNil
			}
			out = append(out, call(one, here)...)
		}
		if st = others; st == nil {
			break
		}
	}
	return out
}

// oneOf parts a path in which a value is one of several: into that on which it is a certain one, nil if
// another one was chosen before, and that on which it is one of those that follow, nil if it is not.
func (r *run) oneOf(c value.Choice, i int, st *state, at program.Pos) (here, others *state) {
	if i == len(c.Alts)-1 {
		return st, nil
	}
	cond := r.altCond(&c.Alts[i], at)
	switch arm, taken := st.took(cond); {
	case !taken:
		return r.decide(st, cond, true), r.decide(st, cond, false)
	case arm:
		return st, nil
	}
	return nil, st
}

// lists reports whether a choice is one of lists: of middleware, with or without
// what a condition adds at registration. The paths part where it is read, because
// a loop over one of them is known, and over all of them is not.
func lists(c value.Choice) bool {
	some := false
	for _, alt := range c.Alts {
		switch value.Deref(alt.Val).(type) {
		case *value.Slice:
			some = true
		case value.Nil:
		default:
			return false
		}
	}
	return some
}

// chains reports whether a choice is one of structs that hold what is called, or of pointers to them: a
// chain that ends in one of two handlers.
func chains(c value.Choice) bool {
	for _, alt := range c.Alts {
		v := alt.Val
		if p, ok := v.(value.Pointer); ok {
			v = p.Cell.Val
		}
		s, ok := v.(*value.Struct)
		if !ok || !slices.ContainsFunc(s.Fields, holdsCalled) {
			return false
		}
	}
	return true
}

func holdsCalled(c *value.Cell) bool {
	if c == nil {
		return false
	}
	if choice, ok := c.Val.(value.Choice); ok {
		return callable(choice)
	}
	_, isIface := c.Val.(value.Iface)
	return isIface || isCalled(c.Val)
}

// partEach parts each of some paths in which a place may hold one of several lists.
func (a *activation) partEach(work []*point, slot int) []*point {
	for i, p := range work {
		if p.regs[slot] == nil {
			continue
		}
		if c, ok := p.regs[slot].v.(value.Choice); ok && (lists(c) || chains(c)) {
			return append(append(work[:i:i], a.partLists(p, slot, c)...), a.partEach(work[i+1:], slot)...)
		}
	}
	return work
}

// partRead parts each of some paths that have read one of several lists. Where it was read from a
// place, it is the same one from then on.
func (a *activation) partRead(in *program.Instr, work []*point) []*point {
	slot := a.info.slots[in.Dst]
	out := a.partEach(work, slot)
	if in.Op != program.Load || len(out) == len(work) {
		return out
	}
	for _, p := range out {
		ptr, ok := value.Deref(a.operand(p, in.Args[0]).v).(value.Pointer)
		if _, list := p.get(slot).v.(*value.Slice); ok && list {
			a.write(p.state(), ptr.Cell, p.get(slot))
		}
	}
	return out
}

// partLists parts a path in which a place holds one of several lists.
func (a *activation) partLists(p *point, slot int, c value.Choice) []*point {
	var out []*point
	st := p.st
	for i, alt := range c.Alts {
		here, others := a.oneOf(c, i, st, a.fn.Pos)
		if here == nil {
			continue
		}
		q := &point{st: here, regs: p.regs, deferred: p.deferred}
		q.set(slot, a.hold(fromRegistration(alt.Val)))
		out = append(out, q)
		if st = others; st == nil {
			break
		}
	}
	return out
}

// altCond is the condition that a choice made at registration is this alternative, wherever it is read.
func (r *run) altCond(alt *value.Alt, at program.Pos) *cond {
	c := r.alts[alt]
	if c == nil {
		text := alt.Cond
		if text == "" {
			text = "a choice made at registration"
		}
		c = &cond{id: len(r.condSeq) + 1, text: text, pos: at, fixed: true}
		r.alts[alt] = c
		r.condSeq = append(r.condSeq, c)
	}
	return c
}
