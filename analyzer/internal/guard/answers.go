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
	return p.Reaching(named, func(sym string) (bool, bool) {
		answers := t.Answers(sym)
		return answers, answers
	})
}

// named is the function that an instruction calls, or makes a value of.
func named(in *program.Instr) []string {
	switch in.Op {
	case program.Call, program.Invoke, program.MakeClosure:
		if in.Sym != "" {
			return []string{in.Sym}
		}
	}
	return nil
}
