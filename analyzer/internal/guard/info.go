package guard

import (
	"slices"
	"sync"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// An info is what the machine needs to know of a function's control flow.
type info struct {
	order []int        // reverse postorder index of each block
	slots []int        // the place of each register: see slots
	size  int          // how many places there are
	live  [][]int      // places that are read in or after a block
	tests []nilTest    // by the block that they end
	once  map[int]bool // registers of variables of loops: see writtenOnce

	findings func() bool // it stores only what it has looked for: see keepsFindings

	counters [][]int  // by the block that a loop begins with; nil if no loop counts: see counter.go
	counting [][]int  // those that are read in or after a block; nil if there are none
	asked    []asking // by the block that they end; nil if none does: see asked.go
}

// A nilTest is a condition that compares a register with nil: it is true when the
// register is nil, if equal is set. The place of the register is -1 if there is no such
// condition, or nobody reads it any more.
type nilTest struct {
	slot  int
	equal bool
}

func (m *Machine) info(fn *program.Func) *info {
	m.mu.Lock()
	known := m.infos[fn]
	m.mu.Unlock()
	if known != nil {
		return known
	}
	i := &info{order: reversePostorder(fn), live: liveness(fn), once: m.writtenOnce(fn), findings: sync.OnceValue(func() bool { return keepsFindings(fn) })}
	lasting := lasting(fn, i.live)
	i.slots, i.size = slots(fn, lasting)
	i.counters = counters(fn, i.order)
	i.asked = m.asksOf(fn)
	i.tests = nilTests(fn, i.slots, lasting)
	i.counting = counting(i.live, i.counters)
	i.toSlots(i.live)
	i.toSlots(i.counters)
	i.toSlots(i.counting)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.infos[fn] = i // another step may have done the same meanwhile
	return i
}

// toSlots puts places where registers are.
func (i *info) toSlots(lists [][]int) {
	for _, regs := range lists {
		for j, reg := range regs {
			regs[j] = i.slots[reg]
		}
	}
}

func reversePostorder(fn *program.Func) []int {
	n := len(fn.Blocks)
	index := make([]int, n)
	seen := make([]bool, n)
	next := n
	var visit func(int)
	visit = func(b int) {
		seen[b] = true
		for _, s := range fn.Blocks[b].Succs {
			if !seen[s] {
				visit(s)
			}
		}
		next--
		index[b] = next
	}
	if n > 0 {
		visit(0)
	}
	return index
}

// liveness computes the registers live at the entry of each block; a phi's
// operands are read at the end of its predecessors, its own register at entry
// is not live before.
func liveness(fn *program.Func) [][]int {
	n, words := len(fn.Blocks), (fn.Regs+63)/64
	all := make(bitset, (n+1)*words)
	in := func(b int) bitset { return all[b*words : (b+1)*words] }
	set := in(n) // of the block that is looked at
	for changed := true; changed; {
		changed = false
		for b := n - 1; b >= 0; b-- {
			clear(set)
			for _, s := range fn.Blocks[b].Succs {
				set.join(in(s))
				addPhiUses(fn, b, s, set)
			}
			liveBefore(&fn.Blocks[b], set)
			if !slices.Equal(set, in(b)) {
				copy(in(b), set)
				changed = true
			}
		}
	}
	out := make([][]int, n)
	for b := range out {
		for r := range fn.Regs {
			if in(b).has(r) {
				out[b] = append(out[b], r)
			}
		}
	}
	return out
}

// liveBefore turns what is live behind a block into what is live at its entry.
func liveBefore(blk *program.Block, set bitset) {
	for i := len(blk.Instrs) - 1; i >= 0; i-- {
		instr := &blk.Instrs[i]
		if instr.Op == program.Phi {
			continue // assigned on the way in: see exec
		}
		if instr.Dst >= 0 {
			set.drop(instr.Dst)
		}
		for _, a := range instr.Args {
			if a.Kind == program.Register {
				set.add(a.Reg)
			}
		}
	}
}

// addPhiUses adds what the phis of s read when control comes from b, and takes
// the phis' own registers out.
func addPhiUses(fn *program.Func, b, s int, set bitset) {
	blk := &fn.Blocks[s]
	for i := range blk.Instrs {
		if blk.Instrs[i].Op != program.Phi {
			break
		}
		set.drop(blk.Instrs[i].Dst)
	}
	for i := range blk.Instrs {
		instr := &blk.Instrs[i]
		if instr.Op != program.Phi {
			break
		}
		for j, p := range blk.Preds {
			if p == b && j < len(instr.Args) && instr.Args[j].Kind == program.Register {
				set.add(instr.Args[j].Reg)
			}
		}
	}
}

func nilTests(fn *program.Func, slots []int, lasting []bool) []nilTest {
	out := make([]nilTest, len(fn.Blocks))
	for b := range out {
		out[b] = nilTest{slot: -1}
		if reg, equal := nilTestOf(&fn.Blocks[b]); reg >= 0 && lasting[reg] {
			out[b] = nilTest{slots[reg], equal}
		}
	}
	return out
}

// nilTestOf is the register that the condition at the end of a block compares with nil, -1
// for none, and whether it asks for equality.
func nilTestOf(blk *program.Block) (reg int, equal bool) {
	op := comparedIn(blk)
	if op == nil || op.Sym != "==" && op.Sym != "!=" {
		return -1, false
	}
	for i, o := range op.Args {
		if other := op.Args[1-i]; o.IsNil() && other.Kind == program.Register {
			return other.Reg, op.Sym == "=="
		}
	}
	return -1, false
}

// comparedIn is the operation on two values by which the condition at the end of a block is decided; nil if it is
// none of that block.
func comparedIn(blk *program.Block) *program.Instr {
	last := len(blk.Instrs) - 1
	if last < 0 || blk.Instrs[last].Op != program.If || blk.Instrs[last].Args[0].Kind != program.Register {
		return nil
	}
	for i := range blk.Instrs {
		if op := &blk.Instrs[i]; op.Op == program.BinOp && op.Dst == blk.Instrs[last].Args[0].Reg {
			return op
		}
	}
	return nil
}
