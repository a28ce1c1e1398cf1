package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (a *activation) operand(p *point, o program.Operand) av {
	switch o.Kind {
	case program.Register:
		v := p.get(o.Reg)
		if !p.st.anon && v.lab&principal != 0 && v.v != nil {
			v = a.forgetAnonymous(v) // what an anonymous request would have seen no longer holds
		}
		return v
	case program.Constant:
		return constant(o.Const)
	case program.Function:
		return known(&value.Func{Symbol: o.Sym, Fn: a.prog.Func(o.Sym)})
	case program.Global:
		if status := a.tables.Error(o.Sym); status != 0 {
			return av{role: globalError, status: status, nilness: nonNil}
		}
		return av{v: value.Pointer{Cell: a.global(o.Sym)}, nilness: nonNil}
	}
	return av{}
}

// globalError marks the address of a variable that holds a framework's error.
const globalError = frameworks.Role(100)

// forgetAnonymous drops the value that only the anonymous request sees; functions
// and storage stay, they do not depend on the request.
func (a *activation) forgetAnonymous(v av) av {
	switch value.Deref(v.v).(type) {
	case *value.Func, value.Pointer, value.Native, *value.Struct:
		return v
	}
	v.v = nil
	if !v.sure {
		v.nilness = maybeNil
	}
	return v
}

func constant(c *program.Const) av {
	switch c.Kind {
	case program.ConstNil:
		return av{v: value.Nil{Type: c.Type}, nilness: isNil}
	case program.ConstBool:
		return av{v: value.Bool(c.Int != 0)}
	case program.ConstInt:
		return av{v: value.Int(c.Int)}
	case program.ConstString:
		return known(value.String(c.Str))
	case program.ConstZero:
		return av{v: &value.Struct{Type: c.Type}, nilness: nonNil}
	}
	return av{}
}

// simple runs an instruction that neither branches nor calls.
func (a *activation) simple(in *program.Instr, p *point) av {
	arg := func(i int) av { return a.operand(p, in.Args[i]) }
	switch in.Op {
	case program.Alloc:
		if role, ok := a.tables.RoleOf(strings.TrimPrefix(in.Type, "*")); ok {
			return av{role: role, nilness: nonNil} // a copy of the request is made: it is the request
		}
		return av{v: a.alloc(in, strings.TrimPrefix(in.Type, "*"), p), nilness: nonNil}
	case program.Load:
		v := a.loadFrom(arg(0), in, p)
		if in.Type == "error" && in.Args[0].Kind == program.Global && v.v == nil && v.status == 0 && v.lab == 0 {
			if s := a.sentinel(in.Args[0].Sym); s != nil {
				return av{v: s, nilness: nonNil}
			}
		}
		return v
	case program.Store:
		a.store(arg(0), arg(1), p)
		return av{}
	case program.FieldAddr:
		return a.fieldAddr(arg(0), in)
	case program.Field:
		return a.fieldOf(arg(0), in, p)
	case program.IndexAddr, program.Index:
		return a.element(arg(0), arg(1), in, p)
	case program.Lookup:
		return a.lookup(arg(0), arg(1), in)
	case program.MapUpdate:
		a.mapUpdate(arg(0), p)
		return av{}
	case program.Slice:
		v := arg(0)
		v.sure = false
		if in.Args[1].Kind != program.None || in.Args[2].Kind != program.None {
			if _, isText := v.v.(value.Text); isText || v.lab&principal != 0 {
				v.v = nil
			}
		}
		return v
	case program.MakeSlice, program.MakeMap, program.MakeChan:
		return av{nilness: nonNil}
	case program.MakeIface:
		v := arg(0)
		if v.role == 0 && v.source == 0 {
			v.dyn = in.Sym
		}
		v.sure = v.sure && v.nilness == nonNil
		switch v.v.(type) {
		case nil:
			if v.status == 0 {
				v.nilness = nonNil
			}
			if v.lab&principal != 0 && !v.sure { // a nil pointer in an interface is not nil
				v.nilness = maybeNil
			}
		case value.Nil:
			v.v, v.nilness = nil, nonNil
		default:
			v.v, v.nilness = value.Iface{Type: in.Sym, Val: v.v}, nonNil
		}
		return v
	case program.ChangeType:
		v := arg(0)
		if fn, ok := v.v.(*value.Func); ok && fn.Type != in.Type {
			v.v = a.retyped(fn, in.Type)
		}
		return v
	case program.Convert:
		v := arg(0)
		v.sure = false
		if _, isText := v.v.(value.Text); isText && !strings.HasPrefix(in.Type, "[]") {
			return v
		}
		if _, isInt := v.v.(value.Int); isInt {
			return v
		}
		if t, isText := v.v.(value.Text); isText && len(t.Parts) == 0 {
			return v // []byte("") of the anonymous request
		}
		v.v = nil
		return v
	case program.TypeAssert:
		return a.typeAssert(arg(0), in)
	case program.Extract:
		return extract(arg(0), in)
	case program.Range:
		return arg(0)
	case program.Next:
		return a.nextOf(arg(0))
	case program.MakeClosure:
		return a.closure(in, p)
	case program.MakeBound:
		return a.bound(arg(0), in)
	case program.BinOp:
		return a.binop(in, arg(0), arg(1))
	case program.UnOp:
		return unop(in, arg(0))
	case program.Send:
		if st := p.st.clone(); !st.acted {
			st.acted, st.actedAt = true, len(st.dec)
			p.st = st
		}
		return av{}
	}
	return av{}
}

