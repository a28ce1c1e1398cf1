package program

import "fmt"

// check reports what is wrong with a unit that the machines, which trust it,
// would run into: a register or block that does not exist, a block without an
// end, an instruction without its operands, names out of order.
func (u *Unit) check() error {
	for i, f := range u.Funcs {
		if i > 0 && u.Funcs[i-1].Name >= f.Name {
			return fmt.Errorf("functions out of order at %s", f.Name)
		}
		if err := f.check(); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	for i, c := range u.Callers {
		if i > 0 && compareCallers(u.Callers[i-1], c) >= 0 || c.Param < 0 {
			return fmt.Errorf("callers out of order at %s", c.Func)
		}
	}
	for i, t := range u.Types {
		if i > 0 && u.Types[i-1].Name >= t.Name {
			return fmt.Errorf("types out of order at %s", t.Name)
		}
		if t.Kind > KindTuple {
			return fmt.Errorf("%s: no type has kind %d", t.Name, t.Kind)
		}
	}
	return nil
}

func (f *Func) check() error {
	if len(f.Blocks) == 0 || f.Regs < len(f.Params)+len(f.Free) {
		return fmt.Errorf("no body")
	}
	for i := range f.Blocks {
		b := &f.Blocks[i]
		for _, list := range [][]int{b.Preds, b.Succs} {
			for _, other := range list {
				if other < 0 || other >= len(f.Blocks) {
					return fmt.Errorf("block %d refers to block %d", i, other)
				}
			}
		}
		if len(b.Instrs) == 0 {
			return fmt.Errorf("block %d is empty", i)
		}
		for j := range b.Instrs {
			in := &b.Instrs[j]
			if in.Op.ends() != (j == len(b.Instrs)-1) {
				return fmt.Errorf("block %d ends in the wrong place", i)
			}
			if err := f.checkInstr(in, b); err != nil {
				return fmt.Errorf("block %d: %s: %w", i, in, err)
			}
		}
	}
	return nil
}

// operands says how many an operation reads at least.
var operands = map[Op]int{
	Load: 1, Store: 2, FieldAddr: 1, Field: 1, IndexAddr: 2, Index: 2, Lookup: 2, MapUpdate: 3, Slice: 4,
	MakeSlice: 2, MakeIface: 1, ChangeType: 1, Convert: 1, TypeAssert: 1, Extract: 1, Range: 1, Next: 1,
	MakeBound: 1, BinOp: 2, UnOp: 1, Invoke: 1, Send: 2, If: 1,
}

func (f *Func) checkInstr(in *Instr, b *Block) error {
	if in.Op == Bad || in.Op > Panic {
		return fmt.Errorf("not an operation")
	}
	if in.Dst < -1 || in.Dst >= f.Regs {
		return fmt.Errorf("there are %d registers", f.Regs)
	}
	if len(in.Args) < operands[in.Op] || in.Op == Call && in.Sym == "" && len(in.Args) == 0 {
		return fmt.Errorf("operands are missing")
	}
	if in.Op == Phi && len(in.Args) != len(b.Preds) {
		return fmt.Errorf("%d values from %d blocks", len(in.Args), len(b.Preds))
	}
	if in.Op == If && len(b.Succs) != 2 || in.Op == Jump && len(b.Succs) != 1 {
		return fmt.Errorf("goes on to %d blocks", len(b.Succs))
	}
	for _, a := range in.Args {
		switch a.Kind {
		case Register:
			if a.Reg < 0 || a.Reg >= f.Regs {
				return fmt.Errorf("there are %d registers", f.Regs)
			}
		case Constant:
			if a.Const == nil {
				return fmt.Errorf("no constant")
			}
		case None, Function, Global:
		default:
			return fmt.Errorf("not an operand")
		}
	}
	return nil
}
