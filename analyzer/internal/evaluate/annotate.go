package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// target takes annotations off a function.
func (m *Machine) target(s *scope, v value.Value, to *notes) value.Value {
	switch of := value.Deref(v).(type) {
	case value.Native:
		if an, ok := of.Obj.(*annotated); ok {
			list, _ := m.elements(an.list)
			m.annotate(to, list)
			return m.target(s, an.fn, to)
		}
	case *value.Struct:
		if t := m.prog.Type(of.Type); t != nil && of.Type == s.of.kind.Struct {
			var fn value.Value
			for i, f := range t.Fields {
				got := m.load(m.field(of, i, f.Type))
				switch f.Name {
				case "Target":
					fn = got
				case "Name":
					to.name, _ = value.AsText(got).Known()
				case "Group":
					to.group, _ = value.AsText(got).Known()
				}
			}
			return m.target(s, fn, to)
		}
	}
	return v
}

// annotate reads annotations.
func (m *Machine) annotate(to *notes, list []value.Value) {
	for _, v := range list {
		n, _ := m.native(v)
		an, ok := n.Obj.(*annotated)
		if !ok {
			continue
		}
		texts, _ := m.knownStrings(an.list)
		if t, ok := value.Deref(an.list).(value.Text); ok {
			one, _ := t.Known()
			texts = []string{one}
		}
		switch an.set {
		case "params":
			to.paramTags = texts
		case "results":
			to.resultTags = texts
		case "name":
			to.name = strings.Join(texts, "")
		case "group":
			to.group = strings.Join(texts, "")
		case "as": // the first for the first result, and so on
			to.as = append(to.as, m.pointedTo(an.list))
		case "each": // all of them for the one result
			for _, typ := range m.pointedTo(an.list) {
				to.as = append(to.as, []string{typ})
			}
		case "from":
			to.from = m.pointedTo(an.list)
		case "start":
			to.start = append(to.start, an.list)
		}
	}
}

// pointedTo lists the types of a list that has new(T) for each type T, and an annotation
// for the type that is there anyway.
func (m *Machine) pointedTo(list value.Value) []string {
	var out []string
	elems, _ := m.elements(list)
	for _, v := range elems {
		i, _ := v.(value.Iface)
		out = append(out, strings.TrimPrefix(i.Type, "*"))
	}
	return out
}
