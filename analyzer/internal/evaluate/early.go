package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Who gives a function to a library does not say when that calls it: at once, as sync.Once
// does, or later, when a hook for the start of the program is due. It is run at once, unless it
// comes to a router that is still nil: then that is too early, and it runs when all else is
// done.

// runNow runs a function that escaped, and once more at the end if this is too early.
func (m *Machine) runNow(fn *value.Func, in *program.Instr) {
	was := m.early
	m.early = false
	m.trying++
	m.runAny(fn, in)
	m.trying--
	if m.early {
		conds := m.here()
		m.later = append(m.later, func() { m.conds = conds; m.runAny(fn, in) })
	}
	m.early = was
}

// tooEarly reports whether a function that is run at once has come to a router that is nil:
// it would have panicked, and what it does then is not looked at.
func (a *action) tooEarly(recv value.Value) bool {
	if _, isNil := recv.(value.Nil); isNil && a.m.trying > 0 {
		a.m.early = true
	}
	return a.m.early
}
