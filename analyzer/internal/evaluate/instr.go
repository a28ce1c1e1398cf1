package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (m *Machine) operand(f *frame, o program.Operand) value.Value {
	switch o.Kind {
	case program.Register:
		if v := f.regs[o.Reg]; v != nil {
			return v
		}
		return unknown("", "", program.Pos{})
	case program.Constant:
		return m.constant(f, o.Const)
	case program.Function:
		return m.function(o.Sym)
	case program.Global:
		c := m.global(o.Sym)
		if c.Type == "" {
			c.Type = o.Type
		}
		return value.Pointer{Cell: c}
	}
	return nil
}

func (m *Machine) constant(f *frame, c *program.Const) value.Value {
	switch c.Kind {
	case program.ConstNil:
		return value.Nil{Type: c.Type}
	case program.ConstBool:
		return value.Bool(c.Int != 0)
	case program.ConstInt:
		return value.Int(c.Int)
	case program.ConstString:
		return value.String(c.Str)
	case program.ConstFloat:
		return value.Float(c.Str)
	case program.ConstZero:
		return m.zero(f.typ(c.Type))
	}
	return unknown(c.Type, "", program.Pos{})
}

// typ replaces a type parameter by its argument.
func (f *frame) typ(name string) string {
	if len(f.typeArgs) == 0 || !strings.Contains(name, "$") {
		return name
	}
	if arg, ok := f.typeArgs[strings.TrimPrefix(name, "$")]; ok && name[0] == '$' {
		return arg
	}
	for param, arg := range f.typeArgs {
		name = strings.ReplaceAll(name, "$"+param, arg)
	}
	return name
}

// Global returns the storage of a package variable.
func (m *Machine) Global(symbol string) *value.Cell { return m.global(symbol) }

func (m *Machine) global(symbol string) *value.Cell {
	c := m.globals[symbol]
	if c != nil {
		return c
	}
	c = &value.Cell{}
	m.globals[symbol] = c
	if kind, ok := m.tables.Global(symbol); ok {
		r := m.newRouter(kind, program.Pos{})
		r.Global = true
		c.Val = value.Native{Obj: r}
		return c
	}
	if typ, ok := m.tables.Map(symbol); ok {
		c.Type, c.Val = typ, &value.Map{Type: typ, Data: &value.MapData{}}
		return c
	}
	if i := strings.LastIndexByte(symbol, '.'); i > 0 {
		pkg := symbol[:i]
		if strings.HasSuffix(symbol, ".init$guard") {
			c.Val = value.Bool(false)
			return c
		}
		if m.prog.Func(pkg+".init") == nil {
			c.Val = unknown("", symbol+" is set in code that was not read", program.Pos{})
			return c
		}
		m.initialize(pkg)
	}
	return c
}

// instr executes one instruction that is not control flow.
func (m *Machine) instr(f *frame, in *program.Instr) value.Value {
	arg := func(i int) value.Value { return m.operand(f, in.Args[i]) }
	switch in.Op {
	case program.Alloc:
		c := m.cell(strings.TrimPrefix(f.typ(in.Type), "*"), nil)
		c.Pos = in.Pos
		return value.Pointer{Cell: c}
	case program.Load:
		return m.each(arg(0), func(v value.Value) value.Value { return m.loadFrom(v, in, f) })
	case program.Store:
		m.storeTo(arg(0), arg(1), in)
		return nil
	case program.FieldAddr:
		return m.each(arg(0), func(v value.Value) value.Value { return m.fieldAddr(v, in, f) })
	case program.Field:
		return m.each(arg(0), func(v value.Value) value.Value {
			if s, ok := v.(*value.Struct); ok {
				return m.load(m.field(s, in.N, f.typ(in.Type)))
			}
			return unknown(in.Type, in.Sym, in.Pos)
		})
	case program.IndexAddr:
		at := m.each(arg(0), func(v value.Value) value.Value { return m.indexAddr(v, arg(1), in) })
		if at == nil {
			return unknown(in.Type, "", in.Pos)
		}
		return at
	case program.Index:
		return m.index(arg(0), arg(1), in)
	case program.Lookup:
		return m.lookup(arg(0), arg(1), in)
	case program.MapUpdate:
		m.mapUpdate(arg(0), arg(1), arg(2))
		return nil
	case program.Slice:
		return m.slice(f, in)
	case program.MakeSlice:
		return m.makeSlice(f, in)
	case program.MakeMap:
		return &value.Map{Type: in.Type, Data: &value.MapData{}}
	case program.MakeIface:
		return m.each(arg(0), func(v value.Value) value.Value {
			if u, ok := v.(*value.Unknown); ok {
				return m.held(u, f.typ(in.Sym))
			}
			held := value.Iface{Type: f.typ(in.Sym), Val: v}
			m.starts(held, in)
			return held
		})
	case program.ChangeType:
		return m.each(arg(0), func(v value.Value) value.Value { return retype(v, f.typ(in.Type)) })
	case program.Convert:
		return m.convert(arg(0), in)
	case program.TypeAssert:
		return m.typeAssert(arg(0), in, f)
	case program.Extract:
		return m.extract(arg(0), in)
	case program.Range:
		return m.rangeOver(arg(0), in)
	case program.Next:
		return m.next(arg(0), in)
	case program.MakeClosure:
		free := make([]value.Value, len(in.Args))
		for i := range in.Args {
			free[i] = arg(i)
		}
		return &value.Func{Symbol: in.Sym, Fn: m.prog.Func(in.Sym), Free: free, TypeArgs: f.closureTypes(), Pos: in.Pos, By: m.asked()}
	case program.MakeBound:
		return m.each(arg(0), func(v value.Value) value.Value { return m.bound(v, in) })
	case program.BinOp:
		return m.binop(in.Sym, arg(0), arg(1), in)
	case program.UnOp:
		return m.unop(in.Sym, arg(0), in)
	case program.Call, program.Invoke:
		return m.callInstr(f, in)
	case program.RunDefers:
		for i := len(f.deferred) - 1; i >= 0; i-- {
			f.deferred[i]()
		}
		f.deferred = nil
		return nil
	}
	return unknown(in.Type, "", in.Pos)
}

