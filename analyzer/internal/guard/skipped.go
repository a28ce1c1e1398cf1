package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// skipped is what comes of a call of an element that a list may not have, where it does not have it:
// there is no such call, and what comes next is called instead, if the element would have been given
// that. Middleware that wraps what it is given leaves it as it is.
func (r *run) skipped(c value.Choice, args []av, st *state, in *program.Instr, frame int) []ending {
	if len(args) == 1 && r.wrapsItsOwn(c, in) {
		return []ending{{st: st, results: args}}
	}
	for i, arg := range args {
		if rest := append(args[:i:i], args[i+1:]...); isCalled(arg.v) && len(rest) == len(r.shape.Params) && r.serves(rest) {
			return r.callHandler(arg, rest, st, frame)
		}
	}
	results := make([]av, 0, 1)
	for _, typ := range r.resultsOf("", in) {
		switch typ {
		case "error":
			results = append(results, av{v: value.Nil{Type: typ}, nilness: isNil})
		case "bool":
			results = append(results, av{v: value.Native{Obj: theAbsent}})
		default:
			results = append(results, av{})
		}
	}
	return []ending{{st: st, results: results}}
}

// wrapsItsOwn reports whether an element of a list makes of what it is given another of the same type.
func (r *run) wrapsItsOwn(c value.Choice, in *program.Instr) bool {
	for _, alt := range c.Alts {
		if r.calledIn(alt.Val, in).Wraps() {
			return true
		}
	}
	return false
}

// calledIn is the function that a call of a value reaches; nil if it is not known.
func (r *run) calledIn(v value.Value, in *program.Instr) *program.Func {
	if in.Op == program.Invoke {
		sym, _, _ := r.dispatch(in.Sym, av{v: v})
		return r.prog.Func(sym)
	}
	if fn, ok := v.(*value.Func); ok {
		return fn.Fn
	}
	return nil
}

// isCalled reports whether a value is a function or a handler, or one of several.
func isCalled(v value.Value) bool {
	switch v := value.Deref(v).(type) {
	case *value.Func, value.Native:
		return true
	case value.Choice:
		return callable(v)
	}
	return false
}

// An absent is the verdict of an element that a list does not have. Nobody has made that call: its round
// of the loop has not been.
type absent struct{}

// NativeType implements [value.NativeObject].
func (*absent) NativeType() string { return "verdict" }

// FieldCell implements [value.NativeObject].
func (*absent) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

var theAbsent = &absent{}

func isAbsent(v value.Value) bool {
	n, ok := v.(value.Native)
	return ok && n.Obj == value.NativeObject(theAbsent)
}

// roundOn finds the arm of the condition that ends a block which leads back to it, if only one does.
func (a *activation) roundOn(b int) (arm int, ok bool) {
	succs := a.fn.Blocks[b].Succs
	first, second := leadsTo(a.fn, succs[0], b), leadsTo(a.fn, succs[1], b)
	if second {
		arm = 1
	}
	return arm, first != second
}
