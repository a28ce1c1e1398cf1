package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// argument is what a handler is given for one of its parameters.
func (r *run) argument(h value.Value, role frameworks.Role, i int) av {
	switch role {
	case frameworks.RoleNext:
		return av{v: NextValue(), nilness: nonNil}
	case frameworks.RoleValues:
		return av{source: frameworks.SourceRequest, nilness: nonNil}
	case frameworks.RoleInput:
		return r.input(h, i)
	case frameworks.RoleHeader:
		return av{source: frameworks.SourceHeader, nilness: nonNil}
	case frameworks.RoleRecord:
		return r.registered()
	case frameworks.RoleDecode:
		return av{v: value.Native{Obj: theDecoder}, nilness: nonNil}
	case frameworks.RoleNil:
		return av{v: value.Nil{}, nilness: isNil}
	case frameworks.RoleContext:
		if typ := r.paramType(h, i); r.ownContext(typ) != nil {
			return av{role: role, nilness: nonNil, dyn: typ}
		}
	}
	return av{role: role, nilness: nonNil}
}

// input is a struct of the type that a handler asks for, as the framework fills it
// from the request: what no tag names comes from the body.
func (r *run) input(h value.Value, i int) av {
	t := r.prog.Type(r.paramType(h, i))
	if t == nil || t.Kind != program.KindPointer {
		return av{lab: Body, nilness: nonNil}
	}
	k := cellKey{-1, r.instr(program.Instr{Op: program.Alloc, Sym: "input"})}
	c := r.cells[k]
	if c == nil {
		s := &value.Struct{Type: t.Elem}
		c = &value.Cell{Type: t.Elem, Val: s}
		r.cells[k], r.owner[c], r.holder[s] = c, -1, c
		r.filled[s], r.inputs[s] = Body, true
	}
	return av{v: value.Pointer{Cell: c}, nilness: nonNil}
}

// paramType is the type of the parameter of a handler for one of those of its shape; empty if it is not known.
func (r *run) paramType(h value.Value, i int) string {
	fn, ok := value.Deref(h).(*value.Func)
	if !ok || fn.Fn == nil {
		return ""
	}
	if i += len(fn.Fn.Params) - len(r.shape.Params); i < 0 || i >= len(fn.Fn.Params) { // a bound method has its receiver first
		return ""
	}
	return fn.Fn.Params[i].Type
}

// tagged is what a field of the input holds, if a tag says where that comes from: its
// own, or that of a struct around it.
func (r *run) tagged(c *value.Cell) (av, bool) {
	for range 8 {
		s := r.parent[c]
		if s == nil || !r.isInput(s) {
			return av{}, false
		}
		if source, name, ok := r.tables.Tag(r.tagOf(s, c)); ok {
			return r.keyed(source, known(value.String(name))), true
		}
		if c = r.holder[s]; c == nil {
			return av{}, false
		}
	}
	return av{}, false
}

// becomesInput makes the handler's input of a struct that it has filled from the request.
func (r *run) becomesInput(v av) {
	if ptr, ok := value.Deref(v.v).(value.Pointer); ok && r.local(ptr.Cell) {
		if s := r.structAt(ptr.Cell); s != nil {
			r.inputs[s] = true
		}
	}
}

// isInput reports whether a struct is the handler's input, or a part of it.
func (r *run) isInput(s *value.Struct) bool {
	for range 8 {
		if r.inputs[s] {
			return true
		}
		c := r.holder[s]
		if c == nil || r.parent[c] == nil {
			return false
		}
		s = r.parent[c]
	}
	return false
}

// wholeInput reports whether a value is the handler's input: who is given that is given
// what the request says of who sends it.
func (r *run) wholeInput(v value.Value) bool {
	if len(r.inputs) == 0 {
		return false
	}
	s, ok := structOf(v)
	return ok && r.isInput(s)
}

// tagOf is the tag of the field of a struct that a cell is.
func (r *run) tagOf(s *value.Struct, c *value.Cell) string {
	t := r.prog.Type(s.Type)
	for i, f := range s.Fields {
		if f == c && t != nil && i < len(t.Fields) {
			return t.Fields[i].Tag
		}
	}
	return ""
}

// registered is the struct that the route was registered with.
func (r *run) registered() av {
	r.asked = true
	if r.record == nil {
		return av{nilness: nonNil}
	}
	return fromRegistration(r.record)
}

// A decoder stands for the function by which a handler has the body decoded.
type decoder struct{}

