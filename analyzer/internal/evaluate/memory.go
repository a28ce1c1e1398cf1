package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// load reads a cell; the zero value is made on first use.
func (m *Machine) load(c *value.Cell) value.Value {
	if c.Val == nil {
		c.Val = m.zero(c.Type)
	}
	if s, ok := c.Val.(*value.Struct); ok {
		return m.copyStruct(s)
	}
	if a, ok := c.Val.(*value.Array); ok {
		return m.copyArray(a)
	}
	return c.Val
}

// store writes a cell. Structs and arrays are copied into the cells that are
// there, so that addresses of their parts stay good.
func (m *Machine) store(c *value.Cell, v value.Value) {
	switch v := v.(type) {
	case *value.Struct:
		dst, ok := c.Val.(*value.Struct)
		if !ok {
			m.set(c, m.copyStruct(v))
			return
		}
		for i := range max(len(dst.Fields), len(v.Fields)) {
			m.store(m.field(dst, i, ""), m.load(m.field(v, i, "")))
		}
	case *value.Array:
		dst, ok := c.Val.(*value.Array)
		if !ok || len(dst.Elems) != len(v.Elems) {
			m.set(c, m.copyArray(v))
			return
		}
		for i := range v.Elems {
			m.store(dst.Elems[i], m.load(v.Elems[i]))
		}
	default:
		m.set(c, v)
	}
}

// A journal remembers what an arm of an undecided condition overwrote. What was
// made in the arm itself needs no journal: the other arm cannot see it.
type journal struct {
	start int
	old   map[*value.Cell]value.Value
}

// set replaces a cell's value and remembers the old one for an undecided condition.
func (m *Machine) set(c *value.Cell, v value.Value) {
	if n := len(m.journal); n > 0 && c.Born < m.journal[n-1].start {
		if _, ok := m.journal[n-1].old[c]; !ok {
			m.journal[n-1].old[c] = c.Val
		}
	}
	c.Val = v
}

// cell makes a new place.
func (m *Machine) cell(typ string, v value.Value) *value.Cell {
	m.clock++
	return &value.Cell{Type: typ, Val: v, Born: m.clock}
}

// remember begins what rollback ends: what is stored from here on can be taken back.
func (m *Machine) remember() {
	m.clock++
	m.journal = append(m.journal, &journal{start: m.clock, old: map[*value.Cell]value.Value{}})
}

// rollback takes back what was stored since the innermost undecided condition
// and returns what it was.
func (m *Machine) rollback() map[*value.Cell]value.Value {
	n := len(m.journal) - 1
	if n < 0 {
		return nil
	}
	old := m.journal[n].old
	m.journal = m.journal[:n]
	wrote := make(map[*value.Cell]value.Value, len(old))
	for c, v := range old {
		wrote[c] = c.Val
		c.Val = v
	}
	return wrote
}

func (m *Machine) replay(wrote map[*value.Cell]value.Value) {
	for c, v := range wrote {
		m.set(c, v)
	}
}

// merge makes a choice of what the two arms of a condition stored.
func (m *Machine) merge(a, b map[*value.Cell]value.Value, k fork) {
	m.mergeAll([]map[*value.Cell]value.Value{a, b}, []string{All(k.conds[0]), All(k.conds[1])})
}

// mergeAll makes a choice of what several runs have stored, each on its own and under a condition.
func (m *Machine) mergeAll(wrote []map[*value.Cell]value.Value, conds []string) {
	listsLast(wrote, func(c *value.Cell) {
		var all value.Value
		for i := range wrote {
			v, ok := wrote[i][c]
			if !ok {
				v = c.Val
			}
			all = m.join(all, m.orZero(c, v), conds[0], conds[i])
		}
		m.set(c, all)
	})
}

