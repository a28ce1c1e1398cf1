package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// callInstr executes a call in its mode: a deferred call waits for RunDefers,
// a go statement is run at once (servers are started that way).
func (m *Machine) callInstr(f *frame, in *program.Instr) value.Value {
	args := make([]value.Value, len(in.Args))
	for i, a := range in.Args {
		args[i] = m.operand(f, a)
	}
	typeArgs := make([]string, len(in.TypeArgs))
	for i, t := range in.TypeArgs {
		typeArgs[i] = f.typ(t)
	}
	do := func() value.Value {
		m.calling = in
		if in.Op == program.Invoke {
			return m.invokeEach(in, args[0], args[1:])
		}
		if in.Sym == "" {
			return m.callDynamic(args[0], args[1:], in)
		}
		return m.callSymbol(in.Sym, args, typeArgs, in)
	}
	if in.N == program.ModeDefer {
		f.deferred = append(f.deferred, func() { do() })
		return nil
	}
	return do()
}

// callSymbol calls a function by its symbol: what a table says first, then its
// body, then the few pure functions of the standard library that are known.
func (m *Machine) callSymbol(sym string, args []value.Value, typeArgs []string, in *program.Instr) value.Value {
	if name, ok := strings.CutPrefix(sym, "builtin."); ok {
		return m.builtin(name, args, in)
	}
	if c, ok := m.tables.Call(sym); ok {
		return m.perform(c, sym, args, in)
	}
	if fn := m.prog.Func(sym); fn != nil {
		if len(args) < len(fn.Params) {
			return m.unknownResult(fn.Results, "", in.Pos)
		}
		return m.apart(fn, args, func(args []value.Value) value.Value {
			return m.enter(fn, args, nil, bindTypes(fn, typeArgs, args), in.Pos)
		})
	}
	if v, ok := m.pure(sym, args, in); ok {
		return v
	}
	return m.opaque(sym, args, in)
}

// bindTypes pairs a generic function's type parameters with the arguments.
func bindTypes(fn *program.Func, typeArgs []string, args []value.Value) map[string]string {
	if len(fn.TypeParams) == 0 {
		return nil
	}
	out := map[string]string{}
	for i, p := range fn.TypeParams {
		if i < len(typeArgs) {
			out[p] = typeArgs[i]
		}
	}
	return out
}

func (m *Machine) callDynamic(fn value.Value, args []value.Value, in *program.Instr) value.Value {
	if c, ok := fn.(value.Choice); ok && slices.ContainsFunc(c.Alts, isNotThere) {
		return m.callOptional(c, args, in, func(fn value.Value) value.Value { return m.callEach(fn, args, in) })
	}
	return m.callEach(fn, args, in)
}

func (m *Machine) callEach(fn value.Value, args []value.Value, in *program.Instr) value.Value {
	return m.each(fn, func(fn value.Value) value.Value {
		if c, ok := fn.(*value.Func); ok {
			return m.callFunc(c, args, in)
		}
		if n, ok := fn.(value.Native); ok && len(args) == 1 {
			switch obj := n.Obj.(type) {
			case *sequence:
				m.iterate(obj, args[0], in)
				return nil
			case *option: // a function that does what its table says, where it is given
				m.declare(obj.secures)
				return nil
			case *continuation:
				obj.run(args)
				return nil
			}
			if p, ok := n.Obj.(*part); ok {
				m.giveTo(args[0], p)
				return nil
			}
		}
		if _, isNil := fn.(value.Nil); !isNil {
			m.escape("a function that is not known", args, in)
			for _, a := range args { // an option of a kind that was not read may set anything
				m.fill(a, true, map[*value.Cell]bool{}, 0)
			}
		}
		return unknownOf(m, in, reasonOf(fn))
	})
}

// callValue calls a function value outside of any instruction.
func (m *Machine) callValue(fn value.Value, args []value.Value, at program.Pos) value.Value {
	return m.callDynamic(fn, args, &program.Instr{Op: program.Call, Dst: -1, Pos: at})
}

