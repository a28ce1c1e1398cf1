package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// copied reports whether a variable of the type of a request is one that another is copied to as
// a whole, or that a function fills. One of which only fields are set is what the program itself
// asks another server: &http.Request{Method: "GET", URL: u}.
func (a *activation) copied(made *program.Instr) bool {
	is := func(o program.Operand) bool { return o.Kind == program.Register && o.Reg == made.Dst }
	built := false
	for in := range a.fn.All() {
		switch {
		case !slices.ContainsFunc(in.Args, is):
		case in.Op == program.FieldAddr:
			built = true
		case in.Op == program.Store && is(in.Args[0]):
			return true
		}
	}
	return !built
}
