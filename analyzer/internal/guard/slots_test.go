package guard

import (
	"slices"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// TestSlots: registers of one block take turns, and none has the place of one that is still
// to be read.
func TestSlots(t *testing.T) {
	reg := func(n int) program.Operand { return program.Operand{Kind: program.Register, Reg: n} }
	in := func(dst int, args ...program.Operand) program.Instr {
		return program.Instr{Op: program.BinOp, Dst: dst, Args: args}
	}
	fn := &program.Func{
		Params: []program.Var{{}},
		Regs:   7,
		Blocks: []program.Block{
			{Instrs: []program.Instr{in(1, reg(0)), in(2, reg(1)), in(3, reg(2)), in(4, reg(3)), {Op: program.Jump, Dst: -1}}, Succs: []int{1}},
			{Instrs: []program.Instr{in(5, reg(3)), in(6, reg(5)), {Op: program.Return, Dst: -1, Args: []program.Operand{reg(6)}}}, Preds: []int{0}},
		},
	}
	slot, size := slots(fn, lasting(fn, liveness(fn)))
	if want := []int{0, 2, 3, 1, 3, 2, 3}; !slices.Equal(slot, want) || size != 4 {
		t.Errorf("slots %v of %d; want %v of 4", slot, size, want)
	}
}
