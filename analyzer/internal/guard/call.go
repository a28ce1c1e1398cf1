package guard

import (
	"slices"
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// callInstr runs a call; every way it ends continues the path.
func (a *activation) callInstr(in *program.Instr, p *point) []*point {
	args := make([]av, len(in.Args))
	for i, o := range in.Args {
		args[i] = a.operand(p, o)
	}
	switch in.N {
	case program.ModeGo:
		return []*point{p} // another goroutine decides nothing about this request
	case program.ModeDefer:
		p.deferred = append(p.deferred[:len(p.deferred):len(p.deferred)], func(st *state) *state {
			for _, e := range a.dispatchCall(in, args, st) {
				return e.st
			}
			return st
		})
		return []*point{p}
	}
	var out []*point
	for _, e := range a.dispatchCall(in, args, a.deed(in, args, p.st)) {
		if e.panics {
			a.ends = append(a.ends, ending{st: e.st, panics: true})
			continue
		}
		q := &point{st: e.st, regs: p.regs, deferred: p.deferred}
		if in.Dst >= 0 {
			q.regs = slices.Clone(p.regs)
			q.set(in.Dst, e.result())
		}
		out = append(out, q)
	}
	return out
}

func (a *activation) dispatchCall(in *program.Instr, args []av, st *state) []ending {
	if in.Op == program.Invoke {
		return a.invoke(in, args[0], args[1:], st, a.frame)
	}
	if in.Sym != "" {
		return a.callSymbol(in.Sym, args, st, in, a.frame, a.layer)
	}
	return a.callValue(args[0], args[1:], st, in)
}

// callValue calls a function value.
func (a *activation) callValue(fn av, args []av, st *state, in *program.Instr) []ending {
	if isNext(fn.v) {
		return a.goOn(st)
	}
	switch f := value.Deref(fn.v).(type) {
	case *value.Func:
		return a.callFunc(f, args, st, in, a.frame)
	case value.Choice:
		return a.eachChoice(f, fn, st, in, a.frame, func(fn av, st *state) []ending { return a.callValue(fn, args, st, in) })
	}
	return a.opaque(in, "a function that is not known", append([]av{fn}, args...), st)
}

// goOn is the rest of the chain being run.
func (r *run) goOn(st *state) []ending {
	n := st.clone()
	if !n.goesOn && !r.left.replies { // the rest has run
		n.goesOn, n.early = true, n.status
	}
	return []ending{{st: n, results: []av{{lab: FromNext, answer: true}}}}
}

// callFunc calls a function through a value. One that is given the request (or
// what it is made of) is a handler: a layer of the chain.
func (r *run) callFunc(fn *value.Func, args []av, st *state, in *program.Instr, frame int) []ending {
	if !r.hasOwn(fn, r.shape.Method) {
		if ends, ok := r.handOver(fn, args, st); ok {
			return ends
		}
	}
	holds := r.captured[fn]
	if fn.Recv != nil || len(holds) == 1 && fn.Fn != nil && len(fn.Fn.Free) == 0 && len(fn.Fn.Params) == len(args)+1 {
		recv := fromRegistration(orUnknown(fn.Recv))
		if len(holds) == 1 {
			recv = holds[0]
		}
		args = append([]av{recv}, args...)
	}
	layer := st.layer - 1
	if layer < 0 || serves(args) {
		layer = r.layer(fn, st, cellKey{frame, in})
		st = st.entering(layer)
	}
	if fn.Fn == nil || len(fn.Free) == 0 {
		return r.callSymbol(fn.Symbol, args, st, in, frame, layer)
	}
	free := make([]av, len(fn.Free))
	for i, v := range fn.Free {
		free[i] = fromRegistration(orUnknown(v))
		if i < len(holds) {
			free[i] = holds[i]
		}
	}
	if len(args) < len(fn.Fn.Params) {
		return []ending{{st: st, results: r.opaqueResults(fn.Fn.Results, combine(args...))}}
	}
	return r.call(fn.Fn, args, free, st, in, frame, layer)
}

func orUnknown(v value.Value) value.Value {
	if v == nil {
		return &value.Unknown{}
	}
	return v
}

// serves reports whether the request itself is among the arguments.
func serves(args []av) bool {
	for _, a := range args {
		if a.role == frameworks.RoleRequest || a.role == frameworks.RoleContext {
			return true
		}
	}
	return false
}

// layer is the number of the layer that a function is when it is called at a
// place. In the next round of a loop it is the one that it was in the last.
func (r *run) layer(fn *value.Func, st *state, at cellKey) int {
	l := &layer{fn: fn.Fn, name: fn.Symbol, depth: st.layer, at: at}
	for i := st.layer - 1; i >= 0; i = r.layers[i].depth - 1 {
		if o := r.layers[i]; o.name == l.name && o.fn == l.fn && o.at == at {
			return i
		}
	}
	for i, o := range r.layers {
		if o.name == l.name && o.fn == l.fn && o.depth == l.depth {
			return i
		}
	}
	r.layers = append(r.layers, l)
	return len(r.layers) - 1
}

// callSymbol calls a function by name: what the tables say of it first, then its
// body, then the little that is known of functions without one.
func (r *run) callSymbol(sym string, args []av, st *state, in *program.Instr, frame, layer int) []ending {
	if name, ok := strings.CutPrefix(sym, "builtin."); ok {
		return r.builtin(name, args, st, in)
	}
	if e, ok := r.tables.Effect(sym); ok {
		return r.effect(e, sym, args, st, in, frame)
	}
	if c, ok := r.tables.Call(sym); ok && (c.Op == frameworks.OpLeaf || c.Op == frameworks.OpWrap) {
		return []ending{{st: st, results: []av{r.makeAdapter(c, sym, args, in, frame)}}}
	}
	fn := r.prog.Func(sym)
	if fn != nil && len(args) >= len(fn.Params) && (concerns(args) || r.touches(sym)) {
		return r.call(fn, args, nil, st, in, frame, layer)
	}
	if ends, ok := r.errorFunc(sym, args, st); ok {
		return ends
	}
	if res, ok := r.fold(sym, args, st); ok {
		return []ending{{st: st, results: []av{res}}}
	}
	return r.opaque(in, sym, args, st)
}

// concerns reports whether an argument has to do with the request: only then is
// a body worth entering.
func concerns(args []av) bool {
	for _, a := range args {
		if a.role != 0 || a.source != 0 || a.lab != 0 || a.status != 0 {
			return true
		}
		switch value.Deref(a.v).(type) {
		case *value.Func, value.Pointer, *value.Struct, value.Native, value.Choice:
			return true
		}
	}
	return false
}

// invoke calls an interface method.
func (r *run) invoke(in *program.Instr, recv av, args []av, st *state, frame int) []ending {
	if e, ok := r.tables.Effect(in.Sym); ok && (recv.v == nil || recv.role != 0) {
		return r.effect(e, in.Sym, append([]av{recv}, args...), st, in, frame)
	}
	if isNext(recv.v) {
		return r.goOn(st)
	}
	v := value.Deref(recv.v)
	if c, ok := v.(value.Choice); ok {
		return r.eachChoice(c, recv, st, in, frame, func(recv av, st *state) []ending { return r.invoke(in, recv, args, st, frame) })
	}
	if v != nil && r.isRouter(recv.v) {
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
	sym, self, ok := r.dispatch(in.Sym, recv)
	if !ok {
		if only, found := r.onlyImplementation(in.Sym); found && (concerns(args) || recv.lab != 0) {
			sym, self, ok = only, recv, true
		}
	}
	if !ok {
		if inner, promotes := r.promoted(recv, in.Sym); promotes {
			return r.invoke(in, inner, args, st, frame)
		}
		return r.opaque(in, in.Sym, append([]av{recv}, args...), st)
	}
	full := append([]av{self}, args...)
	layer := st.layer - 1
	if serves(args) && r.shape.Method != "" && strings.HasSuffix(sym, "."+r.shape.Method) {
		layer = r.layer(&value.Func{Symbol: sym, Fn: r.prog.Func(sym)}, st, cellKey{frame, in})
		st = st.entering(layer)
	}
	return r.callSymbol(sym, full, st, in, frame, layer)
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

func (r *run) toRouter(v value.Value, st *state) []ending {
	known := false
	for _, t := range r.targets {
		known = known || sameValue(value.Deref(t), value.Deref(v))
	}
	if !known {
		r.targets = append(r.targets, v)
	}
	n := st.clone()
	n.target = true
	if !n.goesOn {
		n.goesOn, n.early = true, n.status
	}
	return []ending{{st: n, results: []av{{lab: FromNext, answer: true}}}}
}

// makeAdapter is a handler that a framework function makes while serving.
func (r *run) makeAdapter(c frameworks.Call, sym string, args []av, in *program.Instr, frame int) av {
	k := cellKey{frame, in}
	ad := r.adapters[k]
	if ad == nil {
		ad = &value.Adapter{Type: "adapter", Name: sym, Role: c.Static, Leaf: c.Op == frameworks.OpLeaf, Pos: in.Pos}
		if i := int(c.Handler) - 1; i >= 0 && i < len(args) {
			ad.Inner = args[i].v
		}
		r.adapters[k] = ad
	}
	return av{v: value.Native{Obj: ad}, nilness: nonNil}
}

// adapter serves a request through a handler that a framework function made.
func (r *run) adapter(ad *value.Adapter, args []av, st *state, frame int) []ending {
	if ad.Leaf || ad.Inner == nil {
		n := st.clone()
		n.status, n.layer = 200, len(r.layers)+1
		r.layers = append(r.layers, &layer{name: ad.Name, depth: st.layer})
		return []ending{{st: n}}
	}
	if isNext(ad.Inner) {
		return r.goOn(st)
	}
	if r.isRouter(ad.Inner) {
		return r.toRouter(value.Native{Obj: ad}, st)
	}
	return r.callHandler(av{v: ad.Inner}, args, st, frame)
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
	default:
		return "", av{}, false
	}
	sym, path, ok := r.prog.Method(typ, name)
	if !ok {
		return "", av{}, false
	}
	for _, i := range path {
		recv = r.embedded(recv, i)
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

func (r *run) embedded(recv av, i int) av {
	var s *value.Struct
	switch v := recv.v.(type) {
	case value.Pointer:
		s, _ = v.Cell.Val.(*value.Struct)
	case *value.Struct:
		s = v
	}
	if s == nil || i >= len(s.Fields) || s.Fields[i] == nil {
		return av{lab: recv.lab}
	}
	c := s.Fields[i]
	switch c.Val.(type) {
	case value.Pointer, value.Iface:
		return fromRegistration(value.Deref(c.Val))
	}
	return av{v: value.Pointer{Cell: c}, lab: recv.lab, nilness: nonNil}
}

// promoted is what an embedded interface of a struct holds, if the method called is
// that interface's.
func (r *run) promoted(recv av, method string) (av, bool) {
	s, ok := structOf(recv.v)
	if !ok {
		return av{}, false
	}
	t := r.prog.Type(s.Type)
	_, name, isMethod := program.SplitMethod(method)
	if t == nil || !isMethod {
		return av{}, false
	}
	for i, f := range t.Fields {
		if !f.Embedded || i >= len(s.Fields) || s.Fields[i] == nil || !r.declares(f.Type, name) {
			continue
		}
		if v := s.Fields[i].Val; v != nil {
			return fromRegistration(v), true
		}
	}
	return av{}, false
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

// onlyImplementation is the single concrete method that implements an interface's.
func (r *run) onlyImplementation(iface string) (string, bool) {
	recv, name, ok := program.SplitMethod(iface)
	if !ok {
		return "", false
	}
	t := r.prog.Type(recv)
	if t == nil || len(t.Methods) == 0 || t.Kind != program.KindInterface {
		return "", false
	}
	found := ""
	for _, sym := range r.prog.MethodsNamed(name) {
		typ, _, _ := program.SplitMethod(sym)
		all := true
		for _, other := range t.Methods {
			if _, _, has := r.prog.Method(typ, other); !has {
				all = false
				break
			}
		}
		if !all {
			continue
		}
		if found != "" {
			return "", false
		}
		found = sym
	}
	return found, found != ""
}

// touches reports whether a function can, by calls, write a response, stop or go
// on without being given the request as an argument: it never can, unless it
// holds it. Closures are entered for what they hold; other functions are not.
func (r *run) touches(sym string) bool { return strings.Contains(sym, "$") }

// opaque is a call of a function whose body was not read. Its results are
// derived from what it is given; given the response, it may have written it.
func (r *run) opaque(in *program.Instr, sym string, args []av, st *state) []ending {
	n := st
	writer := false
	lab := Label(0)
	for _, a := range args {
		switch a.role {
		case frameworks.RoleWriter, frameworks.RoleContext:
			writer = true
		}
		switch {
		case a.role == frameworks.RoleRequest, a.role == frameworks.RoleContext, a.source == frameworks.SourceRequest, a.source == frameworks.SourceHeader:
			lab |= Request
		case a.source == frameworks.SourceQuery, a.source == frameworks.SourceURL:
			lab |= Query
		}
	}
	if writer && n.status == 0 {
		n = st.clone()
		n.status = statusAmong(args)
		if n.status == -1 {
			r.marks.opaqueWriter = append(r.marks.opaqueWriter, sym)
		}
	}
	if r.shape.Method != "" && strings.HasSuffix(sym, ")."+r.shape.Method) {
		r.marks.unknownNext = true
	}
	out := r.spread(args, st)
	out.status, out.v, out.role, out.source, out.test, out.origin = 0, nil, 0, 0, nil, 0
	out.lab |= lab
	if out.lab&(Derived|Context|Attr) != 0 {
		out.lab |= Attr | Derived
	} else if out.lab&Credential != 0 {
		out.lab |= Derived
	}
	out.holds = r.given(args, out.holds, st)
	n = r.fill(out, n)
	return []ending{{st: n, results: r.opaqueOf(in, out)}}
}

// statusAmong is the status that a response helper is given as a constant.
func statusAmong(args []av) int {
	for _, a := range args {
		if i, ok := value.Deref(a.v).(value.Int); ok && i >= 200 && i < 600 {
			return int(i)
		}
		if a.status > 0 {
			return a.status
		}
	}
	return -1
}

func (r *run) opaqueOf(in *program.Instr, out av) []av {
	t := r.prog.Type(in.Type)
	if t == nil || t.Kind != program.KindTuple {
		return []av{out}
	}
	// A tuple's components are told apart by Extract; all have the same origin.
	return []av{out}
}

func (r *run) opaqueResults(results []string, out av) []av {
	list := make([]av, len(results))
	for i := range list {
		list[i] = av{lab: out.lab, consts: out.consts}
	}
	return list
}

func (r *run) builtin(name string, args []av, st *state, in *program.Instr) []ending {
	out := combine(args...)
	switch name {
	case "recover":
		r.marks.recovers = true
		out = av{}
	case "append":
		out.nilness = nonNil
		if len(args) == 2 {
			more := r.spread(args[1:], st)
			out = av{lab: args[0].lab | more.lab, consts: joinConsts(args[0].consts, more.consts), holds: joinCells(args[0].holds, args[1].holds)}
			out.origin = onlyOrigin(args[0], more)
			out.nilness = nonNil
		}
	case "len":
		if out = length(args[0]); args[0].source == frameworks.SourceLeft {
			out = r.countLeft(st)
		}
	case "delete", "close", "clear":
		if st = st.clone(); !st.acted && args[0].v != nil {
			st.acted, st.actedAt = true, len(st.dec)
		}
	}
	return []ending{{st: st, results: []av{out}}}
}

// length of what an anonymous request sees is 0.
func length(a av) av {
	out := av{lab: a.lab, origin: a.origin, presence: true}
	switch v := value.Deref(a.v).(type) {
	case value.Text:
		if s, ok := v.Known(); ok {
			out.v = value.Int(len(s))
		}
	case value.Nil:
		out.v = value.Int(0)
	case *value.Slice:
		out.v = value.Int(v.Len)
	case value.Pointer: // the arguments of a variadic call: see part2
		if n, ok := arrayLength(v.Cell.Type); ok && a.lab == 0 {
			out.v = value.Int(n)
		}
	}
	return out
}

// arrayLength reads the length in an array type's name, "[3]string".
func arrayLength(typ string) (int, bool) {
	digits, _, ok := strings.Cut(strings.TrimPrefix(typ, "["), "]")
	if !ok || typ[0] != '[' {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil
}
