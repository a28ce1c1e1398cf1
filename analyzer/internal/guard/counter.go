package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A loop over a list that is known is gone through element by element, and what counts its
// rounds is known in each. Over one of which nobody knows how long it is, a counter only makes
// ways that differ in it, one for each round. There it is known in the first round, where it is
// where it starts, and not in those behind.

// counters lists, for each block that a loop begins with, the registers that count its rounds:
// those that every way round the loop adds the same to.
func counters(fn *program.Func, order []int) [][]int {
	var out [][]int
	for b := range fn.Blocks {
		for i := range fn.Blocks[b].Instrs {
			in := &fn.Blocks[b].Instrs[i]
			if in.Op != program.Phi {
				break
			}
			regs := counts(fn, order, b, in)
			if len(regs) == 0 {
				continue
			}
			if out == nil {
				out = make([][]int, len(fn.Blocks))
			}
			out[b] = append(out[b], regs...)
		}
	}
	return out
}

// counting lists, for each block, the counters that are read in or after it; nil if there are none.
func counting(live, counters [][]int) [][]int {
	all := slices.Concat(counters...)
	if len(all) == 0 {
		return nil
	}
	out := make([][]int, len(live))
	for b, regs := range live {
		for _, reg := range regs {
			if slices.Contains(all, reg) {
				out[b] = append(out[b], reg)
			}
		}
	}
	return out
}

// counts lists the register of a phi and those in which it is counted on; none if it is no counter.
func counts(fn *program.Func, order []int, b int, phi *program.Instr) []int {
	regs := []int{phi.Dst}
	for j, pred := range fn.Blocks[b].Preds {
		if order[pred] < order[b] { // where the loop is entered
			continue
		}
		o := phi.Args[j]
		if o.Kind != program.Register || !addsTo(fn, o.Reg, phi.Dst) {
			return nil
		}
		if !slices.Contains(regs, o.Reg) {
			regs = append(regs, o.Reg)
		}
	}
	if len(regs) == 1 {
		return nil
	}
	return regs
}

// addsTo reports whether a register is another one and a constant.
func addsTo(fn *program.Func, sum, reg int) bool {
	for in := range fn.All() {
		if in.Dst == sum && in.Op == program.BinOp && (in.Sym == "+" || in.Sym == "-") {
			return in.Args[0].Kind == program.Register && in.Args[0].Reg == reg && in.Args[1].Kind == program.Constant
		}
	}
	return false
}

// loseCount marks the counters of a loop of which nobody knows whether it goes round once more.
// What is added to them from here on depends on that.
func (a *activation) loseCount(b int, p *point, rounds Label) {
	if a.info.counters == nil {
		return
	}
	for _, slot := range a.info.counters[b] {
		v := p.get(slot)
		switch value.Deref(v.v).(type) {
		case value.Int, value.Text:
			v.lab |= rounds&^(proof|Found|Zero) | Rounds // who asks is not asked by counting
			p.set(slot, a.hold(v))
		}
	}
}
