package evaluate

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// listFunc computes the functions of package slices that make lists of lists. Who
// shares an array with whom is as in the package: it decides what a later append
// overwrites.
func (m *Machine) listFunc(sym string, args []value.Value, in *program.Instr) (value.Value, bool) {
	switch sym {
	case "slices.Concat":
		return m.concatSlices(args[0], in)
	case "slices.Clone":
		if list, ok := m.elements(args[0]); ok {
			return m.appended(value.Nil{}, list, in), true
		}
	case "slices.Collect":
		if list, ok := m.collected(args[0]); ok {
			return m.appended(value.Nil{}, list, in), true
		}
	case "slices.Reverse":
		return m.reverse(args[0])
	case "slices.Clip":
		if s, ok := args[0].(*value.Slice); ok {
			return &value.Slice{Type: in.Type, Array: s.Array, Off: s.Off, Len: s.Len, Cap: s.Len}, true
		}
		return args[0], true
	case "slices.Grow":
		return m.grown(args[0], args[1], in)
	case "slices.Insert":
		return m.inserted(args, in)
	case "slices.Delete":
		return m.deleted(args, in)
	}
	return nil, false
}

// appended is append(base, list...).
func (m *Machine) appended(base value.Value, list []value.Value, in *program.Instr) value.Value {
	return m.appendTo(base, m.listOf(in.Type, list), in)
}

// collected lists the elements of a sequence of single values.
func (m *Machine) collected(v value.Value) ([]value.Value, bool) {
	n, ok := v.(value.Native)
	if !ok {
		return nil, false
	}
	s, ok := n.Obj.(*sequence)
	if !ok {
		return nil, false
	}
	var list []value.Value
	for _, round := range s.rounds {
		if len(round) != 1 {
			return nil, false
		}
		list = append(list, round[0])
	}
	return list, true
}

func (m *Machine) grown(v, more value.Value, in *program.Instr) (value.Value, bool) {
	n, ok := more.(value.Int)
	list, ok2 := m.elements(v)
	if !ok || !ok2 || n < 0 || n > maxArray {
		return nil, false
	}
	if s, ok := v.(*value.Slice); ok && s.Cap-s.Len >= int(n) {
		return s, true
	}
	out, ok := m.appended(v, make([]value.Value, n), in).(*value.Slice)
	if !ok {
		return nil, false
	}
	return &value.Slice{Type: in.Type, Array: out.Array, Off: out.Off, Len: len(list), Cap: out.Cap}, true
}

// inserted is slices.Insert: in place where the capacity allows it.
func (m *Machine) inserted(args []value.Value, in *program.Instr) (value.Value, bool) {
	list, ok := m.elements(args[0])
	at, ok2 := args[1].(value.Int)
	more, ok3 := m.elements(args[2])
	if !ok || !ok2 || !ok3 || at < 0 || int(at) > len(list) {
		return nil, false
	}
	if len(more) == 0 {
		return args[0], true
	}
	return m.rewritten(args[0], slices.Insert(list, int(at), more...), in), true
}

func (m *Machine) deleted(args []value.Value, in *program.Instr) (value.Value, bool) {
	list, ok := m.elements(args[0])
	from, ok2 := args[1].(value.Int)
	to, ok3 := args[2].(value.Int)
	if !ok || !ok2 || !ok3 || from < 0 || to < from || int(to) > len(list) {
		return nil, false
	}
	return m.rewritten(args[0], slices.Delete(list, int(from), int(to)), in), true
}

// rewritten is the slice with other elements, in the same array if there is room.
func (m *Machine) rewritten(v value.Value, list []value.Value, in *program.Instr) value.Value {
	s, ok := v.(*value.Slice)
	if !ok || len(list) > s.Cap {
		return m.appended(value.Nil{}, list, in)
	}
	for i, elem := range list {
		m.store(s.Array.Elems[s.Off+i], elem)
	}
	return &value.Slice{Type: in.Type, Array: s.Array, Off: s.Off, Len: len(list), Cap: s.Cap}
}

func (m *Machine) concatSlices(v value.Value, in *program.Instr) (value.Value, bool) {
	outer, ok := m.elements(v)
	if !ok {
		return nil, false
	}
	var all []value.Value
	for _, inner := range outer {
		list, ok := m.elements(inner)
		if !ok {
			return nil, false
		}
		all = append(all, list...)
	}
	return m.appended(value.Nil{}, all, in), true
}

func (m *Machine) reverse(v value.Value) (value.Value, bool) {
	s, ok := v.(*value.Slice)
	if !ok {
		return nil, false
	}
	list, _ := m.elements(s)
	slices.Reverse(list)
	for i, v := range list {
		m.store(s.Array.Elems[s.Off+i], v)
	}
	return nil, true
}
