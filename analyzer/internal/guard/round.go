package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A variable that is declared in a loop is another one in each round, and function
// literals of different rounds hold different ones: so handlers are wrapped in a loop.
// Storage is one for all rounds, so that loops end. A variable that is written
// only where it is declared is what it holds; a function literal takes, instead
// of the variable, storage for that value. So it is with a variable that holds a function,
// wherever it is declared: who puts middleware around a handler may be called in a loop.

// ofRound is what a function literal holds of a variable.
func (a *activation) ofRound(o program.Operand, v av, p *point) av {
	ptr, ok := v.v.(value.Pointer)
	if !ok || o.Kind != program.Register || !a.info.once[o.Reg] || !a.madeHere(ptr.Cell) {
		return v
	}
	holds, written := a.read(p.st, ptr.Cell)
	if !written || holds.v == nil {
		return v
	}
	c := a.rounds.cell(ptr.Cell, holds.v)
	if c == nil {
		return v
	}
	a.owner[c] = a.owner[ptr.Cell]
	a.write(p.state(), c, holds)
	v.v = value.Pointer{Cell: c}
	return v
}

// rounds are the places that stand for a variable, one for each value that it has had.
type rounds map[*value.Cell][]round

type round struct {
	holds value.Value
	cell  *value.Cell
}

// maxRounds bounds the values of a variable that are kept apart.
const maxRounds = 16

// cell is the place that stands for a variable when it holds a value; nil if it has
// had too many.
func (r rounds) cell(of *value.Cell, holds value.Value) *value.Cell {
	for _, x := range r[of] {
		if sameValue(x.holds, holds) {
			return x.cell
		}
	}
	if len(r[of]) >= maxRounds {
		return nil
	}
	c := &value.Cell{Type: of.Type, Pos: of.Pos}
	r[of] = append(r[of], round{holds, c})
	return c
}

// writtenOnce finds the registers of variables that are declared in a loop or hold
// functions, that are written once, where they are declared, and that only function
// literals hold, which read them.
func (m *Machine) writtenOnce(fn *program.Func) map[int]bool {
	var out map[int]bool
	for b := range fn.Blocks {
		var made map[int]string
		for i := range fn.Blocks[b].Instrs {
			switch in := &fn.Blocks[b].Instrs[i]; {
			case in.Op == program.Alloc && in.N == 1:
				if made == nil {
					made = map[int]string{}
				}
				made[in.Dst] = strings.TrimPrefix(in.Type, "*")
			case in.Op == program.Store && in.Args[0].Kind == program.Register && made[in.Args[0].Reg] != "":
				if reg := in.Args[0].Reg; (m.isFunction(made[reg]) || repeats(fn, b)) && m.writes(fn, reg) == 1 {
					if out == nil {
						out = map[int]bool{}
					}
					out[reg] = true
				}
			}
		}
	}
	return out
}

// isFunction reports whether a type is one of functions.
func (m *Machine) isFunction(typ string) bool {
	t := m.prog.Type(typ)
	return t != nil && t.Kind == program.KindFunc
}

// repeats reports whether a block is part of a loop.
func repeats(fn *program.Func, block int) bool {
	return slices.ContainsFunc(fn.Blocks[block].Succs, func(s int) bool { return leadsTo(fn, s, block) })
}

// leadsTo reports whether control can come from one block to another; every block leads to itself.
func leadsTo(fn *program.Func, from, to int) bool {
	seen := make([]bool, len(fn.Blocks))
	var reaches func(int) bool
	reaches = func(b int) bool {
		if b == to {
			return true
		}
		seen[b] = true
		return slices.ContainsFunc(fn.Blocks[b].Succs, func(s int) bool { return !seen[s] && reaches(s) })
	}
	return reaches(from)
}

// manyWrites stands for what is not followed.
const manyWrites = 1 << 20

// writes counts the instructions that may write to the variable that a register
// points to.
func (m *Machine) writes(fn *program.Func, reg int) (n int) {
	for in := range fn.All() {
		for j, o := range in.Args {
			if o.Kind != program.Register || o.Reg != reg {
				continue
			}
			switch {
			case in.Op == program.Load:
			case in.Op == program.Store && j == 0:
				n++
			case in.Op == program.MakeClosure:
				n += m.writesInside(in.Sym, j)
			default:
				return manyWrites
			}
		}
	}
	return n
}

// writesInside counts those of a function literal.
func (m *Machine) writesInside(symbol string, free int) int {
	fn := m.prog.Func(symbol)
	if fn == nil {
		return manyWrites
	}
	return m.writes(fn, len(fn.Params)+free)
}
