package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// invoke calls an interface method.
func (r *run) invoke(in *program.Instr, recv av, args []av, st *state, frame int) []ending {
	if e, ok := r.tables.Effect(in.Sym); ok && (recv.v == nil || recv.role != 0) {
		return r.effect(e, in.Sym, append([]av{recv}, args...), st, in, frame)
	}
	if isNext(recv.v) {
		return r.goOn(st)
	}
	if text, ok := textOfForm(in.Sym, recv); ok {
		return []ending{{st: st, results: []av{text}}}
	}
	v := value.Deref(recv.v)
	if c, ok := v.(value.Choice); ok {
		r.leavesOpen(in.Sym, 1+len(args))
		return r.eachChoice(c, recv, args, st, in, frame, func(recv av, st *state) []ending { return r.invoke(in, recv, args, st, frame) })
	}
	if v != nil && r.isRouter(recv.v) {
		if e, ok := r.tables.Effect(in.Sym); ok { // it may be asked for something else than to serve
			return r.effect(e, in.Sym, append([]av{recv}, args...), st, in, frame)
		}
		if r.idle(v, in.Sym) {
			return r.opaque(in, in.Sym, []av{{}}, st)
		}
		return r.toRouter(recv.v, st)
	}
	if _, name, _ := program.SplitMethod(in.Sym); name == r.shape.Method && name != "" {
		if ends, ok := r.handOver(recv.v, args, st); ok {
			return ends
		}
	}
	switch x := v.(type) {
	case *value.Func: // http.HandlerFunc(f).ServeHTTP(w, r)
		if _, name, _ := program.SplitMethod(in.Sym); !r.hasOwn(recv.v, name) {
			return r.callFunc(x, args, st, in, frame)
		}
	case value.Native:
		if ad, ok := x.Obj.(*value.Adapter); ok {
			return r.adapter(ad, args, st, frame)
		}
	}
	if _, ok := r.declared[in.Sym]; ok {
		return r.callSymbol(in.Sym, append([]av{recv}, args...), st, in, frame, st.layer-1)
	}
	if recv.origin > 0 && recv.lab&Context != 0 {
		r.called = r.called.with(recv.origin)
		if recv.dyn == "" {
			recv.dyn = r.typeAt(recv.origin)
		}
	}
	sym, self, ok := r.dispatch(in.Sym, recv)
	if !ok {
		if only, found := r.prog.OnlyImplementation(in.Sym, 1+len(args)); found && (concerns(args) || recv.lab != 0) {
			sym, self, ok = only, recv, true
		}
	}
	if !ok {
		if inner, method, promotes := r.promoted(recv, in.Sym, st); promotes {
			if method != in.Sym {
				own := *in
				own.Sym = method
				in = r.instr(own)
			}
			return r.invoke(in, inner, args, st, frame)
		}
		return r.oneOfSeveral(in, recv, args, st)
	}
	full := append([]av{self}, args...)
	layer := st.layer - 1
	if r.serves(args) && r.shape.Method != "" && strings.HasSuffix(sym, "."+r.shape.Method) || r.shape.Glue && r.isRecord(recv) {
		layer = r.layer(&value.Func{Symbol: sym, Fn: r.prog.Func(sym)}, st, cellKey{frame, in})
		st = st.entering(layer)
	}
	r.noteOperation(in, sym)
	return r.callSymbol(sym, full, st, in, frame, layer)
}

// idle reports whether a method of a router has nothing to do with requests.
func (r *run) idle(v value.Value, method string) bool {
	n, ok := v.(value.Native)
	_, name, _ := program.SplitMethod(method)
	if !ok {
		return false
	}
	c, ok := r.tables.Call("(*" + n.Obj.NativeType() + ")." + name)
	return ok && c.Op == frameworks.OpNop
}

// isRecord reports whether a value is what the route was registered with.
func (r *run) isRecord(a av) bool {
	return r.record != nil && a.v != nil && sameValue(value.Deref(a.v), value.Deref(r.record))
}