func (m *Machine) callFunc(c *value.Func, args []value.Value, in *program.Instr) value.Value {
	if c.Recv != nil {
		args = append([]value.Value{c.Recv}, args...)
	}
	if c.Fn == nil || len(c.Free) == 0 {
		return m.callSymbol(c.Symbol, args, c.TypeArgs, in)
	}
	if len(args) < len(c.Fn.Params) {
		return m.unknownResult(c.Fn.Results, "", in.Pos)
	}
	if c.By != nil {
		m.calling = c.By
	}
	return m.enter(c.Fn, args, c.Free, bindTypes(c.Fn, c.TypeArgs, args), in.Pos)
}

// invokeEach calls an interface method on each of the receivers that a value may be.
func (m *Machine) invokeEach(in *program.Instr, recv value.Value, args []value.Value) value.Value {
	invoke := func(recv value.Value) value.Value { return m.invoke(in, recv, args) }
	if c, ok := recv.(value.Choice); ok && slices.ContainsFunc(c.Alts, isNotThere) {
		return m.callOptional(c, args, in, invoke)
	}
	return m.each(recv, invoke)
}

// invoke calls an interface method on a receiver.
func (m *Machine) invoke(in *program.Instr, recv value.Value, args []value.Value) value.Value {
	if sym, r, ok := m.dispatch(in.Sym, recv); ok {
		if fn, isFunc := r.(*value.Func); isFunc && m.callsReceiver(sym) {
			return m.callFunc(fn, args, in)
		}
		return m.callSymbol(sym, append([]value.Value{r}, args...), nil, in)
	}
	if c, ok := m.tables.Call(in.Sym); ok {
		return m.perform(c, in.Sym, append([]value.Value{recv}, args...), in)
	}
	if sym, ok := m.prog.OnlyImplementation(in.Sym, 1+len(args)); ok {
		fn := m.prog.Func(sym)
		self := unknown(fn.Params[0].Type, reasonOf(recv), in.Pos)
		return m.enter(fn, append([]value.Value{self}, args...), nil, nil, in.Pos)
	}
	return m.opaqueMethod(recv, args, in)
}

// dispatch finds the method that an interface call reaches on a receiver, and
// the receiver it wants: an embedded field's, where the method is promoted.
func (m *Machine) dispatch(iface string, recv value.Value) (sym string, self value.Value, ok bool) {
	_, name, isMethod := program.SplitMethod(iface)
	if !isMethod {
		return "", nil, false
	}
	typ := ""
	switch r := recv.(type) {
	case value.Iface:
		typ, recv = r.Type, r.Val
		if n, isNative := m.native(recv); isNative {
			typ, recv = "*"+n.Obj.NativeType(), n
		}
	case value.Native:
		typ = "*" + r.Obj.NativeType()
	case *value.Func:
		typ = r.Type
	case value.Pointer:
		typ = "*" + r.Cell.Type
	case *value.Struct:
		typ = r.Type
	case *value.Unknown:
		if r.Type == "" || m.prog.Type(strings.TrimPrefix(r.Type, "*")) == nil {
			return "", nil, false
		}
		typ = r.Type
	default:
		return "", nil, false
	}
	r, isRouter := m.router(recv)
	if isRouter { // its method, or that of the framework's interface
		if _, own := m.tables.Call("(" + typ + ")." + name); !own {
			if _, inTable := m.tables.Call(iface); inTable {
				return iface, recv, true
			}
		}
	}
	sym, self, ok = m.method(typ, name, recv, 0)
	if !ok && isRouter { // one that it embeds has it: see fieldAddr
		sym, ok = m.tables.Promoted(r.Name, name)
		self = recv
	}
	return sym, self, ok
}

