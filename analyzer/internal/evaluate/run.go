package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// run calls what a framework calls of its own accord.
func (a *action) run() value.Value {
	of := a.arg(a.call.Func)
	switch {
	case a.call.Named != "":
		a.runMethods(of)
	case a.call.Set != "":
		a.runMethod()
	default:
		if fn, ok := value.Deref(of).(*value.Func); ok {
			a.m.runAny(fn, a.in)
		}
	}
	return unknownOf(a.m, a.in, "")
}

// runMethods calls the methods of a value that have such names, with the router.
func (a *action) runMethods(of value.Value) {
	typ := ""
	switch v := of.(type) {
	case value.Iface:
		typ = v.Type
	case *value.Unknown:
		typ = v.Type
	}
	base := strings.TrimPrefix(typ, "*")
	found := false
	for _, fn := range a.m.prog.Funcs() {
		recv, name, ok := program.SplitMethod(fn.Name)
		if !ok || strings.TrimPrefix(recv, "*") != base || len(name) == len(a.call.Named) || !strings.HasPrefix(name, a.call.Named) || len(fn.Params) != 2 {
			continue
		}
		found = true
		if sym, self, ok := a.m.dispatch("(value)."+name, of); ok {
			a.m.callSymbol(sym, []value.Value{self, a.receiver()}, nil, a.in)
		}
	}
	if !found {
		a.m.note(a.in.Pos, "the methods that "+short(a.symbol)+" calls are not known"+because(of))
	}
}

// runMethod calls a method of a value, or of each one of a list, when all else is done.
func (a *action) runMethod() {
	of := a.arg(a.call.Func)
	list, ok := a.m.elements(of)
	if !ok {
		list = []value.Value{of}
	}
	for _, v := range list {
		a.runMethodOf(v)
	}
}

func (a *action) runMethodOf(v value.Value) {
	m, in, conds := a.m, a.in, a.m.here()
	m.later = append(m.later, func() {
		m.conds = conds
		m.each(v, func(v value.Value) value.Value {
			sym, self, ok := m.dispatch("(iface)."+a.call.Set, v)
			fn := m.prog.Func(sym)
			if !ok || fn == nil {
				m.note(in.Pos, "what "+short(a.symbol)+" is given is not known"+because(v))
				return nil
			}
			args := []value.Value{self}
			for _, p := range fn.Params[1:] {
				args = append(args, unknown(p.Type, p.Name, in.Pos))
			}
			return m.callSymbol(sym, args, nil, in)
		})
	})
}