// hasOwn reports whether a function value is of a type of the application's own
// that has the method: calling that is not calling the function.
func (r *run) hasOwn(v value.Value, name string) bool {
	typ := ""
	switch v := v.(type) {
	case value.Iface:
		typ = v.Type
	case *value.Func:
		typ = v.Type
	}
	if typ == "" || name == "" {
		return false
	}
	_, _, ok := r.prog.Method(typ, name)
	return ok
}

// dispatch finds the method an interface call reaches, and its receiver.
func (r *run) dispatch(iface string, recv av) (string, av, bool) {
	_, name, ok := program.SplitMethod(iface)
	if !ok {
		return "", av{}, false
	}
	typ := ""
	switch v := recv.v.(type) {
	case value.Iface:
		typ = v.Type
		recv.v = v.Val
	case value.Pointer:
		typ = "*" + v.Cell.Type
	case *value.Struct:
		typ = v.Type
	case *value.Func:
		typ = v.Type
	case nil, value.Nil:
		if typ = recv.dyn; typ == "" && recv.made != nil { // by a function that was not read
			typ = recv.made.Type
		}
	}
	if typ == "" {
		return "", av{}, false
	}
	sym, path, ok := r.prog.Method(typ, name)
	if !ok {
		return "", av{}, false
	}
	for _, i := range path {
		recv, typ = r.embedded(recv, typ, i)
	}
	if fn := r.prog.Func(sym); len(fn.Params) > 0 && !strings.HasPrefix(fn.Params[0].Type, "*") {
		if ptr, ok := recv.v.(value.Pointer); ok {
			if s, ok := ptr.Cell.Val.(*value.Struct); ok {
				recv.v = s
			}
		}
	}
	return sym, recv, true
}

// embedded is the embedded field with a number of a value of a type, and the type of that.
func (r *run) embedded(recv av, typ string, i int) (av, string) {
	t := r.prog.Type(strings.TrimPrefix(typ, "*"))
	if t == nil || i >= len(t.Fields) {
		return av{lab: recv.lab}, ""
	}
	f := t.Fields[i]
	s, ok := structOf(recv.v)
	if !ok && recv.origin > 0 { // of what the context holds
		return r.absentPart(recv, f.Name, f.Type), f.Type
	}
	if !ok || i >= len(s.Fields) || s.Fields[i] == nil {
		return av{lab: recv.lab}, f.Type
	}
	c := s.Fields[i]
	switch c.Val.(type) {
	case value.Pointer, value.Iface:
		return fromRegistration(value.Deref(c.Val)), f.Type
	}
	return av{v: value.Pointer{Cell: c}, lab: recv.lab, nilness: nonNil}, f.Type
}

// promoted is what an embedded interface of a struct holds, if the method called is
// that interface's, and the method as it is called there.
func (r *run) promoted(recv av, method string, st *state) (inner av, its string, ok bool) {
	s, ok := structOf(recv.v)
	if !ok {
		return av{}, "", false
	}
	t := r.prog.Type(s.Type)
	_, name, isMethod := program.SplitMethod(method)
	if t == nil || !isMethod {
		return av{}, "", false
	}
	for i, f := range t.Fields {
		if !f.Embedded || i >= len(s.Fields) || s.Fields[i] == nil || !r.declares(f.Type, name) {
			continue
		}
		if v, written := r.read(st, s.Fields[i]); written { // around the response, most likely
			return v, "(" + f.Type + ")." + name, true
		}
		if v := s.Fields[i].Val; v != nil {
			return fromRegistration(v), "(" + f.Type + ")." + name, true
		}
	}
	return av{}, "", false
}

// declares reports whether a type is an interface with the method.
func (r *run) declares(typ, name string) bool {
	if t := r.prog.Type(typ); t != nil {
		return t.Kind == program.KindInterface && slices.Contains(t.Methods, name)
	}
	_, ok := r.tables.Effect("(" + typ + ")." + name)
	return ok
}

func structOf(v value.Value) (*value.Struct, bool) {
	v = value.Deref(v)
	if p, ok := v.(value.Pointer); ok {
		v = p.Cell.Val
	}
	s, ok := v.(*value.Struct)
	return s, ok
}
