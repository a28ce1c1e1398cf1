package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Some comparisons of secrets always say the same: one of a value with itself, and what crypto/subtle says, which is 0 or 1, held
// against another number.

// saysAlways is what a call that compares a value with itself says.
func (a *activation) saysAlways(in *program.Instr) (av, bool) {
	if in.Op != program.Call || !comparing[in.Sym] || len(in.Args) != 2 || a.madeOf(in.Args[0]) != a.madeOf(in.Args[1]) {
		return av{}, false
	}
	if in.Type == "int" {
		return av{v: value.Int(1)}, true
	}
	return av{v: value.Bool(true)}, true
}

// madeOf is the operand that another one only spells in another type.
func (a *activation) madeOf(o program.Operand) program.Operand {
	for in := a.maker(o); in != nil && (in.Op == program.Convert || in.Op == program.ChangeType); in = a.maker(o) {
		o = in.Args[0]
	}
	return o
}

// maker is the instruction that an operand is the result of; nil if it is none's.
func (a *activation) maker(o program.Operand) *program.Instr {
	if o.Kind != program.Register {
		return nil
	}
	for in := range a.fn.All() {
		if in.Dst == o.Reg {
			return in
		}
	}
	return nil
}

// asEqual is a comparison with a number of what says whether all is well, and is 0 or 1: whether it is 1, or not, or what is always so.
func asEqual(op string, x, y av) (equal string, always value.Value) {
	n, ok := value.Deref(y.v).(value.Int)
	if !ok || y.lab != 0 || x.positive == 0 || x.v != nil || !slices.Contains(orders, op) {
		return "", nil
	}
	switch different, same := holds(op, 0, n), holds(op, 1, n); {
	case different == same:
		return "", value.Bool(same)
	case same:
		return "==", nil
	}
	return "!=", nil
}

var orders = []string{"==", "!=", "<", "<=", ">", ">="}

// holds reports whether two numbers are in an order.
func holds(op string, i, j value.Int) bool {
	return map[string]bool{"==": i == j, "!=": i != j, "<": i < j, "<=": i <= j, ">": i > j, ">=": i >= j}[op]
}
