package evaluate

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// unfold keeps the struct of a call, and puts its fields in its place.
func (a *action) unfold(record frameworks.Arg, of value.Value) {
	a.given = a.args
	typ := ""
	if s, ok := of.(*value.Struct); ok {
		typ = s.Type
	}
	a.record = a.m.cell(typ, nil)
	a.m.store(a.record, of)
	a.spread(record, of)
}

// spread puts the fields of a struct in the place of the arguments; the arguments
// other than the struct come after them.
func (a *action) spread(record frameworks.Arg, of value.Value) {
	var args []value.Value
	first := 0
	if a.method {
		args, first = append(args, a.args[0]), 1
	}
	args = append(args, a.fields(of)...)
	rest := slices.Clone(a.args[first:])
	if i := int(record) - 1; i >= 0 && i < len(rest) {
		rest = slices.Delete(rest, i, i+1)
	}
	a.args = append(args, rest...)
}

// fields are the values of the fields that the table names.
func (a *action) fields(of value.Value) []value.Value {
	s, _ := of.(*value.Struct)
	var t *program.Type
	if s != nil {
		t = a.m.prog.Type(s.Type)
	}
	var out []value.Value
	for _, name := range a.call.Fields {
		out = append(out, a.fieldNamed(s, t, name))
	}
	return out
}

// fieldNamed reads a field by name from a struct of a type, which is nil if it is
// not known.
func (a *action) fieldNamed(s *value.Struct, t *program.Type, name string) value.Value {
	if i := t.Field(name); i >= 0 {
		return a.m.load(a.m.field(s, i, t.Fields[i].Type))
	}
	return unknown("", name, a.in.Pos)
}

// eachRecord performs the call for each struct of a list.
func (a *action) eachRecord() value.Value {
	list, ok := a.m.elements(a.arg(a.call.Records))
	if !ok {
		a.m.note(a.in.Pos, "the list given to "+short(a.symbol)+" is not known"+because(a.arg(a.call.Records)))
		return unknownOf(a.m, a.in, "")
	}
	var result value.Value
	for _, of := range list {
		one := *a
		if p, ok := of.(value.Pointer); ok {
			of = a.m.load(p.Cell)
		}
		one.unfold(a.call.Records, of)
		result = one.onRouter()
	}
	return result
}