// listsLast goes through the places that several runs have stored something in: those that hold lists come
// last, because what these are hangs on their elements.
func listsLast(wrote []map[*value.Cell]value.Value, do func(*value.Cell)) {
	var lists []*value.Cell
	done := map[*value.Cell]bool{}
	for _, cells := range wrote {
		for c, v := range cells {
			if done[c] {
				continue
			}
			done[c] = true
			if holdsLists(v) {
				lists = append(lists, c)
			} else {
				do(c)
			}
		}
	}
	for _, c := range lists {
		do(c)
	}
}

func holdsLists(v value.Value) bool {
	switch v := v.(type) {
	case *value.Slice:
		return true
	case value.Choice:
		return slices.ContainsFunc(v.Alts, func(alt value.Alt) bool { return holdsLists(alt.Val) })
	}
	return false
}

// orZero is what a place holds in which v was stored: its zero value, if nothing was.
func (m *Machine) orZero(c *value.Cell, v value.Value) value.Value {
	if v == nil {
		return m.zero(c.Type)
	}
	return v
}

func (m *Machine) joinAll(vals []value.Value) value.Value {
	var out value.Value
	for i, v := range vals {
		if i == 0 {
			out = v
			continue
		}
		out = m.join(out, v, "", "")
	}
	return out
}

// join is the value that is one of two.
func (m *Machine) join(a, b value.Value, condA, condB string) value.Value {
	if a == nil || b == nil {
		if a == nil {
			return b
		}
		return a
	}
	if same(a, b) {
		return a
	}
	if ta, ok := a.(value.Tuple); ok {
		if tb, ok := b.(value.Tuple); ok && len(ta) == len(tb) {
			t := make(value.Tuple, len(ta))
			for i := range ta {
				t[i] = m.join(ta[i], tb[i], condA, condB)
			}
			return t
		}
	}
	if list, ok := m.oneList(a, b, condA, condB); ok {
		return list
	}
	alts := alternatives(nil, a, condA)
	for _, alt := range alternatives(nil, b, condB) {
		i := slices.IndexFunc(alts, func(other value.Alt) bool { return same(other.Val, alt.Val) })
		switch {
		case i < 0:
			alts = append(alts, alt)
		case alts[i].Cond != alt.Cond: // it is chosen on several conditions
			alts[i].Cond = ""
		}
	}
	if len(alts) > maxChoices && (len(alts) > maxHandlers || slices.ContainsFunc(alts, notCalled)) {
		return unknown("", "one of many values", program.Pos{})
	}
	return value.Choice{Alts: alts}
}

// notCalled reports whether an alternative is not there to be called: handlers that are wrapped under
// conditions are many, and one step each: see table/wrapped.go.
func notCalled(alt value.Alt) bool {
	switch alt.Val.(type) {
	case *value.Func, value.Iface, value.Native, value.Nil:
		return false
	}
	return true
}

func alternatives(alts []value.Alt, v value.Value, cond string) []value.Alt {
	if c, ok := v.(value.Choice); ok {
		return append(alts, c.Alts...)
	}
	return append(alts, value.Alt{Val: v, Cond: cond})
}

func contains(alts []value.Alt, v value.Value) bool {
	for _, a := range alts {
		if same(a.Val, v) {
			return true
		}
	}
	return false
}

// Same reports whether two values are certainly the same.
func Same(a, b value.Value) bool { return same(a, b) }

// same reports whether two values are certainly the same.
func same(a, b value.Value) bool {
	switch a := a.(type) {
	case value.Text:
		b, ok := b.(value.Text)
		if !ok {
			return false
		}
		s, known := a.Known()
		t, known2 := b.Known()
		return known && known2 && s == t
	case value.Iface:
		b, ok := b.(value.Iface)
		return ok && a.Type == b.Type && same(a.Val, b.Val)
	case value.Nil:
		_, ok := b.(value.Nil)
		return ok
	case value.Tuple, value.Choice:
		return false
	case *value.Func:
		b, ok := b.(*value.Func)
		return ok && (a == b || a.Symbol == b.Symbol && a.Recv == nil && b.Recv == nil && len(a.Free)+len(b.Free) == 0)
	}
	if _, ok := b.(value.Tuple); ok {
		return false
	}
	if _, ok := b.(value.Choice); ok {
		return false
	}
	return a == b
}

