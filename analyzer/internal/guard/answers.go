package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A function that answers requests, or calls one that does, may answer this one, though nothing
// that it is given is known to be the response: where ways were merged, or a struct was given to
// a function that was not read, that is no longer told.

// answeringIn finds the functions of a program that call what a table says answers, by
// themselves or through others that they name.
func answeringIn(p *program.Program, t *frameworks.Tables) map[string]bool {
	a := &answering{t}
	return p.ReachingOrBeing(a.enters, a.answers)
}

// An answering is the search for them.
type answering struct{ tables *frameworks.Tables }

// enters is the function that an instruction calls, or makes a value of; what a known one does itself is not gone into.
func (a *answering) enters(in *program.Instr) []string {
	switch in.Op {
	case program.Call, program.Invoke, program.MakeClosure:
		if _, answers := a.tables.Answers(in.Sym); in.Sym != "" && !answers {
			return []string{in.Sym}
		}
	}
	return nil
}

// answers reports whether a function calls what answers. What writes into anything (fmt.Fprint) does, but into what the
// function has made for itself, to be a file or a text.
func (a *answering) answers(fn *program.Func) bool {
	own := map[int]bool{}
	for in := range fn.All() {
		switch in.Op {
		case program.MakeIface:
			if a.tables.NoResponse(in.Sym) {
				own[in.Dst] = true
			}
		case program.Call, program.Invoke, program.MakeClosure:
			if into, answers := a.tables.Answers(in.Sym); answers && !(into != 0 && ownOperand(in, into, own)) {
				return true
			}
			if e, ok := a.tables.Effect(in.Sym); ok && e.Keeps && ownOperand(in, 1, own) {
				own[in.Dst] = true
			}
		}
	}
	return false
}

// ownOperand reports whether an argument of a call is in one of some registers.
func ownOperand(in *program.Instr, arg frameworks.Arg, own map[int]bool) bool {
	o, ok := operandOf(in, arg)
	return ok && o.Kind == program.Register && own[o.Reg]
}

// operandOf is what a call is given as an argument of the function that it names.
func operandOf(in *program.Instr, arg frameworks.Arg) (program.Operand, bool) {
	_, _, method := program.SplitMethod(in.Sym)
	i := arg.Index(method)
	if i < 0 || i >= len(in.Args) {
		return program.Operand{}, false
	}
	return in.Args[i], true
}
