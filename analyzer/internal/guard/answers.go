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
func answeringIn(p *program.Program, t *frameworks.Tables) map[*program.Func]bool {
	callers, out := map[string][]*program.Func{}, map[*program.Func]bool{}
	var work []*program.Func
	add := func(fn *program.Func) {
		if !out[fn] {
			out[fn] = true
			work = append(work, fn)
		}
	}
	for _, fn := range p.Funcs() {
		for in := range fn.All() {
			switch in.Op {
			case program.Call, program.Invoke, program.MakeClosure:
				if t.Answers(in.Sym) {
					add(fn)
				} else if in.Sym != "" {
					callers[in.Sym] = append(callers[in.Sym], fn)
				}
			}
		}
	}
	for len(work) > 0 {
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		for _, caller := range callers[fn.Name] {
			add(caller)
		}
	}
	return out
}
