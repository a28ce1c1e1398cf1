package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// maxSpent is how many steps a function may cost in all its calls that registered nothing.
// What a program does with databases and other servers when it starts is much, and says
// nothing of its routes.
const maxSpent = maxSteps / 20

// dearSteps is what a call costs of a function that is not entered any more.
const dearSteps = 20_000

// charge begins a call of a function. The function that it returns ends it.
func (m *Machine) charge(f *frame) (done func()) {
	f.began, f.made = m.steps, m.made()
	m.entered[f.fn] = true
	return func() {
		// The outermost of several has the steps of all. One that ran too early has not done its work.
		if m.active[f.fn.Name] == 1 && m.made() == f.made && !m.early {
			m.spent[f.fn] += m.steps - f.began
		}
	}
}

// made counts what was registered and served.
func (m *Machine) made() int { return m.seq + len(m.routers) + len(m.serves) }

// dear reports whether a function has cost too much to be entered once more. Then it
// is one that was not read, which is said if it can reach registration.
func (m *Machine) dear(fn *program.Func, args []value.Value, at program.Pos) bool {
	if m.spent[fn] <= maxSpent {
		return false
	}
	for _, a := range args { // what it is given is looked through
		switch value.Deref(a).(type) {
		case value.Bool, value.Int, value.Text, value.Nil, nil, *value.Unknown:
			continue
		}
		if !m.spend(dearSteps, at) {
			return true
		}
	}
	if m.mayRegister(fn.Name) {
		m.note(fn.Pos, fn.Name+" takes too long to be followed in every call")
	}
	m.unread(fn, args, at)
	return true
}

// unread treats a call as one of a function that was not read.
func (m *Machine) unread(fn *program.Func, args []value.Value, at program.Pos) {
	in := &program.Instr{Op: program.Call, Dst: -1, Sym: fn.Name, Pos: at}
	m.escape(fn.Name, args, in)
	for _, a := range args {
		m.fill(a, false, map[*value.Cell]bool{}, 0)
	}
}

// A single call may take more than all others together: that of a database which starts
// what it does until it is stopped. Of a function that cannot reach registration it is broken
// off, where it has taken as many steps as all its calls may, and is one that was not read.

// breakOff finds the outermost call that is to be broken off; it is asked once in a while.
func (m *Machine) breakOff() {
	m.check = m.steps + maxSpent/4
	for _, f := range m.stack {
		if m.steps-f.began > maxSpent && m.made() == f.made && !m.mayRegister(f.fn.Name) {
			m.broken = f
			return
		}
	}
}
