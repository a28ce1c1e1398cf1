package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// Who checks may be one of several types that the program has, which of them nobody knows here. If one says to everybody that all is
// well, as the one for a program that is open by its settings does, what is said proves nothing, and may be a refusal.

// oneOfSeveral calls a method of an interface of which nobody knows what is in it.
func (r *run) oneOfSeveral(in *program.Instr, recv av, args []av, st *state) []ending {
	all := append([]av{recv}, args...)
	if concerns(args) {
		r.leavesOpen(in.Sym, 1+len(args))
	}
	ends := r.removes(in, in.Sym, all, st, r.opaque(in, in.Sym, all, st))
	if recv.role != 0 || recv.lab != 0 || !r.prog.Implemented(in.Sym, 1+len(args), saysAllIsWell) {
		return ends
	}
	for _, e := range ends {
		for i := range e.results {
			if out := &e.results[i]; out.lab&proof != 0 {
				out.lab = out.lab&^proof | TooLarge
			}
		}
	}
	return ends
}

// saysAllIsWell reports whether a function does nothing but say that there is no error, or that something is so.
func saysAllIsWell(fn *program.Func) bool {
	n := len(fn.Results)
	if n == 0 || !returnsConstants(fn) {
		return false
	}
	last := fn.Blocks[0].Instrs[0].Args[n-1].Const
	switch fn.Results[n-1] {
	case "error":
		return last.Kind == program.ConstNil
	case "bool":
		return last.Kind == program.ConstBool && last.Int != 0
	}
	return false
}