func (a *activation) loadFrom(addr av, in *program.Instr, p *point) av {
	if addr.role == globalError {
		return av{status: addr.status, nilness: nonNil}
	}
	if ptr, ok := addr.v.(value.Pointer); ok {
		v := a.load(ptr.Cell, p.st, in.Type)
		v.lab |= addr.lab &^ proof
		if !p.st.anon && v.lab&principal != 0 && v.v != nil {
			v = a.forgetAnonymous(v)
		}
		return v
	}
	if addr.source == frameworks.SourceLeft && in.Type == "error" {
		err, _ := a.lastLeft(p.st)
		return err
	}
	out := addr // loading through a symbolic address keeps what is known of it
	out.sure = false
	out.v = nil
	if out.role == frameworks.RoleNone && addr.source == 0 {
		out.nilness = maybeNil
	}
	if addr.v != nil {
		out.v = anonymousLoad(addr)
	}
	return out
}

// anonymousLoad: an address labelled with an anonymous value carries the value itself.
func anonymousLoad(addr av) value.Value {
	switch addr.v.(type) {
	case value.Native, value.Pointer, *value.Struct:
		return nil
	}
	return addr.v
}

func (a *activation) fieldAddr(base av, in *program.Instr) av {
	if ptr, ok := base.v.(value.Pointer); ok {
		if s, ok := ptr.Cell.Val.(*value.Struct); ok {
			c := a.field(s, in.N, strings.TrimPrefix(in.Type, "*"), a.owner[ptr.Cell])
			return av{v: value.Pointer{Cell: c}, lab: base.lab, nilness: nonNil}
		}
		if local := a.local(ptr.Cell); ptr.Cell.Val == nil && (local || a.isStruct(ptr.Cell.Type)) {
			s := a.zeroed(ptr.Cell)
			if local {
				ptr.Cell.Val = s
			}
			c := a.field(s, in.N, strings.TrimPrefix(in.Type, "*"), a.owner[ptr.Cell])
			return av{v: value.Pointer{Cell: c}, lab: base.lab, nilness: nonNil}
		}
		if n, ok := ptr.Cell.Val.(value.Native); ok {
			return av{v: value.Pointer{Cell: a.fieldCell(n.Obj, in.Sym, in.Type)}, nilness: nonNil}
		}
	}
	return a.part(base, in)
}

func (a *activation) isStruct(typ string) bool {
	t := a.prog.Type(typ)
	return t != nil && t.Kind == program.KindStruct
}

// fieldOf reads a field of a struct value.
func (a *activation) fieldOf(base av, in *program.Instr, p *point) av {
	if s, ok := base.v.(*value.Struct); ok {
		if c := a.fieldOfStruct(s, in.N); c != nil {
			v := a.load(c, p.st, in.Type)
			v.lab |= base.lab
			return v
		}
		if base.lab == 0 {
			return zeroAV(a.prog, in.Type)
		}
	}
	return a.part(base, in)
}

// part is a field of something that is not storage: of the request, of a context,
// of a principal.
func (a *activation) part(base av, in *program.Instr) av {
	if base.source == frameworks.SourceLeft {
		return av{source: base.source, lab: base.lab}
	}
	if owner := in.Sym; owner != "" && (base.role != 0 || base.source != 0 || base.lab != 0 || base.v == nil) {
		if src, ok := a.fieldSource(base, in); ok {
			return src
		}
	}
	if base.status > 0 && isStatusName(in.Sym) {
		return av{v: value.Int(base.status), lab: base.lab}
	}
	out := av{lab: base.lab, consts: base.consts}
	if base.lab&(Derived|Context|Attr) != 0 {
		out.lab |= Attr
	} else {
		out.origin = base.origin // the value of a cookie
	}
	if base.role == frameworks.RoleRequest || base.role == frameworks.RoleContext {
		out.lab |= Request
	}
	if out.lab&proof != 0 && strings.TrimPrefix(in.Type, "*") == "bool" {
		out.attr = in.Sym
	}
	return out
}

