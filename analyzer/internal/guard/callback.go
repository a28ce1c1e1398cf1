package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A handler may give what it does to a function that is not read: one that measures how long it
// takes, or begins a transaction around it.

// callBack calls the function of the step that an unread one is given, if it can answer the
// request. That the unread one calls it is known of some of the program's own packages. Any other
// one may, or may not: what the step does is not known then, if the function may refuse.
func (r *run) callBack(sym string, args []av, st *state, in *program.Instr, frame int) ([]ending, bool) {
	for i := range args {
		fn, ok := value.Deref(args[i].v).(*value.Func)
		if !ok || fn.Fn == nil || fn.Recv != nil || !r.holdsRequest(args[i:i+1], st) {
			continue
		}
		ends := r.callFunc(fn, make([]av, len(fn.Fn.Params)), st, in, frame)
		if at, known := r.prog.Caller(sym); !known || at != i {
			r.marks.unknownNext = r.marks.unknownNext || slices.ContainsFunc(ends, mayRefuse)
			continue
		}
		rest := slices.Clone(args) // what the function changes is known
		rest[i] = av{nilness: nonNil}
		var out []ending
		for _, e := range ends {
			if e.panics {
				out = append(out, e)
				continue
			}
			for _, after := range r.opaque(in, sym, rest, e.st) {
				out = append(out, handingOn(fn.Fn, in, e, after))
			}
		}
		return out, true
	}
	return nil, false
}

func mayRefuse(e ending) bool {
	return e.st.status == -1 || e.st.status >= 300 || e.st.aborted || e.st.goesOn
}

// handingOn is the end of a call whose function returns the error that the one it called has
// returned, or another one.
func handingOn(called *program.Func, in *program.Instr, inner, after ending) ending {
	n := len(inner.results)
	if in.Type != "error" || n == 0 || len(called.Results) != n || called.Results[n-1] != "error" || len(after.results) != 1 {
		return after
	}
	if err := inner.results[n-1]; err.nilness == nonNil || err.status != 0 {
		after.results = inner.results[n-1:]
	}
	return after
}
