package program

// A Callee is what a call calls.
type Callee struct {
	Symbol string   // "" for a function that is a value
	Params []string // type names, without a method's receiver; nil if they are not known
	Result string   // type name of the one result; "" for none, a tuple for several
}

// Callee returns what is called at a place, which is where the called name is written.
func (p *Program) Callee(at Pos) (c Callee, ok bool) {
	found, ok := p.calls()[at]
	if !ok {
		return Callee{}, false
	}
	in := found.in
	return Callee{Symbol: in.Sym, Params: p.paramsOf(found.fn, in), Result: in.Type}, true
}

// A call is an instruction and the function that it is in.
type call struct {
	fn *Func
	in *Instr
}

func (p *Program) indexCalls() map[Pos]call {
	out := map[Pos]call{}
	for _, f := range p.funcs {
		for in := range f.All() {
			if (in.Op == Call || in.Op == Invoke) && in.Pos.Known() {
				out[in.Pos] = call{f, in}
			}
		}
	}
	return out
}

func (p *Program) paramsOf(f *Func, in *Instr) []string {
	switch {
	case in.Op == Invoke:
		return nil
	case in.Sym == "":
		if t := p.types[typeOfRegister(f, in.Args[0])]; t != nil {
			return t.Params
		}
		return nil
	}
	callee := p.funcs[in.Sym]
	if callee == nil {
		return nil
	}
	var out []string
	for _, v := range callee.Params {
		out = append(out, v.Type)
	}
	if _, _, method := SplitMethod(in.Sym); method {
		out = out[1:]
	}
	return out
}

// typeOfRegister is the type of what a register holds, or "".
func typeOfRegister(f *Func, o Operand) string {
	if o.Kind != Register {
		return ""
	}
	if o.Reg < len(f.Params) {
		return f.Params[o.Reg].Type
	}
	if i := o.Reg - len(f.Params); i < len(f.Free) {
		return f.Free[i].Type
	}
	for in := range f.All() {
		if in.Dst == o.Reg {
			return in.Type
		}
	}
	return ""
}