// fieldSource looks a field of the request or a context up in the tables.
func (a *activation) fieldSource(base av, in *program.Instr) (av, bool) {
	if base.role == frameworks.RoleNone && base.source == 0 {
		return av{}, false
	}
	f, ok := a.tables.FieldByName(base.role, base.source, in.Sym)
	if !ok {
		return av{}, false
	}
	if f.Role != 0 {
		return av{role: f.Role, nilness: nonNil}, true
	}
	out := av{lab: labelOf(f.Source), source: f.Source}
	switch f.Source {
	case frameworks.SourceMethod, frameworks.SourcePath:
		out.test = &test{subject: f.Source}
	case frameworks.SourceAuth: // no certificate
		out.v, out.nilness = value.Nil{}, isNil
	case frameworks.SourceHeader, frameworks.SourceQuery, frameworks.SourceURL:
		out.lab, out.nilness = 0, nonNil
	}
	return out, true
}

// anonymousElement is an element of a list that is known for an anonymous request.
func anonymousElement(base, index av, list *value.Slice) av {
	out := combine(base, index)
	out.nilness = maybeNil
	if i, ok := index.v.(value.Int); ok && int(i) >= 0 && int(i) < list.Len {
		out.v = list.Array.Elems[list.Off+int(i)].Val
	}
	return out
}

func (a *activation) element(base, index av, in *program.Instr, p *point) av {
	var cells []*value.Cell
	switch v := base.v.(type) {
	case *value.Slice:
		if base.lab&proof != 0 { // it is what an anonymous request would have sent
			return anonymousElement(base, index, v)
		}
		cells = v.Array.Elems[v.Off : v.Off+v.Len]
	case value.Pointer:
		if arr, ok := v.Cell.Val.(*value.Array); ok {
			cells = arr.Elems
		} else if a.local(v.Cell) { // an array made while serving: the arguments of a variadic call
			i, ok := index.v.(value.Int)
			if !ok {
				i = 0
			}
			return av{v: value.Pointer{Cell: a.part2(v.Cell, int(i), in)}, nilness: nonNil}
		}
	}
	if cells == nil {
		out := combine(base, index)
		if base.source == frameworks.SourceLeft {
			out.source = base.source
		}
		out.nilness = maybeNil
		return out
	}
	if i, ok := index.v.(value.Int); ok && int(i) >= 0 && int(i) < len(cells) {
		return av{v: value.Pointer{Cell: cells[i]}, nilness: nonNil}
	}
	out := av{lab: base.lab | index.lab}
	for _, c := range cells { // any element: what the strings among them are is kept
		e := a.load(c, p.st, "")
		out.consts = joinConsts(out.consts, e.consts)
		out.lab |= e.lab
	}
	return out
}

// part2 is the cell of an element of an array made while serving.
func (a *activation) part2(c *value.Cell, i int, in *program.Instr) *value.Cell {
	s, ok := c.Val.(*value.Struct)
	if !ok {
		s = &value.Struct{Type: c.Type}
		c.Val = s
	}
	return a.field(s, i, strings.TrimPrefix(in.Type, "*"), a.owner[c])
}

func (a *activation) lookup(m, key av, in *program.Instr) av {
	var val av
	switch {
	case m.source == frameworks.SourceHeader || m.source == frameworks.SourceQuery:
		val = a.keyed(m.source, key)
	default:
		if v, ok := a.found(m, key, in); ok {
			return v
		}
		val = combine(m, key)
		if mv, ok := m.v.(*value.Map); ok {
			for _, c := range mv.Data.Vals {
				val.consts = joinConsts(val.consts, constsOf(c.Val))
			}
		}
		if val.lab&Credential != 0 {
			val.lab |= Derived
		}
		if m.lab&(Derived|Attr) != 0 || key.lab&(Derived|Context|Attr) != 0 {
			val.lab |= Attr
		}
		val.v = nil
	}
	truth, found := keyTests(m, key)
	val.test = truth
	if in.N == 1 {
		ok := av{lab: val.lab, presence: true, positive: 1, test: found}
		if val.v != nil {
			ok.v = value.Bool(false)
		}
		return av{tuple: []av{val, ok}}
	}
	return val
}

