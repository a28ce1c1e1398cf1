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

// says notes that a function that is not read is asked about what the client sends. What the standard library says
// of that is about its form.
func (r *run) says(call *program.Instr, sym string, lab Label) {
	if lab&sent != 0 && lab&proof == 0 && isForeign(program.PackageOf(sym)) {
		r.toldBy[call] = true
	}
}

// sent are the labels of what the client sends, and may choose.
const sent = OtherHeader | Query | Param | Body

// isForeign reports whether a package is not of the standard library, as its path says.
func isForeign(path string) bool {
	host, _, _ := strings.Cut(path, "/")
	return strings.Contains(host, ".")
}

// asksStore reports whether a condition is what a function that is not read says of what the client sends: a
// store of tokens that are sent in the query, say.
func (a *activation) asksStore(o program.Operand, depth int) bool {
	in := a.maker(o)
	if in == nil || depth > 4 {
		return false
	}
	switch in.Op {
	case program.Call, program.Invoke:
		return a.toldBy[in]
	case program.Extract, program.UnOp, program.BinOp:
		return slices.ContainsFunc(in.Args, func(o program.Operand) bool { return a.asksStore(o, depth+1) })
	}
	return false
}

// findsStored finds a condition of a path on which somebody is let pass for what a library has under what was
// sent, and who sends anything else goes nowhere.
func (j *judge) findsStored(e exit) *cond {
	for _, d := range e.dec {
		if d.c.stored && !j.matters(d) {
			return d.c
		}
	}
	return nil
}