// NativeType implements [value.NativeObject].
func (*decoder) NativeType() string { return "decoder" }

// FieldCell implements [value.NativeObject].
func (*decoder) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

var theDecoder = &decoder{}

// decodes reports whether a value is that function.
func decodes(v value.Value) bool {
	n, ok := v.(value.Native)
	return ok && n.Obj == value.NativeObject(theDecoder)
}

// AsksRecord reports whether the step asks for what its route was registered with.
func (s *Summary) AsksRecord() bool { return s.run.asked }

// checked has the input check itself: the states in which the handler is called, and
// how the others end.
func (r *run) checked(args []av, st *state) (pass []*state, refused []ending) {
	if r.shape.InputMethod == "" {
		return []*state{st}, nil
	}
	for i, role := range r.shape.Params {
		if role != frameworks.RoleInput {
			continue
		}
		sym, self, ok := r.methodOf(args[i], r.shape.InputMethod)
		if !ok {
			break
		}
		fn := r.prog.Func(sym)
		layer := r.layer(&value.Func{Symbol: sym, Fn: fn}, st, cellKey{-1, nil})
		in := r.instr(program.Instr{Op: program.Call, Sym: sym, Dst: -1, Pos: fn.Pos})
		for _, e := range r.callSymbol(sym, []av{self, {role: frameworks.RoleContext, nilness: nonNil}}, st.entering(layer), in, 0, layer) {
			yes, no := r.byList(e, in, layer)
			if yes != nil {
				yes.layer = st.layer
				pass = append(pass, yes)
			}
			refused = append(refused, no...)
		}
		return pass, refused
	}
	return []*state{st}, nil
}

// byList is what becomes of a request by the list of errors that a check returns: it
// goes on, or it is refused; both, if nobody knows whether there are any.
func (r *run) byList(e ending, in *program.Instr, layer int) (pass *state, refused []ending) {
	list := e.result()
	if _, isNil := list.v.(value.Nil); e.panics || isNil {
		if e.panics {
			return nil, []ending{e}
		}
		return e.st.clone(), nil
	}
	status := r.shape.InputStatus
	if code := r.errorIn(list, e.st); code != 0 {
		status = code
	}
	if list.nilness == nonNil {
		return nil, []ending{r.refusedInput(e.st, status)}
	}
	c := r.condition(-1, in, list, "the input is refused", layer)
	c.presence = true
	return e.st.with(c, false), []ending{r.refusedInput(e.st.with(c, true), status)}
}

// refusedInput ends a request whose input is refused.
func (r *run) refusedInput(st *state, status int) ending {
	n := st.clone()
	if n.status == 0 {
		n.status = status
	}
	return ending{st: n, results: []av{{}, {status: status, nilness: nonNil}}}
}

// errorIn is the status of the errors in a list, 0 if they have none.
func (r *run) errorIn(list av, st *state) int {
	status := r.spread([]av{list}, st).status
	if status == 0 {
		status = list.status
	}
	p, ok := value.Deref(list.v).(value.Pointer)
	if !ok || status != 0 {
		return status
	}
	s, _ := p.Cell.Val.(*value.Struct) // an array made while serving: see part2
	if s == nil {
		return 0
	}
	for _, c := range s.Fields {
		if held, ok := r.read(st, c); ok {
			if code := r.errorStatus(held, st); code != 0 {
				return code
			}
		}
	}
	return 0
}

// methodOf is a method of a struct that is storage, its own or of one embedded in it, and
// its receiver.
func (r *run) methodOf(v av, name string) (string, av, bool) {
	p, ok := v.v.(value.Pointer)
	if !ok {
		return "", av{}, false
	}
	sym, path, ok := r.prog.Method("*"+p.Cell.Type, name)
	if !ok {
		return "", av{}, false
	}
	for _, i := range path {
		s, t := r.structAt(p.Cell), r.prog.Type(p.Cell.Type)
		if s == nil || t == nil || i >= len(t.Fields) {
			return "", av{}, false
		}
		p = value.Pointer{Cell: r.field(s, i, t.Fields[i].Type, r.owner[p.Cell])}
	}
	if fn := r.prog.Func(sym); len(fn.Params) > 0 && fn.Params[0].Type[0] != '*' {
		return sym, av{v: r.structAt(p.Cell), nilness: nonNil}, true
	}
	return sym, av{v: p, nilness: nonNil}, true
}
