package guard

import "github.com/guardvet/guardvet/analyzer/internal/value"

// A call sees of what was stored only what it can get at: what its arguments refer
// to, what outlives the request, and what it has itself left behind in an earlier
// round of a loop. The rest makes no difference to how it ends, so calls that
// differ in nothing else are one call.

// near is the memory that a call in a frame can see.
func (r *run) near(m memory, frame int, args, free []av) memory {
	if len(m) == 0 {
		return nil
	}
	s := &sight{run: r}
	for i := range args {
		s.value(&args[i])
	}
	for i := range free {
		s.value(&free[i])
	}
	var few [64]bool
	kept, scanned := few[:min(len(m), len(few))], 0
	if len(m) > len(few) {
		kept = make([]bool, len(m))
	}
	for changed := true; changed && scanned < len(m); {
		changed = false
		for i := range m {
			if !kept[i] && (s.seen[m[i].cell] || !r.local(m[i].cell) || r.within(r.owner[m[i].cell], frame)) {
				s.cell(m[i].cell)
				s.value(m[i].v)
				kept[i], changed = true, true
				scanned++
			}
		}
	}
	if scanned == len(m) {
		return m
	}
	out := make(memory, 0, scanned)
	for i := range m {
		if kept[i] {
			out = append(out, m[i])
		}
	}
	return out
}

// within reports whether a frame is another one, or was entered from it.
func (r *run) within(frame, outer int) bool {
	for frame > outer { // a frame is numbered after the one it is entered from
		frame = r.callers[frame-1]
	}
	return frame == outer
}

// A sight is the storage that can be seen from some values.
type sight struct {
	*run
	seen map[*value.Cell]bool
}

func (s *sight) value(a *av) {
	s.known(a.v)
	for i := range a.tuple {
		s.value(&a.tuple[i])
	}
	for _, c := range a.holds {
		s.cell(c)
	}
}

func (s *sight) known(v value.Value) {
	switch v := v.(type) {
	case value.Pointer:
		s.cell(v.Cell)
	case value.Iface:
		s.known(v.Val)
	case *value.Struct:
		s.fields(v)
		if c := s.holder[v]; c != nil {
			s.cell(c)
		}
	case *value.Func:
		for _, f := range v.Free {
			s.known(f)
		}
		s.known(v.Recv)
		for i := range s.captured[v] {
			s.value(&s.captured[v][i])
		}
	case *value.Slice:
		for _, c := range v.Array.Elems {
			s.cell(c)
		}
	case value.Choice:
		for _, alt := range v.Alts {
			s.known(alt.Val)
		}
	case value.Native:
		if ad, ok := v.Obj.(*value.Adapter); ok {
			s.known(ad.Inner)
		}
	}
}

// cell notes a place, the places in it, and those that it is a part of.
func (s *sight) cell(c *value.Cell) {
	if c == nil || s.seen[c] || !s.local(c) {
		return
	}
	if s.seen == nil {
		s.seen = map[*value.Cell]bool{}
	}
	s.seen[c] = true
	s.known(c.Val)
	for parent := s.parent[c]; parent != nil; {
		whole := s.holder[parent]
		if whole == nil {
			return
		}
		s.seen[whole] = true
		parent = s.parent[whole]
	}
}

func (s *sight) fields(v *value.Struct) {
	for _, f := range v.Fields {
		s.cell(f)
	}
}
