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
	}
	return av{role: role, nilness: nonNil}
}

// input is a struct of the type that a handler asks for, as the framework fills it
// from the request: what no tag names comes from the body.
func (r *run) input(h value.Value, i int) av {
	fn, ok := value.Deref(h).(*value.Func)
	if !ok || fn.Fn == nil {
		return av{lab: Body, nilness: nonNil}
	}
	if i += len(fn.Fn.Params) - len(r.shape.Params); i < 0 || i >= len(fn.Fn.Params) { // a bound method has its receiver first
		return av{lab: Body, nilness: nonNil}
	}
	t := r.prog.Type(fn.Fn.Params[i].Type)
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
func (c *effectCall) registered() av {
	c.asked = true
	if c.record == nil {
		return av{nilness: nonNil}
	}
	return av{v: c.record, nilness: nonNil}
}

// AsksRecord reports whether the step asks for what its route was registered with.
func (s *Summary) AsksRecord() bool { return s.run.asked }
