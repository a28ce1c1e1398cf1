package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// maxKeys bounds the paths that a look into a map becomes.
const maxKeys = 128

// look looks into a map, on every path.
func (a *activation) look(in *program.Instr, work []*point) []*point {
	var out []*point
	for _, p := range work {
		if parts, ok := a.partKeys(in, p); ok {
			out = append(out, parts...)
			continue
		}
		a.compute(in, p)
		out = append(out, p)
	}
	return out
}

// partKeys parts a path that looks the path or method of the request up in a map of
// handlers, or of what holds them, that registration made: one for each key, and one
// for what is not there.
func (a *activation) partKeys(in *program.Instr, p *point) ([]*point, bool) {
	m, key := a.operand(p, in.Args[0]), a.operand(p, in.Args[1])
	mv, ok := m.v.(*value.Map)
	if !ok || m.lab != 0 || mv.Data.Holes || key.test == nil || key.test.op != "" || len(mv.Data.Keys) > maxKeys {
		return nil, false
	}
	if !slices.ContainsFunc(mv.Data.Vals, func(c *value.Cell) bool { return leadsOn(c.Val) }) {
		return nil, false
	}
	a.tabled = true
	var out []*point
	st := p.st
	for i, k := range mv.Data.Keys {
		text, known := textOf(fromRegistration(k))
		if !known {
			return nil, false
		}
		c := a.condition(a.frame, in, av{lab: key.lab, test: key.test.asks("==", text)}, in.Text, a.layer)
		out = append(out, a.foundIn(in, p, a.decide(st, c, true), fromRegistration(orUnknown(mv.Data.Vals[i].Val)), true))
		st = a.decide(st, c, false)
	}
	return append(out, a.foundIn(in, p, st, a.notThere(mv, in), false)), true
}

// foundIn is the path on which a look into a map finds a value, or none.
func (a *activation) foundIn(in *program.Instr, p *point, st *state, v av, there bool) *point {
	q := &point{st: st, regs: p.regs, deferred: p.deferred}
	q.set(a.info.slots[in.Dst], a.hold(lookedUp(in, v, there)))
	return q
}

// leadsOn reports whether a value may lead to a handler.
func leadsOn(v value.Value) bool {
	switch value.Deref(v).(type) {
	case nil, value.Text, value.Bool, value.Int, value.Nil, *value.Unknown:
		return false
	}
	return true
}
