package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// callable reports whether a choice is one of handlers, functions and the like:
// it is kept, because each of them can be called.
func callable(c value.Choice) bool {
	for _, alt := range c.Alts {
		switch v := value.Deref(alt.Val).(type) {
		case *value.Func, value.Native, value.Nil:
		case value.Pointer:
			if _, isStruct := v.Cell.Val.(*value.Struct); !isStruct {
				if _, isNative := v.Cell.Val.(value.Native); !isNative {
					return false
				}
			}
		default:
			return false
		}
	}
	return len(c.Alts) > 0
}

// eachChoice calls every alternative, on paths of their own: which one it is was
// decided at registration. A nil among them would have panicked.
func (r *run) eachChoice(c value.Choice, whole av, st *state, in *program.Instr, frame int, call func(av, *state) []ending) []ending {
	var out []ending
	for i, alt := range c.Alts {
		here := st
		if i < len(c.Alts)-1 {
			cond := r.altCond(frame, in, i, alt)
			here, st = r.decide(st, cond, true), r.decide(st, cond, false)
		}
		if _, isNil := value.Deref(alt.Val).(value.Nil); isNil {
			continue
		}
		one := whole
		one.v, one.nilness = alt.Val, nonNil
		out = append(out, call(one, here)...)
	}
	return out
}

type altKey struct {
	condKey
	alt int
}

// altCond is the condition that a choice made at registration is this alternative.
func (r *run) altCond(frame int, in *program.Instr, i int, alt value.Alt) *cond {
	k := altKey{condKey{frame: frame, in: in}, i}
	c := r.alts[k]
	if c == nil {
		text := alt.Cond
		if text == "" {
			text = "a choice made at registration"
		}
		c = &cond{id: len(r.condSeq) + 1, text: text, pos: in.Pos}
		r.alts[k] = c
		r.condSeq = append(r.condSeq, c)
	}
	return c
}