// each applies fn to every alternative of a choice; a nil pointer among them is
// left out, because using it would have panicked.
func (m *Machine) each(v value.Value, fn func(value.Value) value.Value) value.Value {
	c, ok := v.(value.Choice)
	if !ok {
		return fn(v)
	}
	var out value.Value
	absent := slices.IndexFunc(c.Alts, isNotThere)
	for _, alt := range c.Alts {
		if _, isNil := alt.Val.(value.Nil); isNil {
			continue
		}
		r := fn(alt.Val)
		if out == nil {
			out = r
			continue
		}
		out = m.join(out, r, c.Alts[0].Cond, alt.Cond)
	}
	if _, several := out.(value.Tuple); absent >= 0 && out != nil && !several { // what is made of it is not there either
		out = m.join(out, c.Alts[absent].Val, c.Alts[0].Cond, c.Alts[absent].Cond)
	}
	return out
}

// held is a value that is not known in an interface: the interface is not nil. A router
// stays the one that it is.
func (m *Machine) held(u *value.Unknown, typ string) value.Value {
	if u.NonNil || m.tables.IsRouter(strings.TrimPrefix(typ, "*")) {
		return u
	}
	c := *u
	c.NonNil = true
	return &c
}

func (m *Machine) loadFrom(v value.Value, in *program.Instr, f *frame) value.Value {
	switch v := v.(type) {
	case value.Pointer:
		if v.Cell.Type == "" {
			v.Cell.Type = f.typ(in.Type)
		}
		return m.load(v.Cell)
	case value.Native:
		return v // *router copied: it stays the router
	case value.Iface:
		if n, ok := m.native(v); ok {
			return n
		}
	case *value.Unknown:
		return unknown(f.typ(in.Type), v.Reason, v.Pos)
	}
	return unknown(f.typ(in.Type), "", in.Pos)
}

func (m *Machine) storeTo(addr, v value.Value, in *program.Instr) {
	switch addr := addr.(type) {
	case *value.Unknown: // of what a library has made: it may call what it finds there
		m.hand(v, in)
	case value.Pointer:
		if v != nil {
			m.store(addr.Cell, v)
		}
	case value.Choice:
		for _, alt := range addr.Alts {
			if p, ok := alt.Val.(value.Pointer); ok && v != nil {
				m.store(p.Cell, m.join(m.load(p.Cell), v, "", alt.Cond))
			}
		}
	}
}