func (m *Machine) method(typ, name string, recv value.Value, depth int) (string, value.Value, bool) {
	base := program.Bare(strings.TrimPrefix(typ, "*"))
	for _, sym := range []string{"(*" + base + ")." + name, "(" + base + ")." + name} {
		fn := m.prog.Func(sym)
		_, inTable := m.tables.Call(sym)
		if fn == nil && !inTable {
			continue
		}
		if sym[1] != '*' {
			if p, ok := recv.(value.Pointer); ok && fn != nil && !strings.HasPrefix(fn.Params[0].Type, "*") {
				recv = m.load(p.Cell)
			}
		}
		return sym, recv, true
	}
	if fn, ok := recv.(*value.Func); ok && fn.Type == typ && depth == 0 {
		return "(" + base + ")." + name, fn, true
	}
	t := m.prog.Type(strings.TrimPrefix(typ, "*"))
	if t == nil || t.Kind != program.KindStruct || depth > maxEmbedded {
		return "", nil, false
	}
	for i, field := range t.Fields {
		if !field.Embedded || !m.promotes(field.Type, name, depth) {
			continue
		}
		if _, isRouter := m.router(recv); isRouter && m.tables.IsRouter(strings.TrimPrefix(field.Type, "*")) {
			return m.method(field.Type, name, recv, depth+1) // an embedded router is the router
		}
		return m.promoted(recv, i, field, name, depth)
	}
	return "", nil, false
}

const maxEmbedded = 6

// promotes reports whether a type has the method, itself or through embedding.
func (m *Machine) promotes(typ, name string, depth int) bool {
	base := program.Bare(strings.TrimPrefix(typ, "*"))
	for _, sym := range []string{"(*" + base + ")." + name, "(" + base + ")." + name} {
		if _, ok := m.tables.Call(sym); ok || m.prog.Func(sym) != nil {
			return true
		}
	}
	t := m.prog.Type(strings.TrimPrefix(typ, "*"))
	if t == nil || depth > maxEmbedded {
		return false
	}
	for _, method := range t.Methods {
		if method == name {
			return true
		}
	}
	for _, f := range t.Fields {
		if f.Embedded && m.promotes(f.Type, name, depth+1) {
			return true
		}
	}
	return false
}

func (m *Machine) promoted(recv value.Value, i int, field program.StructField, name string, depth int) (string, value.Value, bool) {
	var cell *value.Cell
	switch r := recv.(type) {
	case value.Pointer:
		if r.Cell.Val == nil {
			r.Cell.Val = m.zero(r.Cell.Type)
		}
		if s, ok := r.Cell.Val.(*value.Struct); ok {
			cell = m.field(s, i, field.Type)
		}
	case *value.Struct:
		cell = m.field(r, i, field.Type)
	}
	if cell == nil {
		return m.method(field.Type, name, unknown(field.Type, reasonOf(recv), program.Pos{}), depth+1)
	}
	inner := m.load(cell)
	switch v := inner.(type) {
	case value.Iface:
		return m.dispatch("(iface)."+name, v)
	case value.Native:
		return m.method("*"+v.Obj.NativeType(), name, v, depth+1)
	case *value.Struct:
		return m.method(field.Type, name, value.Pointer{Cell: cell}, depth+1)
	}
	return m.method(field.Type, name, inner, depth+1)
}

func (m *Machine) hasMethod(i value.Iface, name string) bool {
	_, _, ok := m.dispatch("(iface)."+name, i)
	return ok
}

// native finds the framework object behind a value: itself, behind an
// interface, or as the router that a variable of router type holds.
func (m *Machine) native(v value.Value) (value.Native, bool) {
	switch v := v.(type) {
	case value.Native:
		return v, true
	case value.Iface:
		return m.native(v.Val)
	case value.Pointer:
		if v.Cell.Val == nil {
			if _, ok := m.tables.Zero(v.Cell.Type); ok {
				v.Cell.Val = m.zero(v.Cell.Type)
			}
		}
		n, ok := v.Cell.Val.(value.Native)
		return n, ok
	}
	return value.Native{}, false
}

func unknownOf(m *Machine, in *program.Instr, reason string) value.Value {
	if t := m.prog.Type(in.Type); t != nil && t.Kind == program.KindTuple {
		return unknown(in.Type, reason, in.Pos)
	}
	if in.Dst < 0 && in.Type == "" {
		return unknown("", reason, in.Pos)
	}
	return unknown(in.Type, reason, in.Pos)
}
