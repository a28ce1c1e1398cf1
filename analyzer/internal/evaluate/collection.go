package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// indexAddr is the address of an element; nil if there is none, which would have panicked.
func (m *Machine) indexAddr(v, idx value.Value, in *program.Instr) value.Value {
	i, known := idx.(value.Int)
	switch v := v.(type) {
	case *value.Slice:
		if known && int(i) >= 0 && int(i) < v.Len {
			return value.Pointer{Cell: v.Array.Elems[v.Off+int(i)]}
		}
		if known {
			return nil
		}
	case value.Pointer:
		if v.Cell.Val == nil {
			v.Cell.Val = m.zero(v.Cell.Type)
		}
		if a, ok := v.Cell.Val.(*value.Array); ok && known && int(i) >= 0 && int(i) < len(a.Elems) {
			return value.Pointer{Cell: a.Elems[i]}
		}
	}
	return unknown(in.Type, reasonOf(v), in.Pos)
}

func (m *Machine) index(v, idx value.Value, in *program.Instr) value.Value {
	if a, ok := v.(*value.Array); ok {
		if i, known := idx.(value.Int); known && int(i) >= 0 && int(i) < len(a.Elems) {
			return m.load(a.Elems[i])
		}
	}
	return unknown(in.Type, reasonOf(v), in.Pos)
}

func (m *Machine) lookup(v, key value.Value, in *program.Instr) value.Value {
	result := func(val value.Value, ok value.Value) value.Value {
		if in.N == 1 {
			return value.Tuple{val, ok}
		}
		return val
	}
	typ := in.Type
	switch mp := v.(type) {
	case *value.Map:
		k, known := value.Key(key)
		if !known {
			break
		}
		if i := mp.Data.Find(k); i >= 0 {
			return result(m.load(mp.Data.Vals[i]), value.Bool(true))
		}
		if !mp.Data.Holes {
			elem := typ
			if t := m.prog.Type(mp.Type); t != nil {
				elem = t.Elem
			}
			return result(m.zero(elem), value.Bool(false))
		}
	case value.Nil:
		return result(m.zero(typ), value.Bool(false))
	}
	return result(unknown(typ, reasonOf(v), in.Pos), unknown("bool", "", in.Pos))
}

func (m *Machine) mapUpdate(v, key, val value.Value) {
	mp, ok := v.(*value.Map)
	if !ok {
		return
	}
	k, known := value.Key(key)
	if known {
		if i := mp.Data.Find(k); i >= 0 {
			m.store(mp.Data.Vals[i], val)
			return
		}
	} else {
		mp.Data.Holes = true
	}
	c := m.cell("", nil)
	m.store(c, val)
	mp.Data.Keys = append(mp.Data.Keys, key)
	mp.Data.Vals = append(mp.Data.Vals, c)
}

// An iterator walks a map, or a collection that is not known.
type iterator struct {
	data *value.MapData
	pos  int
}

func (iterator) NativeType() string { return "iterator" }

// FieldCell implements value.NativeObject; iterators have no fields.
func (iterator) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

func (m *Machine) rangeOver(v value.Value, in *program.Instr) value.Value {
	switch v := v.(type) {
	case *value.Map:
		return value.Native{Obj: &iterator{data: v.Data}}
	case value.Nil:
		return value.Native{Obj: &iterator{data: &value.MapData{}}}
	}
	return unknown("", reasonOf(v), in.Pos)
}

func (m *Machine) next(v value.Value, in *program.Instr) value.Value {
	n, _ := v.(value.Native)
	it, ok := n.Obj.(*iterator)
	if !ok {
		u := func() value.Value { return unknown("", reasonOf(v), in.Pos) }
		return value.Tuple{u(), u(), u()}
	}
	if it.pos >= len(it.data.Keys) {
		return value.Tuple{value.Bool(false), unknown("", "", in.Pos), unknown("", "", in.Pos)}
	}
	i := it.pos
	it.pos++
	return value.Tuple{value.Bool(true), it.data.Keys[i], m.load(it.data.Vals[i])}
}

func (m *Machine) slice(f *frame, in *program.Instr) value.Value {
	bound := func(i, otherwise int) (int, bool) {
		if i >= len(in.Args) || in.Args[i].Kind == program.None {
			return otherwise, true
		}
		n, ok := m.operand(f, in.Args[i]).(value.Int)
		return int(n), ok
	}
	return m.each(m.operand(f, in.Args[0]), func(v value.Value) value.Value {
		if text, ok := v.(value.Text); ok {
			return sliceText(text, bound, in)
		}
		s := m.asSlice(v, in.Type)
		if s == nil {
			if n, ok := v.(value.Nil); ok {
				return n
			}
			return unknown(in.Type, reasonOf(v), in.Pos)
		}
		lo, ok1 := bound(1, 0)
		hi, ok2 := bound(2, s.Len)
		limit, ok3 := bound(3, s.Cap)
		if !ok1 || !ok2 || !ok3 || lo < 0 || hi < lo || limit < hi || limit > s.Cap {
			return unknown(in.Type, "", in.Pos)
		}
		return &value.Slice{Type: in.Type, Array: s.Array, Off: s.Off + lo, Len: hi - lo, Cap: limit - lo}
	})
}

func sliceText(t value.Text, bound func(i, otherwise int) (int, bool), in *program.Instr) value.Value {
	s, known := t.Known()
	lo, ok1 := bound(1, 0)
	hi, ok2 := bound(2, len(s))
	if !known || !ok1 || !ok2 || lo < 0 || hi < lo || hi > len(s) {
		return unknown("string", "", in.Pos)
	}
	return value.String(s[lo:hi])
}