// found looks a known key up in a map that registration made and knows.
func (a *activation) found(m, key av, in *program.Instr) (av, bool) {
	mv, ok := m.v.(*value.Map)
	k, known := value.Key(key.v)
	if !ok || !known || mv.Data.Holes || m.lab|key.lab != 0 {
		return av{}, false
	}
	val, there := av{}, false
	for i, have := range mv.Data.Keys {
		if h, ok := value.Key(have); ok && h == k {
			val, there = fromRegistration(orUnknown(mv.Data.Vals[i].Val)), true
		}
	}
	if !there {
		elem := in.Type
		if t := a.prog.Type(mv.Type); t != nil {
			elem = t.Elem
		}
		val = zeroAV(a.prog, elem)
	}
	if in.N == 1 {
		return av{tuple: []av{val, {v: value.Bool(there)}}}, true
	}
	return val, true
}

func constsOf(v value.Value) []string {
	if t, ok := v.(value.Text); ok {
		if s, ok := t.Known(); ok && s != "" {
			return []string{s}
		}
	}
	return nil
}

func (a *activation) mapUpdate(m av, p *point) {
	if mv, ok := m.v.(*value.Map); ok && mv != nil && !p.st.acted {
		st := p.st.clone()
		st.acted, st.actedAt = true, len(st.dec)
		p.st = st
	}
}

func extract(t av, in *program.Instr) av {
	if in.N < len(t.tuple) {
		return t.tuple[in.N]
	}
	out := av{lab: t.lab, consts: t.consts, origin: t.origin}
	return out
}

func (a *activation) nextOf(it av) av {
	elem := av{lab: it.lab, consts: it.consts}
	switch m := it.v.(type) {
	case *value.Map:
		for i, c := range m.Data.Vals {
			elem.consts = joinConsts(elem.consts, constsOf(m.Data.Keys[i]))
			elem.consts = joinConsts(elem.consts, constsOf(c.Val))
		}
	}
	return av{tuple: []av{{}, elem, elem}}
}

func (a *activation) closure(in *program.Instr, p *point) av {
	free := make([]value.Value, len(in.Args))
	extra := make([]av, len(in.Args))
	for i := range in.Args {
		extra[i] = a.operand(p, in.Args[i])
		free[i] = extra[i].v
	}
	return av{v: a.intern(cellKey{a.frame, in}, &value.Func{Symbol: in.Sym, Fn: a.prog.Func(in.Sym), Free: free, Pos: in.Pos}, extra), nilness: nonNil}
}

// made is a function value made while serving, with what is known of what it holds.
type made struct {
	fn    *value.Func
	holds []av
}

// intern gives equal function values one identity, so that states can be equal.
func (r *run) intern(k cellKey, fn *value.Func, holds []av) *value.Func {
	for _, m := range r.made[k] {
		same := sameOrNil(m.fn.Recv, fn.Recv)
		for i := range holds {
			same = same && sameOrNil(m.holds[i].v, holds[i].v) && m.holds[i].role == holds[i].role
		}
		if same {
			for i := range holds {
				m.holds[i] = join(m.holds[i], holds[i])
			}
			return m.fn
		}
	}
	r.made[k] = append(r.made[k], made{fn, holds})
	r.captured[fn] = holds
	return fn
}

// retyped is a function value of another type: the same one each time.
func (r *run) retyped(fn *value.Func, typ string) *value.Func {
	k := typedFunc{fn, typ}
	if r.typed[k] == nil {
		c := *fn
		c.Type = typ
		r.typed[k] = &c
		if holds, ok := r.captured[fn]; ok {
			r.captured[&c] = holds
		}
	}
	return r.typed[k]
}

type typedFunc struct {
	fn  *value.Func
	typ string
}

func sameOrNil(a, b value.Value) bool { return a == nil && b == nil || sameValue(a, b) }

func (a *activation) bound(recv av, in *program.Instr) av {
	sym := in.Sym
	if _, name, _ := program.SplitMethod(sym); name == a.shape.Method && isNext(recv.v) {
		return recv // next.ServeHTTP is next
	}
	if in.N == 1 {
		if s, r, ok := a.dispatch(in.Sym, recv); ok {
			sym, recv = s, r
		}
	}
	fn := &value.Func{Symbol: sym, Fn: a.prog.Func(sym), Recv: recv.v, Pos: in.Pos}
	return av{v: a.intern(cellKey{a.frame, in}, fn, []av{recv}), nilness: nonNil}
}
