package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// run calls what a framework calls of its own accord.
func (a *action) run() value.Value {
	of := a.arg(a.call.Func)
	switch {
	case a.call.Named != "":
		a.runMethods(of)
	case a.call.Router != 0:
		return a.runWith(of)
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

// runWith calls a function, or a method of an object, with the router.
func (a *action) runWith(of value.Value) value.Value {
	recv := a.receiver()
	r, ok := a.m.router(recv)
	if !ok {
		a.m.note(a.in.Pos, "the router of "+short(a.symbol)+" is not known"+because(recv))
		return unknownOf(a.m, a.in, "the router is not known")
	}
	a.begin(of, r)
	self := value.Native{Obj: r}
	if fn, ok := value.Deref(of).(*value.Func); ok && fn.Fn != nil {
		n := len(fn.Fn.Params)
		if fn.Recv != nil {
			n--
		}
		a.m.callDynamic(of, slices.Repeat([]value.Value{self}, n), a.in)
	} else {
		a.fill(self, r, of)
	}
	if a.call.Returns == frameworks.ReturnsSelf {
		return self
	}
	return unknownOf(a.m, a.in, "")
}

// begin calls the method by which what a framework is given is told of the router.
func (a *action) begin(v value.Value, r *Router) {
	if a.call.Init == "" {
		return
	}
	if sym, self, ok := a.m.dispatch("(part)."+a.call.Init, v); ok && a.m.prog.Func(sym) != nil {
		a.m.callSymbol(sym, []value.Value{self, value.Native{Obj: r}}, nil, a.in)
	}
}
