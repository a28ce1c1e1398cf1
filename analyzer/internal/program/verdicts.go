package program

import "slices"

// A Verdict is a call of a function that returns nothing but a bool or an error, or both: what it
// says is all that it is called for, unless it is called for what it does. Of both, the bool is the
// verdict, and the error says that there is none.
type Verdict struct {
	Caller  string
	Callee  string
	Pos     Pos
	Asked   []Question
	Ignored bool // nothing in the function reads it
	// Ends: nothing is asked after it before the function returns; After is where instructions are until then. Under are the
	// conditions that it is under, the innermost first.
	Ends  bool
	After []Pos
	Under []Side
}

// A Side is one arm of a condition.
type Side struct {
	Pos Pos
	Arm bool
}

// A Question is a condition that a verdict decides, and what is done next on its arms.
type Question struct {
	Pos  Pos
	Then []Pos
}

// Verdicts lists such calls of a function, in the order of its instructions.
func (f *Func) Verdicts() []Verdict {
	var out []Verdict
	var readers [][]*Instr // by register
	for in := range f.All() {
		if (in.Op != Call && in.Op != Invoke) || in.N != ModeCall || in.Sym == "" || !slices.Contains(verdictTypes, in.Type) {
			continue
		}
		if readers == nil {
			readers = f.readers()
		}
		said := verdictIn(in, readers)
		v := Verdict{Caller: f.Name, Callee: in.Sym, Pos: in.Pos, Ignored: said < 0 || len(readers[said]) == 0}
		if said >= 0 {
			for _, q := range conditions(said, readers, 0) {
				v.Asked = append(v.Asked, Question{q.Pos, f.next(q)})
			}
		}
		if v.Ignored {
			b := f.blockOf(in)
			v.After, v.Ends = f.ends(b)
			v.Under = f.under(b)
		}
		out = append(out, v)
	}
	return out
}

func (f *Func) blockOf(in *Instr) int {
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			if &f.Blocks[b].Instrs[i] == in {
				return b
			}
		}
	}
	return -1
}

// ends reports whether a block goes straight to the end of the function, and where the instructions until then are.
func (f *Func) ends(b int) (after []Pos, straight bool) {
	for range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			if at := f.Blocks[b].Instrs[i].Pos; at.Known() {
				after = append(after, at)
			}
		}
		switch next := f.Blocks[b].Succs; len(next) {
		case 0:
			return after, true
		case 1:
			b = next[0]
		default:
			return nil, false
		}
	}
	return nil, false
}

// under lists the conditions without which a block is not come to.
func (f *Func) under(b int) (out []Side) {
	for range f.Blocks {
		if len(f.Blocks[b].Preds) != 1 {
			return out
		}
		before := f.Blocks[b].Preds[0]
		if ins := f.Blocks[before].Instrs; len(ins) > 0 && ins[len(ins)-1].Op == If {
			out = append(out, Side{ins[len(ins)-1].Pos, f.Blocks[before].Succs[0] == b})
		}
		b = before
	}
	return out
}

// verdictTypes are the types of what such functions return.
var verdictTypes = []string{"bool", "error", boolAndError}

const boolAndError = "(bool, error)"

// verdictIn is the register that the verdict of a call is in, or -1.
func verdictIn(call *Instr, readers [][]*Instr) int {
	if call.Dst < 0 || call.Type != boolAndError {
		return call.Dst
	}
	for _, part := range readers[call.Dst] {
		if part.Op != Extract {
			return call.Dst // both go on to somebody
		}
		if part.N == 0 {
			return part.Dst
		}
	}
	return -1
}

// readers lists the instructions that read each register.
func (f *Func) readers() [][]*Instr {
	out := make([][]*Instr, f.Regs)
	for in := range f.All() {
		for _, a := range in.Args {
			if a.Kind == Register {
				out[a.Reg] = append(out[a.Reg], in)
			}
		}
	}
	return out
}

// next lists where the blocks after a condition have instructions.
func (f *Func) next(q *Instr) []Pos {
	var out []Pos
	b := f.blockOf(q)
	if b < 0 {
		return nil
	}
	for _, s := range f.Blocks[b].Succs {
		for i := range f.Blocks[s].Instrs {
			if at := f.Blocks[s].Instrs[i].Pos; at.Known() {
				out = append(out, at)
			}
		}
	}
	return out
}

// conditions lists the conditions that ask for a register, as it is or negated or
// compared with something.
func conditions(reg int, readers [][]*Instr, depth int) []*Instr {
	const deepest = 4
	var out []*Instr
	for _, in := range readers[reg] {
		switch {
		case in.Op == If:
			out = append(out, in)
		case (in.Op == BinOp || in.Op == UnOp || in.Op == Phi) && in.Dst >= 0 && depth < deepest:
			out = append(out, conditions(in.Dst, readers, depth+1)...)
		}
	}
	return out
}
