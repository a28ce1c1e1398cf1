package program

// A library that finds out who has signed something may return what it says also when nobody
// has: an error tells, and a field of what is returned. Who asks neither takes it from everybody.

// Unheard lists the calls of such functions of which the function asks neither, and keeps to
// itself what it was told. tells is the field of the first result, by the symbol of the function.
func (f *Func) Unheard(tells func(symbol string) (field string)) []*Instr {
	var out []*Instr
	var u *uses
	for in := range f.All() {
		if in.Op != Call || in.N != ModeCall || in.Sym == "" {
			continue
		}
		field := tells(in.Sym)
		if field == "" {
			continue
		}
		if u == nil {
			u = &uses{fn: f, readers: f.readers()}
		}
		if in.Dst < 0 || !u.told(in, field) {
			out = append(out, in)
		}
	}
	return out
}

// told reports whether anybody may learn from the results of a call whether they are good.
func (u *uses) told(call *Instr, field string) bool {
	for _, part := range u.readers[call.Dst] {
		if part.Op != Extract {
			return true // both go on to somebody
		}
		for _, in := range u.readers[part.Dst] {
			if part.N == 0 && !u.looksElsewhere(in, field) || part.N == 1 && (in.Op != Return || u.alwaysReturns(call)) {
				return true
			}
		}
	}
	return false
}

// looksElsewhere reports whether an instruction reads another field of what was signed, or
// asks whether it is there at all.
func (u *uses) looksElsewhere(in *Instr, field string) bool {
	switch in.Op {
	case FieldAddr, Field:
		return in.Sym != field
	case BinOp:
		return nilOperand(in.Args[0]) || nilOperand(in.Args[1])
	}
	return false
}

func nilOperand(o Operand) bool { return o.Kind == Constant && o.Const.Kind == ConstNil }

// alwaysReturns reports whether every return after a call hands on its error: a caller is
// told then.
func (u *uses) alwaysReturns(call *Instr) bool {
	for b := range u.fn.after(call) {
		instrs := u.fn.Blocks[b].Instrs
		last := &instrs[len(instrs)-1]
		if last.Op == Return && len(last.Args) > 0 && nilOperand(last.Args[len(last.Args)-1]) {
			return false
		}
	}
	return true
}

// after are the blocks that may run after an instruction has, with its own.
func (f *Func) after(in *Instr) map[int]bool {
	out := map[int]bool{}
	var work []int
	add := func(b int) {
		if !out[b] && len(f.Blocks[b].Instrs) > 0 {
			out[b] = true
			work = append(work, b)
		}
	}
	for b := range f.Blocks {
		for i := range f.Blocks[b].Instrs {
			if &f.Blocks[b].Instrs[i] == in {
				add(b)
			}
		}
	}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		for _, s := range f.Blocks[b].Succs {
			add(s)
		}
	}
	return out
}