// field returns the cell of a struct's field, which is made on first use.
func (m *Machine) field(s *value.Struct, i int, typ string) *value.Cell {
	for len(s.Fields) <= i {
		s.Fields = append(s.Fields, nil)
	}
	if s.Fields[i] == nil {
		if typ == "" {
			if t := m.prog.Type(s.Type); t != nil && i < len(t.Fields) {
				typ = t.Fields[i].Type
			}
		}
		s.Fields[i] = &value.Cell{Type: typ, Born: s.Born}
	}
	if s.Fields[i].Type == "" {
		s.Fields[i].Type = typ
	}
	return s.Fields[i]
}

func (m *Machine) copyStruct(s *value.Struct) *value.Struct {
	m.clock++
	out := &value.Struct{Type: s.Type, Fields: make([]*value.Cell, len(s.Fields)), Born: m.clock}
	for i, c := range s.Fields {
		if c != nil {
			out.Fields[i] = &value.Cell{Type: c.Type, Val: m.loadIfSet(c), Pos: c.Pos, Born: m.clock}
		}
	}
	return out
}

// loadIfSet reads a cell without making its zero value, which may be deep.
func (m *Machine) loadIfSet(c *value.Cell) value.Value {
	if c.Val == nil {
		return nil
	}
	return m.load(c)
}

func (m *Machine) copyArray(a *value.Array) *value.Array {
	if !m.spend(len(a.Elems)*cellSteps, m.at()) {
		return a
	}
	out := &value.Array{Type: a.Type, Elems: make([]*value.Cell, len(a.Elems))}
	for i, c := range a.Elems {
		out.Elems[i] = m.cell(c.Type, m.loadIfSet(c))
	}
	return out
}

// zero makes the zero value of a type.
func (m *Machine) zero(typ string) value.Value {
	if kind, ok := m.tables.Zero(typ); ok {
		return value.Native{Obj: m.newRouter(kind, program.Pos{})}
	}
	if v, ok := zeroBasic(typ); ok {
		return v
	}
	t := m.prog.Type(typ)
	if t == nil {
		t = m.prog.Type(program.Bare(typ))
	}
	if t == nil {
		return unknown(typ, "", program.Pos{})
	}
	switch t.Kind {
	case program.KindBool:
		return value.Bool(false)
	case program.KindInt:
		return value.Int(0)
	case program.KindFloat:
		return value.Float("0")
	case program.KindString:
		return value.Text{}
	case program.KindStruct:
		m.clock++
		return &value.Struct{Type: typ, Born: m.clock}
	case program.KindArray:
		a := &value.Array{Type: typ}
		if !m.spend(int(min(t.Len, maxArray))*cellSteps, m.at()) {
			return a
		}
		for range min(t.Len, maxArray) {
			a.Elems = append(a.Elems, m.cell(t.Elem, nil))
		}
		return a
	case program.KindPointer, program.KindSlice, program.KindMap, program.KindChan, program.KindFunc, program.KindInterface:
		return value.Nil{Type: typ}
	}
	return unknown(typ, "", program.Pos{})
}

// maxArray bounds the elements of an array that are made; larger ones hold data, not routes.
const maxArray = 1 << 14

func zeroBasic(typ string) (value.Value, bool) {
	switch typ {
	case "string":
		return value.Text{}, true
	case "bool":
		return value.Bool(false), true
	case "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr", "byte", "rune", "time.Duration":
		return value.Int(0), true
	case "float32", "float64":
		return value.Float("0"), true
	case "error", "any":
		return value.Nil{Type: typ}, true
	case "":
		return unknown("", "", program.Pos{}), true
	}
	for _, prefix := range []string{"*", "[]", "map[", "func(", "chan ", "<-chan ", "chan<- ", "interface{", "interface {"} {
		if strings.HasPrefix(typ, prefix) {
			return value.Nil{Type: typ}, true
		}
	}
	return nil, false
}