func (m *Machine) fieldAddr(v value.Value, in *program.Instr, f *frame) value.Value {
	typ := strings.TrimPrefix(f.typ(in.Type), "*")
	switch v := v.(type) {
	case value.Native:
		if m.tables.IsRouter(strings.TrimPrefix(typ, "*")) {
			return v // an embedded router is the router
		}
		return value.Pointer{Cell: v.Obj.FieldCell(in.Sym, typ)}
	case value.Pointer:
		if v.Cell.Val == nil {
			v.Cell.Val = m.zero(v.Cell.Type)
			if _, ok := v.Cell.Val.(*value.Unknown); ok {
				v.Cell.Val = &value.Struct{Type: v.Cell.Type}
			}
			if s, ok := v.Cell.Val.(*value.Struct); ok {
				s.Born = v.Cell.Born
			}
		}
		switch inner := v.Cell.Val.(type) {
		case *value.Struct:
			return value.Pointer{Cell: m.field(inner, in.N, typ)}
		case value.Native:
			return m.fieldAddr(inner, in, f)
		case *value.Unknown:
			return unknown(in.Type, inner.Reason, inner.Pos)
		}
	case *value.Unknown:
		return unknown(f.typ(in.Type), v.Reason, v.Pos)
	}
	return unknown(f.typ(in.Type), in.Sym, in.Pos)
}

func (m *Machine) bound(v value.Value, in *program.Instr) value.Value {
	sym := in.Sym
	recv := v
	if in.N == 1 {
		if s, r, ok := m.dispatch(in.Sym, v); ok {
			sym, recv = s, r
		}
	}
	if fn, isFunc := recv.(*value.Func); isFunc && m.callsReceiver(sym) {
		return fn
	}
	return &value.Func{Symbol: sym, Fn: m.prog.Func(sym), Recv: recv, Pos: in.Pos}
}

// callsReceiver reports whether a method of a function, whose body is not here, does what the
// function does: that of http.HandlerFunc.
func (m *Machine) callsReceiver(sym string) bool {
	_, described := m.tables.Call(sym)
	return m.prog.Func(sym) == nil && !described
}

// retype gives a function value its named type; other values need none.
func retype(v value.Value, typ string) value.Value {
	if fn, ok := v.(*value.Func); ok {
		if fn.Type == typ {
			return fn
		}
		c := *fn
		c.Type = typ
		return &c
	}
	return v
}

func (m *Machine) extract(v value.Value, in *program.Instr) value.Value {
	switch v := v.(type) {
	case value.Tuple:
		if in.N < len(v) {
			return v[in.N]
		}
	case value.Choice:
		return m.each(v, func(v value.Value) value.Value { return m.extract(v, in) })
	case *value.Unknown:
		return unknown(in.Type, v.Reason, v.Pos)
	}
	return unknown(in.Type, "", in.Pos)
}

func (m *Machine) typeAssert(v value.Value, in *program.Instr, f *frame) value.Value {
	want := f.typ(in.Sym)
	fail := func(ok value.Value) value.Value {
		if in.N == 1 {
			return value.Tuple{unknown(want, "", in.Pos), ok}
		}
		return unknown(want, "", in.Pos)
	}
	i, isIface := v.(value.Iface)
	if !isIface {
		if _, isNil := v.(value.Nil); isNil {
			if in.N == 1 {
				return value.Tuple{m.zero(want), value.Bool(false)}
			}
			return unknown(want, "", in.Pos)
		}
		if n, ok := v.(value.Native); ok {
			i = value.Iface{Type: "*" + n.Obj.NativeType(), Val: v}
		} else {
			return fail(unknown("bool", "", in.Pos))
		}
	}
	t := m.prog.Type(want)
	if t != nil && t.Kind == program.KindInterface {
		// Whether the dynamic type has the methods is known only where bodies
		// are; assume so, and leave the answer open in the comma-ok form.
		ok := value.Value(value.Bool(true))
		for _, name := range t.Methods {
			switch {
			case strings.HasPrefix(i.Type, "func("): // it has no name, and so no methods
				ok = value.Bool(false)
			case !m.hasMethod(i, name):
				ok = unknown("bool", "", in.Pos)
			}
		}
		if in.N == 1 {
			return value.Tuple{i, ok}
		}
		return i
	}
	match := i.Type == want
	if in.N == 1 {
		if !match {
			return value.Tuple{m.zero(want), value.Bool(false)}
		}
		return value.Tuple{i.Val, value.Bool(true)}
	}
	if match {
		return i.Val
	}
	return unknown(want, "", in.Pos)
}

func (f *frame) closureTypes() []string {
	if len(f.typeArgs) == 0 {
		return nil
	}
	out := make([]string, len(f.fn.TypeParams))
	for i, p := range f.fn.TypeParams {
		out[i] = f.typeArgs[p]
	}
	return out
}
