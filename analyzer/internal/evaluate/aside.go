package evaluate

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// What registration asks for may be set by a function that registers nothing, and that a library
// calls: the hook of a command that reads the configuration before the command runs, or a flag's.
// Whether it is called, and when, is not known. It is run where it escapes, and what it sets may
// have been set so, or not.

// runAside runs a function that escaped and registers nothing, for what it sets.
func (m *Machine) runAside(fn *value.Func, in *program.Instr) {
	if m.aside || !m.sets(fn) {
		return
	}
	m.escaped[fn] = true
	m.aside = true
	m.remember()
	m.runAny(fn, in)
	for c, v := range m.rollback() {
		m.set(c, m.perhaps(c, v))
	}
	m.aside = false
}

// sets reports whether a function leaves something in package variables, by itself or through
// others, or in variables that it captures.
func (m *Machine) sets(fn *value.Func) bool {
	if m.setters == nil {
		m.setters = m.prog.ReachingOrBeing((*program.Instr).Functions, func(f *program.Func) bool {
			return assigns(f, func(o program.Operand) bool { return o.Kind == program.Global })
		})
	}
	first := len(fn.Fn.Params)
	return m.setters[fn.Symbol] || assigns(fn.Fn, func(o program.Operand) bool {
		return o.Kind == program.Register && o.Reg >= first && o.Reg < first+len(fn.Fn.Free)
	})
}

// assigns reports whether a function may leave something in a variable: it stores there or in a
// field of it, or somebody is given the address.
func assigns(fn *program.Func, variable func(program.Operand) bool) bool {
	fields := map[int]bool{}
	inside := func(o program.Operand) bool { return variable(o) || o.Kind == program.Register && fields[o.Reg] }
	for in := range fn.All() {
		switch in.Op {
		case program.FieldAddr:
			if inside(in.Args[0]) {
				fields[in.Dst] = true
			}
		case program.Store:
			if inside(in.Args[0]) {
				return true
			}
		case program.Call, program.Invoke, program.MakeIface:
			if slices.ContainsFunc(in.Args, inside) {
				return true
			}
		}
	}
	return false
}

// perhaps is what a place holds of which it is not known whether v has been stored there.
// A reference where there was none is taken to have been: nobody gets far without it.
func (m *Machine) perhaps(c *value.Cell, v value.Value) value.Value {
	old := c.Val
	if old == nil {
		if _, native := m.tables.Zero(c.Type); native {
			return v
		}
		old = m.zero(c.Type)
	}
	switch v.(type) {
	case value.Text, value.Bool, value.Int, value.Float:
		if same(old, v) {
			return v
		}
		if isZero(old) {
			return unknown(c.Type, "", c.Pos)
		}
	}
	if _, unread := v.(*value.Unknown); unread || isZero(old) {
		return v
	}
	return m.join(old, v, "", "")
}
