package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// equalValues compares two values in interfaces as == does; known is false if that cannot be
// decided. Variables that have no size are all at one place once they are handed to a function
// that keeps them, as errors.Is may; of those of a package the linker decides.
func (r *run) equalValues(a, b value.Value, st *state) (eq, known bool) {
	switch x := a.(type) {
	case value.Iface:
		y, ok := b.(value.Iface)
		switch {
		case !ok:
			return false, false
		case x.Type != y.Type:
			return false, true
		}
		return r.equalValues(x.Val, y.Val, st)
	case value.Pointer:
		y, ok := b.(value.Pointer)
		if !ok {
			return false, false
		}
		if x != y && x.Cell.Type == y.Cell.Type && r.hasNoSize(x.Cell.Type, 0) {
			made := r.local(x.Cell) && r.local(y.Cell)
			return made, made
		}
		return x == y, true
	case *value.Struct:
		y, ok := b.(*value.Struct)
		if !ok {
			return false, false
		}
		return r.equalStructs(x, y, st)
	case value.Text, value.Int, value.Bool, value.Float:
		return equalConstants(a, b)
	}
	return sameValue(a, b), sameValue(a, b)
}

func equalConstants(a, b value.Value) (eq, known bool) {
	for _, v := range []value.Value{a, b} {
		switch v := v.(type) {
		case value.Text:
			if _, whole := v.Known(); !whole {
				return false, false
			}
		case value.Int, value.Bool, value.Float:
		default:
			return false, false
		}
	}
	return sameValue(a, b), true
}

// equalStructs compares field by field; of a field that nobody wrote to, the zero value is meant.
func (r *run) equalStructs(a, b *value.Struct, st *state) (eq, known bool) {
	t := r.prog.Type(a.Type)
	if a == b || t == nil || t.Opaque || a.Type != b.Type {
		return a == b, a == b
	}
	known = true
	for n, f := range t.Fields {
		x, y := r.heldIn(a, n, f.Type, st), r.heldIn(b, n, f.Type, st)
		same, decided := false, false
		if x.v != nil && y.v != nil && x.lab|y.lab == 0 {
			same, decided = r.equalValues(x.v, y.v, st)
		}
		if decided && !same {
			return false, true
		}
		known = known && decided
	}
	return known, known
}

// heldIn is what a field of a struct holds.
func (r *run) heldIn(s *value.Struct, n int, typ string, st *state) av {
	if n >= len(s.Fields) || s.Fields[n] == nil {
		return zeroAV(r.prog, typ)
	}
	if a, written := r.read(st, s.Fields[n]); written {
		return a
	}
	if v := s.Fields[n].Val; v != nil {
		return av{v: v}
	}
	return zeroAV(r.prog, typ)
}

// mayBeOne reports whether pointers to two variables may be equal all the same.
func (r *run) mayBeOne(a, b value.Value) bool {
	x, ok1 := value.Deref(a).(value.Pointer)
	y, ok2 := value.Deref(b).(value.Pointer)
	return ok1 && ok2 && x != y && x.Cell.Type == y.Cell.Type && r.hasNoSize(x.Cell.Type, 0)
}

// hasNoSize reports whether variables of the type take no room.
func (r *run) hasNoSize(typ string, depth int) bool {
	t := r.prog.Type(typ)
	if t == nil || t.Opaque || depth > maxWrapped {
		return false
	}
	switch t.Kind {
	case program.KindStruct:
		for _, f := range t.Fields {
			if !r.hasNoSize(f.Type, depth+1) {
				return false
			}
		}
		return true
	case program.KindArray:
		return t.Len == 0 || r.hasNoSize(t.Elem, depth+1)
	}
	return false
}
