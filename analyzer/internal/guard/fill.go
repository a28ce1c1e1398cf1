package guard

import (
	"go/token"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// given lists the storage made while serving that an unread function gets the
// address of, directly or in a list.
func (r *run) given(args []av, holds []*value.Cell, st *state) []*value.Cell {
	for _, a := range args {
		ptr, ok := value.Deref(a.v).(value.Pointer)
		if !ok || !r.local(ptr.Cell) {
			continue
		}
		holds = joinCells(holds, []*value.Cell{ptr.Cell})
		if s, ok := ptr.Cell.Val.(*value.Struct); ok && strings.HasPrefix(ptr.Cell.Type, "[") {
			for _, f := range s.Fields { // the arguments of a variadic call
				if f != nil {
					held, _ := r.read(st, f)
					holds = r.given([]av{held}, joinCells(holds, held.holds), st)
				}
			}
		}
	}
	return holds
}

// fill makes storage that a function of a framework was given hold what it derives from its other arguments.
func (r *run) fill(out av, st *state) *state { return r.fillBy("", out, st) }

// fillBy makes storage that an unread function was given hold what it derives
// from its other arguments.
func (r *run) fillBy(sym string, out av, st *state) *state {
	if len(out.holds) == 0 {
		return st
	}
	n := st.clone()
	for _, c := range out.holds {
		c = r.pointee(n, c)
		s, ok := c.Val.(*value.Struct)
		if !ok {
			r.write(n, c, av{lab: out.lab})
			continue
		}
		if strings.HasPrefix(c.Type, "[") {
			continue
		}
		r.filled[s] |= out.lab
		parts := map[*value.Cell]bool{}
		collectParts(c, parts)
		n.forget(func(c *value.Cell) bool { return parts[c] && !r.outOfReach(sym, c, n) })
	}
	return n
}

// outOfReach reports whether a field is one that a function of another package cannot set, not by a method either, and
// refers to something that is there: what stands behind an interface keeps what it was made with.
func (r *run) outOfReach(sym string, c *value.Cell, st *state) bool {
	s := r.parent[c]
	if s == nil || sym != "" && program.PackageOf(sym) == program.PackageOf(s.Type) {
		return false
	}
	t := r.prog.Type(s.Type)
	i := slices.Index(s.Fields, c)
	if t == nil || i < 0 || i >= len(t.Fields) || r.prog.SetByMethod(program.Bare(s.Type), t.Fields[i].Name) {
		return false
	}
	held, ok := r.read(st, c)
	switch {
	case !ok:
		return false
	case held.role == frameworks.RoleWriter: // whoever writes through it leaves it there
		return true
	case token.IsExported(t.Fields[i].Name):
		return false
	}
	switch value.Deref(held.v).(type) {
	case value.Pointer, value.Native, *value.Func:
		return true
	}
	return held.role != 0
}

// pointee is the struct that a variable points to, if it was made while serving: who is given the
// variable's address fills that, or puts one there that is filled alike. Otherwise it is the variable.
func (r *run) pointee(st *state, c *value.Cell) *value.Cell {
	held, ok := r.read(st, c)
	if !ok {
		return c
	}
	if ptr, ok := value.Deref(held.v).(value.Pointer); ok && r.local(ptr.Cell) {
		if _, ok := ptr.Cell.Val.(*value.Struct); ok {
			return ptr.Cell
		}
	}
	return c
}

// filledLabel says what an unread function may have put into a field.
func (r *run) filledLabel(c *value.Cell) (Label, bool) {
	for range 8 {
		s := r.parent[c]
		if s == nil {
			return 0, false
		}
		if lab, ok := r.filled[s]; ok {
			return lab, true
		}
		if c = r.holder[s]; c == nil {
			return 0, false
		}
	}
	return 0, false
}

// filledStruct is the same for a whole struct: itself, or the one that it is a part of.
func (r *run) filledStruct(s *value.Struct) (Label, bool) {
	if lab, ok := r.filled[s]; ok {
		return lab, true
	}
	if c := r.holder[s]; c != nil {
		return r.filledLabel(c)
	}
	return 0, false
}
