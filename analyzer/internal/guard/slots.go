package guard

import "github.com/guardvet/guardvet/analyzer/internal/program"

// A function has a register for every value that it computes, and most are read in the
// block that writes them and never again. Paths hold places, which are fewer: what a
// function is given and what one block leaves to another has a place of its own, and the
// rest of a block's registers take turns.

// slots gives each register of a function its place, and says how many there are. lasting
// marks those that keep theirs.
func slots(fn *program.Func, lasting []bool) (slot []int, size int) {
	slot = make([]int, fn.Regs)
	for reg := range slot {
		slot[reg] = -1
		if lasting[reg] {
			slot[reg] = size
			size++
		}
	}
	most, last := size, make([]int, fn.Regs)
	for b := range fn.Blocks {
		s := slotter{slot: slot, last: last, next: size}
		s.block(&fn.Blocks[b])
		most = max(most, s.next)
	}
	return slot, most
}

// lasting marks the registers that more than one block has to do with, and those that hold
// what the function is given. live are the registers that are live at the entry of each block.
func lasting(fn *program.Func, live [][]int) []bool {
	out := make([]bool, fn.Regs)
	for reg := range min(fn.Regs, len(fn.Params)+len(fn.Free)) {
		out[reg] = true
	}
	for _, regs := range live {
		for _, reg := range regs {
			out[reg] = true
		}
	}
	writtenIn := make([]int, fn.Regs) // the block, +1
	for b := range fn.Blocks {
		for i := range fn.Blocks[b].Instrs {
			in := &fn.Blocks[b].Instrs[i]
			if in.Dst >= 0 {
				out[in.Dst] = out[in.Dst] || in.Op == program.Phi || writtenIn[in.Dst] != 0
				writtenIn[in.Dst] = b + 1
			}
			if in.Op != program.Phi {
				continue
			}
			for _, o := range in.Args {
				if o.Kind == program.Register {
					out[o.Reg] = true
				}
			}
		}
	}
	return out
}

// A slotter gives out the places that the registers of one block take turns in.
type slotter struct {
	slot []int
	last []int // of such a register, the instruction that reads it last, counted from one
	next int
	free []int
}

func (s *slotter) block(blk *program.Block) {
	for i := range blk.Instrs {
		for _, o := range blk.Instrs[i].Args {
			if o.Kind == program.Register && s.slot[o.Reg] < 0 {
				s.last[o.Reg] = i + 1
			}
		}
	}
	for i := range blk.Instrs {
		in := &blk.Instrs[i]
		mine := in.Dst >= 0 && s.slot[in.Dst] < 0
		if mine {
			s.slot[in.Dst] = s.take()
		}
		for _, o := range in.Args {
			if o.Kind == program.Register && s.last[o.Reg] == i+1 {
				s.free = append(s.free, s.slot[o.Reg])
				s.last[o.Reg] = 0
			}
		}
		if mine && s.last[in.Dst] == 0 {
			s.free = append(s.free, s.slot[in.Dst])
		}
	}
}

func (s *slotter) take() int {
	if n := len(s.free); n > 0 {
		out := s.free[n-1]
		s.free = s.free[:n-1]
		return out
	}
	s.next++
	return s.next - 1
}
