package program

// A Verdict is a call of a function that returns nothing but a bool or an error: what it
// says is all that it is called for, unless it is called for what it does.
type Verdict struct {
	Caller  string
	Callee  string
	Pos     Pos
	Asked   []Question
	Ignored bool // nothing in the function reads it
}

// A Question is a condition that a verdict decides, and what is done next on its arms.
type Question struct {
	Pos  Pos
	Then []Pos
}

// Verdicts lists such calls of a function, in the order of its instructions.
func (f *Func) Verdicts() []Verdict {
	readers := map[int][]*Instr{}
	blockOf := map[*Instr]*Block{}
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			in := &f.Blocks[b].Instrs[i]
			blockOf[in] = &f.Blocks[b]
			for _, a := range in.Args {
				if a.Kind == Register {
					readers[a.Reg] = append(readers[a.Reg], in)
				}
			}
		}
	}
	var out []Verdict
	for in := range f.All() {
		if (in.Op != Call && in.Op != Invoke) || in.N != ModeCall || in.Sym == "" || in.Type != "bool" && in.Type != "error" {
			continue
		}
		v := Verdict{Caller: f.Name, Callee: in.Sym, Pos: in.Pos, Ignored: in.Dst < 0 || len(readers[in.Dst]) == 0}
		if in.Dst >= 0 {
			for _, q := range conditions(in.Dst, readers, 0) {
				v.Asked = append(v.Asked, Question{q.Pos, f.next(blockOf[q])})
			}
		}
		out = append(out, v)
	}
	return out
}

// next lists where the blocks after one have instructions.
func (f *Func) next(b *Block) []Pos {
	var out []Pos
	for _, s := range b.Succs {
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
func conditions(reg int, readers map[int][]*Instr, depth int) []*Instr {
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