// asSlice views a slice, or the array a pointer refers to, as a slice.
func (m *Machine) asSlice(v value.Value, typ string) *value.Slice {
	switch v := v.(type) {
	case *value.Slice:
		return v
	case value.Pointer:
		if v.Cell.Val == nil {
			v.Cell.Val = m.zero(v.Cell.Type)
		}
		if a, ok := v.Cell.Val.(*value.Array); ok {
			return &value.Slice{Type: typ, Array: a, Len: len(a.Elems), Cap: len(a.Elems)}
		}
	}
	return nil
}

func (m *Machine) makeSlice(f *frame, in *program.Instr) value.Value {
	n, ok1 := m.operand(f, in.Args[0]).(value.Int)
	c, ok2 := m.operand(f, in.Args[1]).(value.Int)
	if !ok1 || n < 0 || n > maxArray {
		return unknown(in.Type, "", in.Pos)
	}
	if !ok2 || c < n || c > maxArray {
		c = n
	}
	return &value.Slice{Type: in.Type, Array: m.newArray(m.elem(in.Type), int(c)), Len: int(n), Cap: int(c)}
}

func (m *Machine) elem(typ string) string {
	if t := m.prog.Type(typ); t != nil {
		return t.Elem
	}
	if len(typ) > 2 && typ[:2] == "[]" {
		return typ[2:]
	}
	return ""
}

func (m *Machine) newArray(elem string, n int) *value.Array {
	m.spend(n*cellSteps, m.at())
	a := &value.Array{Elems: make([]*value.Cell, n)}
	for i := range a.Elems {
		a.Elems[i] = m.cell(elem, nil)
	}
	return a
}

// appendTo is the builtin append: it writes into spare capacity, which other
// slices may see, and otherwise grows exactly as the runtime does, because
// whether two chains share an array decides which guard a route has.
func (m *Machine) appendTo(base, more value.Value, in *program.Instr) value.Value {
	add, ok := m.elements(more)
	if !ok {
		return unknown(in.Type, "a list that is not known was appended", in.Pos)
	}
	s, _ := base.(*value.Slice)
	switch b := base.(type) {
	case value.Nil:
		s = &value.Slice{Type: in.Type, Array: &value.Array{}}
	case *value.Slice:
	default:
		return unknown(in.Type, reasonOf(b), in.Pos)
	}
	need := s.Len + len(add)
	if need > maxArray {
		return unknown(in.Type, "a list longer than is followed", in.Pos)
	}
	out := &value.Slice{Type: in.Type, Array: s.Array, Off: s.Off, Len: need, Cap: s.Cap}
	if need > s.Cap {
		out.Cap = grow(s.Cap, need, m.elemSize(in.Type))
		out.Off = 0
		out.Array = m.newArray(m.elem(in.Type), out.Cap)
		for i := range s.Len {
			out.Array.Elems[i].Val = m.loadIfSet(s.Array.Elems[s.Off+i])
		}
	}
	for i, v := range add {
		m.store(out.Array.Elems[out.Off+s.Len+i], v)
	}
	return out
}

func (m *Machine) elemSize(typ string) int {
	if t := m.prog.Type(typ); t != nil && t.ElemSize > 0 {
		return t.ElemSize
	}
	return 8
}

// elements lists the elements of a known slice.
func (m *Machine) elements(v value.Value) ([]value.Value, bool) {
	switch v := value.Deref(v).(type) {
	case *value.Slice:
		out := make([]value.Value, v.Len)
		for i := range out {
			out[i] = m.load(v.Array.Elems[v.Off+i])
		}
		return out, true
	case value.Nil:
		return nil, true
	case value.Choice:
		return m.choiceElements(v)
	}
	return nil, false
}

// choiceElements lists the elements of alternative lists when one is a
// beginning of the other: what is common is certain, the rest a choice with nil.
func (m *Machine) choiceElements(c value.Choice) ([]value.Value, bool) {
	var longest []value.Value
	lists := make([][]value.Value, 0, len(c.Alts))
	for _, alt := range c.Alts {
		list, ok := m.elements(alt.Val)
		if !ok {
			return nil, false
		}
		lists = append(lists, list)
		if len(list) > len(longest) {
			longest = list
		}
	}
	out := make([]value.Value, len(longest))
	for i := range out {
		var alts []value.Alt
		for j, list := range lists {
			v := value.Value(value.Nil{Type: value.NotThere})
			if i < len(list) {
				v = list[i]
			}
			if !contains(alts, v) {
				alts = append(alts, value.Alt{Val: v, Cond: c.Alts[j].Cond})
			}
		}
		out[i] = value.Choice{Alts: alts}
		if len(alts) == 1 {
			out[i] = alts[0].Val
		}
	}
	return out, true
}

func reasonOf(v value.Value) string {
	if u, ok := v.(*value.Unknown); ok {
		return u.Reason
	}
	return ""
}

// sizeClasses are the runtime's small allocation sizes (runtime/sizeclasses.go, go1.26).
var sizeClasses = [...]int{
	8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480,
	512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864,
	5120, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480,
	21760, 24576, 27264, 28672, 32768,
}

// grow is the capacity append gives a slice of old capacity that must hold need
// elements (runtime.growslice and nextslicecap, go1.26).
func grow(old, need, size int) int {
	const threshold = 256
	c := old
	switch {
	case need > 2*old:
		c = need
	case old < threshold:
		c = 2 * old
	default:
		for c < need {
			c += (c + 3*threshold) >> 2
		}
	}
	bytes := c * size
	for _, class := range sizeClasses {
		if bytes <= class {
			return class / size
		}
	}
	const page = 8192
	return (bytes + page - 1) / page * page / size
}
