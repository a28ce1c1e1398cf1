package evaluate

import (
	"fmt"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// plainValues are the Go values of a call's arguments, if all of them are known
// and of types that fmt prints without asking them.
func (m *Machine) plainValues(list []value.Value) ([]any, bool) {
	out := make([]any, len(list))
	for i, v := range list {
		if iface, ok := v.(value.Iface); ok {
			if _, _, prints := m.prog.Method(iface.Type, "String"); prints {
				return nil, false
			}
			v = iface.Val
		}
		switch v := v.(type) {
		case value.Text:
			s, known := v.Known()
			if !known {
				return nil, false
			}
			out[i] = s
		case value.Int:
			out[i] = int64(v)
		case value.Bool:
			out[i] = bool(v)
		default:
			return nil, false
		}
	}
	return out, true
}

// sprint is fmt.Sprint.
func (m *Machine) sprint(args []value.Value) value.Value {
	list, ok := m.elements(args[0])
	if !ok {
		return value.Hole("")
	}
	if plain, ok := m.plainValues(list); ok {
		return value.String(fmt.Sprint(plain...))
	}
	var out value.Text
	for _, v := range list {
		out = value.Concat(out, value.AsText(v))
	}
	return out
}

// sprintf is fmt.Sprintf. Where an argument is not known, %s, %d, %v and %q of
// the others are formatted, and the rest is a hole.
func (m *Machine) sprintf(args []value.Value) value.Value {
	format, ok := args[0].(value.Text)
	f, known := format.Known()
	list, ok2 := m.elements(args[1])
	if !ok || !known || !ok2 {
		return value.Hole("")
	}
	if plain, ok := m.plainValues(list); ok {
		return value.String(fmt.Sprintf(f, plain...))
	}
	var out value.Text
	for len(f) > 0 {
		i := strings.IndexByte(f, '%')
		if i < 0 || i+1 >= len(f) {
			break
		}
		out = value.Concat(out, value.String(f[:i]))
		verb := f[i+1]
		f = f[i+2:]
		if verb == '%' {
			out = value.Concat(out, value.String("%"))
			continue
		}
		if !strings.ContainsRune("sdvq", rune(verb)) || len(list) == 0 {
			return value.Concat(out, value.Hole(""))
		}
		piece := value.AsText(list[0])
		if s, known := piece.Known(); known && verb == 'q' {
			piece = value.String(fmt.Sprintf("%q", s))
		}
		out = value.Concat(out, piece)
		list = list[1:]
	}
	return value.Concat(out, value.String(f))
}
