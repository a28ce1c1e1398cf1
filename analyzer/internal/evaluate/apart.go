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
	calling := m.calling
	return m.underEach(c, func(alt value.Alt) value.Value { return call(append([]value.Value{alt.Val}, args[1:]...)) }, func(alt value.Alt) []Cond {
		if alt.Cond == "" {
			return nil
		}
		return []Cond{{ID: calling, Arm: true, Text: alt.Cond}}
	})
}

// underEach calls a function for each of the values that one may be, under the conditions on which it is that,
// as an undecided condition has its arms run.
func (m *Machine) underEach(c value.Choice, call func(value.Alt) value.Value, conds func(value.Alt) []Cond) value.Value {
	depth, calling := len(m.conds), m.calling
	var out value.Value
	wrote, texts := make([]map[*value.Cell]value.Value, len(c.Alts)), make([]string, len(c.Alts))
	for i, alt := range c.Alts {
		m.conds = append(m.conds[:depth:depth], conds(alt)...)
		m.remember()
		m.calling = calling
		v := call(alt)
		wrote[i], texts[i] = m.rollback(), alt.Cond
		out = m.join(out, v, c.Alts[0].Cond, alt.Cond)
	}
	m.conds = m.conds[:depth]
	m.mergeAll(wrote, texts)
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
