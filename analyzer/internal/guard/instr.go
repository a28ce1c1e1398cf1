package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (a *activation) operand(p *point, o program.Operand) av {
	switch o.Kind {
	case program.Register:
		v := p.get(a.info.slots[o.Reg])
		if !p.st.anon && v.lab&principal != 0 && v.v != nil {
			v = a.forgetAnonymous(v) // what an anonymous request would have seen no longer holds
		}
		return v
	case program.Constant:
		return a.constant(o.Const)
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

// constant is a constant; what texts need is made once.
func (r *run) constant(c *program.Const) av {
	if c.Kind != program.ConstString {
		return constant(c)
	}
	v, made := r.constants[c]
	if !made {
		v = constant(c)
		r.constants[c] = v
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
		if role, ok := a.tables.RoleOf(strings.TrimPrefix(in.Type, "*")); ok && a.copied(in, role) {
			return av{role: role, nilness: nonNil} // a copy of the request is made: it is the request
		}
		return av{v: a.alloc(in, strings.TrimPrefix(in.Type, "*"), p), nilness: nonNil}
	case program.Load:
		p.st = p.st.used(arg(0))
		v := a.loadFrom(arg(0), in, p)
		if in.Args[0].Kind == program.Global && v.v == nil && v.status == 0 && v.lab == 0 {
			v = a.variable(in, v)
		}
		if in.Args[0].Kind == program.Global && isErrorValue(v) {
			v.pkg = a.packageNumber(program.PackageOf(in.Args[0].Sym))
		}
		return flagged(v, in)
	case program.Store:
		a.store(arg(0), arg(1), p)
		return av{}
	case program.FieldAddr:
		p.st = p.st.used(arg(0))
		a.readsField(arg(0), in, p)
		if f, ok := a.tables.FieldByName(arg(0).role, arg(0).source, in.Sym); ok && f.Written {
			return written(p.st)
		}
		return a.fieldAddr(arg(0), in).tellsBy(in, arg(0))
	case program.Field:
		a.readsField(arg(0), in, p)
		return flagged(a.fieldOf(arg(0), in, p), in)
	case program.IndexAddr, program.Index:
		return a.element(arg(0), arg(1), in, p)
	case program.Lookup:
		a.looksAt(arg(1))
		return a.lookup(a.contents(arg(0), p.st), arg(1), in, p.st)
	case program.MapUpdate:
		a.mapUpdate(arg(0), arg(1), arg(2), p)
		if arg(0).source == frameworks.SourceHeader {
			p.state().resends()
		}
		return av{}
	case program.Slice:
		v := arg(0)
		cut := cutBytes(v, arg(1), arg(2), in, p.st)
		if v.sure, v.test = false, butPieces(v, arg(1), arg(2), in); cut != nil {
			v.test = cut
		}
		if in.Args[1].Kind != program.None || in.Args[2].Kind != program.None {
			switch text, isText := v.v.(value.Text); {
			case isText:
				v.v = partOfText(text, arg(1), arg(2), in)
			case v.lab&principal != 0:
				v.v = nil
			}
			v.v = a.sublist(v.v, arg(1), arg(2), in)
			v.named = v.named || in.Args[1].Kind == program.None && foundIn(v, arg(2))
		}
		return v
	case program.MakeMap:
		return av{v: a.alloc(in, in.Type, p), nilness: nonNil}
	case program.MakeSlice:
		return a.newList(in, arg(0))
	case program.MakeChan:
		return av{nilness: nonNil}
	case program.MakeIface:
		v := asContext(arg(0), in.Type)
		p.st = a.escapes([]av{v}, p.st)
		if v.role == 0 && v.source == 0 {
			v.dyn = in.Sym
		}
		given := a.isGiven(v.origin)
		if given { // of what is made an interface here, everybody knows the type
			v.origin = 0
		}
		v.sure = v.sure && v.nilness == nonNil
		v.hollow, v.inside = isPointer(in.Sym) && isNobody(v), false
		switch v.v.(type) {
		case nil:
			if v.status == 0 {
				v.nilness = nonNil
			}
			if v.lab&principal != 0 && !v.sure && !given { // a nil pointer in an interface is not nil
				v.nilness = maybeNil
			}
		case value.Nil:
			v.v, v.nilness = nil, nonNil
		default:
			v.v, v.nilness = value.Iface{Type: in.Sym, Val: v.v}, nonNil
		}
		return v
	case program.ChangeType:
		v := asContext(arg(0), in.Type)
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
		switch arg(0).source {
		case frameworks.SourceHeader:
			a.looksEverywhere()
		case frameworks.SourceContext:
			a.readsFrom = a.readsFrom.with(0)
		}
		return a.contents(arg(0), p.st)
	case program.Next:
		return a.nextOf(arg(0))
	case program.MakeClosure:
		return a.closure(in, p)
	case program.MakeBound:
		return a.bound(arg(0), in)
	case program.BinOp:
		return a.compared(in, arg(0), arg(1))
	case program.UnOp:
		if in.Sym == "<-" && a.started {
			return av{lab: TooLarge}
		}
		return unop(in, arg(0))
	case program.Select:
		if a.started {
			return av{tuple: received}
		}
	case program.Send:
		a.handsOut([]av{arg(1)}, p.st)
		p.state().obey()
		return av{}
	}
	return av{}
}

// received are the results of a select behind a go statement: which case it is, whether the channel is open, and what the other
// goroutine has found out, which is not followed.
var received = append(make([]av, 2), slices.Repeat([]av{{lab: TooLarge}}, 8)...)

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
	if addr.v != nil && a.isRouter(addr.v) {
		return addr
	}
	if addr.source == frameworks.SourceField {
		return a.loadField(addr, in, p.st)
	}
	if addr.source == frameworks.SourceLeft && in.Type == "error" {
		err, _ := a.lastLeft(p.st)
		return err
	}
	out := p.st.asRead(addr) // loading through a symbolic address keeps what is known of it
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

func extract(t av, in *program.Instr) av {
	if in.N < len(t.tuple) {
		return t.tuple[in.N]
	}
	out := av{lab: t.lab, consts: t.consts, origin: t.origin, pkg: t.pkg, whom: t.whom}
	if in.Type == plainContext {
		out.consts = nil // a name that a function gives to what it does for a request is no demand
	}
	return out.tells(in, t)
}
