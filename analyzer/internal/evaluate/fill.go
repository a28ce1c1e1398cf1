package evaluate

import (
	"go/token"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// fill makes unknown what a function whose body was not read may have stored
// behind a pointer it was given. A decoder takes an "any" and may replace all
// plain data in it (encoding/json.Unmarshal, a configuration library); a function
// that takes a typed pointer is taken to set what has no value yet, and one that takes a map or a list, what is empty in that. Functions,
// interfaces and routers keep their values: code that touches those is read.
func (m *Machine) fill(v value.Value, decoder bool, seen map[*value.Cell]bool, depth int) {
	if depth > maxEscape {
		return
	}
	switch v := v.(type) {
	case value.Iface:
		if _, ok := v.Val.(value.Pointer); ok {
			m.fill(v.Val, true, seen, depth)
		}
	case value.Pointer:
		m.fillCell(v.Cell, decoder, seen, depth)
	case *value.Map:
		m.fillMap(v)
	case *value.Slice:
		for _, c := range v.Array.Elems[v.Off : v.Off+v.Len] {
			if c.Val == nil || isZero(c.Val) {
				m.fillCell(c, false, seen, depth+1)
			}
		}
	case value.Choice:
		for _, alt := range v.Alts {
			m.fill(alt.Val, decoder, seen, depth+1)
		}
	}
}

func (m *Machine) fillCell(c *value.Cell, decoder bool, seen map[*value.Cell]bool, depth int) {
	if seen[c] {
		return
	}
	seen[c] = true
	if c.Val == nil {
		if _, native := m.tables.Zero(c.Type); native {
			return
		}
		c.Val = m.zero(c.Type)
	}
	switch v := c.Val.(type) {
	case *value.Struct:
		t := m.prog.Type(v.Type)
		if t == nil {
			t = m.prog.Type(program.Bare(v.Type))
		}
		if t == nil || t.Opaque {
			return
		}
		for i, f := range t.Fields {
			field := m.field(v, i, f.Type)
			if _, to := field.Val.(value.Pointer); to && decoder && !f.Embedded && !token.IsExported(f.Name) {
				continue // reflection goes no further
			}
			m.fillCell(field, decoder, seen, depth+1)
		}
	case value.Pointer:
		m.fill(v, decoder, seen, depth+1)
	default:
		if mp, ok := v.(*value.Map); ok && !decoder {
			m.fillMap(mp)
		}
		if plain(v) && (decoder || isZero(v)) && !m.holdsRouter(c.Type) {
			m.set(c, unknown(c.Type, "", c.Pos))
		}
	}
}

// fillMap leaves open what a map of plain data has that was empty so far.
func (m *Machine) fillMap(mp *value.Map) {
	if t := m.prog.Type(mp.Type); t != nil && len(mp.Data.Keys) == 0 && plain(m.zero(t.Elem)) {
		mp.Data.Holes = true
	}
}

// plain reports whether a value is data that a decoder fills in.
func plain(v value.Value) bool {
	switch v := v.(type) {
	case value.Text, value.Bool, value.Int, value.Float, *value.Slice, *value.Map:
		return true
	case value.Nil:
		return strings.HasPrefix(v.Type, "*") || strings.HasPrefix(v.Type, "[]") || strings.HasPrefix(v.Type, "map[")
	}
	return false
}

func isZero(v value.Value) bool {
	switch v := v.(type) {
	case value.Text:
		return len(v.Parts) == 0
	case value.Bool:
		return !bool(v)
	case value.Int:
		return v == 0
	case value.Float:
		return v == "0"
	case value.Nil:
		return true
	}
	return false
}

// holdsRouter reports whether a type is a pointer to a router.
func (m *Machine) holdsRouter(typ string) bool {
	_, ok := m.tables.Zero(strings.TrimPrefix(typ, "*"))
	return ok
}
