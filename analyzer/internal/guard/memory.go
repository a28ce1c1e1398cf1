package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A memory is the storage written while serving, sorted by id. It is never
// changed in place: states share it.
type memory []slot

type slot struct {
	id   int
	cell *value.Cell
	v    *av
}

func (m memory) find(id int) (int, bool) {
	return slices.BinarySearchFunc(m, id, func(s slot, id int) int { return s.id - id })
}

// read returns what was written to a cell while serving.
func (r *run) read(st *state, c *value.Cell) (av, bool) {
	if v := r.written(st, c); v != nil {
		return *v, true
	}
	return av{}, false
}

// written is what was written to a cell while serving, not to be changed; nil if nothing was.
func (r *run) written(st *state, c *value.Cell) *av {
	if len(st.mem) == 0 {
		return nil
	}
	id, numbered := r.ids[c]
	if !numbered {
		return nil
	}
	if i, ok := st.mem.find(id); ok {
		return st.mem[i].v
	}
	return nil
}

// write stores a value in a state that nobody else holds.
func (r *run) write(st *state, c *value.Cell, v av) {
	st.mem = st.mem.with(slot{id: r.cellID(c), cell: c, v: &v})
}

func (m memory) with(s slot) memory {
	i, ok := m.find(s.id)
	out := make(memory, 0, len(m)+1)
	out = append(append(out, m[:i]...), s)
	if ok {
		i++
	}
	return append(out, m[i:]...)
}

func (m memory) without(id int) memory {
	i, ok := m.find(id)
	if !ok {
		return m
	}
	return append(slices.Clone(m[:i]), m[i+1:]...)
}

// forget drops storage from memory, so that a state does not differ for it.
func (s *state) forget(drop func(*value.Cell) bool) {
	for i, x := range s.mem {
		if !drop(x.cell) {
			continue
		}
		kept := slices.Clone(s.mem[:i])
		for _, y := range s.mem[i+1:] {
			if !drop(y.cell) {
				kept = append(kept, y)
			}
		}
		s.mem = kept
		return
	}
}

// A change is what a call did to one place; a nil value means that it was forgotten.
type change = slot

// changes lists how memory differs from what it was.
func (m memory) changes(was memory) []change {
	var out []change
	i, j := 0, 0
	for i < len(m) || j < len(was) {
		switch {
		case j == len(was) || i < len(m) && m[i].id < was[j].id:
			out = append(out, m[i])
			i++
		case i == len(m) || was[j].id < m[i].id:
			out = append(out, change{id: was[j].id, cell: was[j].cell})
			j++
		default:
			if m[i].v != was[j].v {
				out = append(out, m[i])
			}
			i, j = i+1, j+1
		}
	}
	return out
}

// apply makes the same changes to another memory.
func (m memory) apply(list []change) memory {
	for _, c := range list {
		if c.v == nil {
			m = m.without(c.id)
			continue
		}
		m = m.with(c)
	}
	return m
}
