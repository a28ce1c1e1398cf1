package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A Side is one of the functions that a method of an interface may be, where nobody knows which: one for
// each way in which something is kept, say. Which of them ask who is known what they may do is for others to compare.
type Side struct{ Method, Func string }

// A leftOpen is a method of an interface that is called, of which nobody knows what is in it, and with how many arguments.
type leftOpen struct {
	method    string
	arguments int
}

func (r *run) leavesOpen(method string, arguments int) {
	if call := (leftOpen{method, arguments}); !slices.Contains(r.open, call) {
		r.open = append(r.open, call)
	}
}

// Sides are those that the step may call.
func (s *Summary) Sides() (out []Side) {
	for _, call := range s.run.open {
		s.run.prog.Implemented(call.method, call.arguments, func(fn *program.Func) bool {
			out = append(out, Side{call.method, fn.Name})
			return false
		})
	}
	return out
}
