package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// run calls what a framework calls of its own accord.
func (a *action) run() value.Value {
	of := a.arg(a.call.Func)
	if a.call.Named != "" {
		a.runMethods(of)
	} else if fn, ok := value.Deref(of).(*value.Func); ok {
		a.m.runAny(fn, a.in)
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
