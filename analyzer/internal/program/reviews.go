package program

import "strings"

// A Review is an answer about who asks that a call has given to a function: returned by it,
// or filled in by it.
type Review struct {
	Type  string   // of the answer
	Pos   Pos      // of the call
	Reads []string // the fields that the function reads of it
}

// Reviews lists the answers of such types that a function is given and keeps to itself:
// nobody else can read them. There is one for a type.
func (f *Func) Reviews(isReview func(typ string) bool) []Review {
	var of map[string]*Review
	var types []string
	u := uses{fn: f}
	for in := range f.All() {
		if (in.Op != FieldAddr && in.Op != Field) || in.Args[0].Kind != Register {
			continue
		}
		base := in.Args[0].Reg
		typ := strings.TrimPrefix(u.typ(base), "*")
		if !isReview(typ) {
			continue
		}
		if of == nil {
			of = map[string]*Review{}
		}
		if of[typ] == nil {
			of[typ] = &Review{Type: typ}
			types = append(types, typ)
		}
		r := of[typ]
		r.Reads = append(r.Reads, in.Sym)
		if u.leaves(base, r) || u.copied(typ) {
			isReview = except(isReview, typ)
			delete(of, typ)
		}
	}
	var out []Review
	for _, typ := range types {
		if r := of[typ]; r != nil && r.Pos.Known() {
			out = append(out, *r)
		}
	}
	return out
}

func except(is func(string) bool, typ string) func(string) bool {
	return func(t string) bool { return t != typ && is(t) }
}

// uses are who writes and who reads the registers of a function.
type uses struct {
	fn      *Func
	defs    []*Instr // by register; parameters and what is captured have none
	readers [][]*Instr
}

func (u *uses) def(reg int) *Instr {
	if u.defs == nil {
		u.defs = make([]*Instr, u.fn.Regs)
		for in := range u.fn.All() {
			if in.Dst >= 0 {
				u.defs[in.Dst] = in
			}
		}
		u.readers = u.fn.readers()
	}
	return u.defs[reg]
}

func (u *uses) typ(reg int) string {
	if def := u.def(reg); def != nil {
		return def.Type
	}
	return ""
}

// copied reports whether the function does more with any value of a type than read its fields.
func (u *uses) copied(typ string) bool {
	for in := range u.fn.All() {
		if in.Dst >= 0 && strings.TrimPrefix(in.Type, "*") == typ && u.handedOn(in.Dst, &Review{}) {
			return true
		}
	}
	return false
}

// leaves reports whether somebody else may read an answer, or what holds it: the function has
// it from its caller, or does more with it than read its fields and make the call that fills it.
func (u *uses) leaves(reg int, r *Review) bool {
	const deepest = 20 // a variable may be stored in itself
	for range deepest {
		def := u.def(reg)
		if def == nil || u.handedOn(reg, r) {
			return true
		}
		switch def.Op {
		case Call, Invoke:
			r.Pos = def.Pos
			return false
		case Alloc:
			if r.Pos.Known() {
				return false
			}
			if reg = u.stored(reg); reg < 0 {
				return true
			}
			continue
		case FieldAddr, Field, Load, Extract:
		default:
			return true
		}
		if def.Args[0].Kind != Register {
			return true
		}
		reg = def.Args[0].Reg
	}
	return true
}

// handedOn reports whether a register is given to somebody, but for the call that fills what
// it holds.
func (u *uses) handedOn(reg int, r *Review) bool {
	for _, in := range u.readers[reg] {
		switch in.Op {
		case FieldAddr, Field, Load, Extract:
		case Store:
			if in.Args[0].Kind != Register || in.Args[0].Reg != reg && !u.isVariable(in.Args[0].Reg, reg) {
				return true
			}
		case MakeIface:
			calls := u.readers[in.Dst]
			if len(calls) != 1 || calls[0].Op != Invoke || r.Pos.Known() && r.Pos != calls[0].Pos {
				return true // of two calls one may be asked what the other one has filled in
			}
			r.Pos = calls[0].Pos
		default:
			return true
		}
	}
	return false
}

// isVariable reports whether a register is the address of a variable of the function that
// holds copies of another one, of a struct. What is done with the variable is looked at, too.
func (u *uses) isVariable(reg, of int) bool {
	def := u.def(reg)
	return def != nil && def.Op == Alloc && def.N == 0 && def.Type == "*"+u.typ(of) && u.typ(of)[0] != '*'
}

// stored is the register that is stored in a variable as a whole, or -1.
func (u *uses) stored(reg int) int {
	for _, in := range u.readers[reg] {
		if in.Op == Store && in.Args[0].Kind == Register && in.Args[0].Reg == reg && in.Args[1].Kind == Register {
			return in.Args[1].Reg
		}
	}
	return -1
}
