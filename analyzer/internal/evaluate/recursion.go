package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A function that calls itself is followed as long as it is given something else each time,
// and otherwise for a few rounds.

// cutShort notes a call that is not entered. Of one of a function that calls itself it is said
// when the first of these calls has ended, and only if they made anything: the rounds that were
// followed show what the others do.
func (m *Machine) cutShort(fn *program.Func, at program.Pos) {
	if !m.mayRegister(fn.Name) {
		return
	}
	for _, f := range m.stack {
		if f.fn == fn {
			f.cut = at
			return
		}
	}
	m.note(at, notFurther(fn))
}

func notFurther(fn *program.Func) string {
	return "recursion through " + fn.Name + " is not followed further"
}

// advances reports whether a function that calls itself is given something else,
// and known, than the last time: a shorter list, a smaller number.
func (m *Machine) advances(fn *program.Func, args []value.Value) bool {
	for i := len(m.stack) - 1; i >= 0; i-- {
		if m.stack[i].fn == fn {
			return differ(m.stack[i].args, args)
		}
	}
	return true
}

func differ(a, b []value.Value) bool {
	for i := range min(len(a), len(b)) {
		if differs(a[i], b[i]) {
			return true
		}
	}
	return false
}

// differs reports whether two values are known and not the same. Storage is not
// compared: each round may make its own.
func differs(a, b value.Value) bool {
	if x, ok := a.(*value.Slice); ok {
		y, ok := b.(*value.Slice)
		_, isNil := b.(value.Nil)
		return ok && (x.Len != y.Len || x.Array == y.Array && x.Off != y.Off) || isNil
	}
	if x, ok := a.(*value.Struct); ok {
		y, ok := b.(*value.Struct)
		if !ok {
			return false
		}
		for i := range min(len(x.Fields), len(y.Fields)) {
			if x.Fields[i] != nil && y.Fields[i] != nil && differs(x.Fields[i].Val, y.Fields[i].Val) {
				return true
			}
		}
		return false
	}
	k, ok1 := value.Key(a)
	l, ok2 := value.Key(b)
	return ok1 && ok2 && k != l
}
