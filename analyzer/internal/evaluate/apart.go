package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A chain of middleware is often a value with a list in it, that a setting makes longer:
//
//	chain := alice.New(log)
//	if settings.Secure {
//		chain = chain.Append(requireUser)
//	}
//	return chain.Then(handler)
//
// A method that goes through the list is called for each of the values that it may have, as an
// undecided condition has its arms run, so that how long the list is is known in each call.

// apart calls a method for each of the values that it may have been called on.
func (m *Machine) apart(fn *program.Func, args []value.Value, call func([]value.Value) value.Value) value.Value {
	if len(args) == 0 {
		return call(args)
	}
	c, ok := args[0].(value.Choice)
	if _, _, isMethod := program.SplitMethod(fn.Name); !ok || !isMethod || !severalLists(c) {
		return call(args)
	}
	depth, calling := len(m.conds), m.calling
	var out value.Value
	wrote := make([]map[*value.Cell]value.Value, len(c.Alts))
	for i, alt := range c.Alts {
		m.conds = m.conds[:depth:depth]
		if alt.Cond != "" {
			m.conds = append(m.conds, Cond{ID: calling, Arm: true, Text: alt.Cond})
		}
		m.remember()
		m.calling = calling
		v := call(append([]value.Value{alt.Val}, args[1:]...))
		wrote[i] = m.rollback()
		out = m.join(out, v, c.Alts[0].Cond, alt.Cond)
	}
	m.conds = m.conds[:depth]
	m.mergeAll(wrote, c.Alts)
	return out
}

// severalLists reports whether all that a value may be has parts: structs, or lists.
func severalLists(c value.Choice) bool {
	for _, alt := range c.Alts {
		switch alt.Val.(type) {
		case *value.Struct, *value.Slice:
		default:
			return false
		}
	}
	return len(c.Alts) > 1
}

// mergeAll makes a choice of what several calls have stored, each on its own.
func (m *Machine) mergeAll(wrote []map[*value.Cell]value.Value, alts []value.Alt) {
	listsLast(wrote, func(c *value.Cell) {
		var all value.Value
		for i := range wrote {
			v, ok := wrote[i][c]
			if !ok {
				v = c.Val
			}
			all = m.join(all, m.orZero(c, v), alts[0].Cond, alts[i].Cond)
		}
		m.set(c, all)
	})
}
