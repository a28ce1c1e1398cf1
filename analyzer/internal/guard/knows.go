package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A program may keep something under a name that the client sends, and compare it with what the
// client sends besides: a client's name and its password, whatever the headers are called. Who
// has the one for the other is known. But of a name that is not there, a map of texts has "",
// which is what nobody sends: that must have been asked for.

// keptUnder is the label of what a map of the program has under a key.
func (a *activation) keptUnder(m, key av, in *program.Instr) Label {
	if m.lab != 0 || key.lab&(OtherHeader|Query|Param|Body) == 0 {
		return 0
	}
	if in.N == 1 && a.asksWhether(in.Dst) || in.N == 0 && strings.HasPrefix(in.Type, "*") {
		return Found
	}
	return Found | Zero
}

// asksWhether reports whether a function asks of what it has looked up whether it is there: the
// second result is read.
func (a *activation) asksWhether(register int) bool {
	there := -1
	reads := func(o program.Operand) bool { return o.Kind == program.Register && o.Reg == there }
	for in := range a.fn.All() {
		if in.Op == program.Extract && in.N == 1 && in.Args[0].Kind == program.Register && in.Args[0].Reg == register {
			there = in.Dst
		}
	}
	if there < 0 {
		return false
	}
	for in := range a.fn.All() {
		if slices.ContainsFunc(in.Args, reads) {
			return true
		}
	}
	return false
}

// knows is the label of the answer whether two values are the same, if one is what the client
// sent, and the other what the program keeps under a key that the client sent, too; else 0.
func knows(a, b av) Label {
	if a.lab&Found == 0 {
		a, b = b, a
	}
	switch {
	case a.lab&Found == 0 || !clientOnly(b):
		return 0
	case a.lab&Zero != 0:
		return Credential | Told
	}
	return Credential
}
