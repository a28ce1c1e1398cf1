package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// outlives notes, where a call has ended, that it has changed what outlives the request. It was made for the request if that
// names what is changed. What is found by who asks may be the check itself, or a note of it.
func (c *effectCall) outlives(ends []ending) []ending {
	if statement, ok := c.arg(c.e.Statement); ok {
		if text, known := textOf(statement); !known || !frameworks.ChangesRows(text) {
			return ends
		}
	}
	lab := c.run.spread(c.args, c.st).lab
	if lab&(Param|Query|Body) == 0 || lab&(principal|CSRF) != 0 {
		return ends
	}
	for i := range ends {
		st := ends[i].st.clone()
		st.obey()
		st.named = true
		ends[i].st = st
		for j := range ends[i].results {
			ends[i].results[j].lab |= Done
		}
	}
	return ends
}

// removes notes that of a call of the program's own, whose body was not read: of a package that knows nothing of requests, or of one of several
// types. Its name has to say that something is taken away, and it returns nothing but whether that went well.
func (r *run) removes(in *program.Instr, sym string, args []av, st *state, ends []ending) []ending {
	if !r.isOwn(program.PackageOf(sym)) || !frameworks.NamesRemoval(sym) || !onlyFails(r.resultsOf(sym, in)) {
		return ends
	}
	return (&effectCall{run: r, args: args, st: st}).outlives(ends)
}

// onlyFails reports whether all that a function returns is an error, if anything.
func onlyFails(results []string) bool {
	return len(results) == 0 || len(results) == 1 && results[0] == "error"
}

// asksDeed takes back, in a state of one's own, what was done for the request where a condition says that it failed, or asks
// what it was: nothing may have been done for who has no link, say.
func (s *state) asksDeed(v av, arm bool) {
	if v.lab&Done != 0 && (!v.failed || v.positive == -sign(arm)) {
		s.acted, s.obeyed, s.named = false, false, false
	}
}
