package program

func (c *codec) fn(f *Func) {
	c.str(&f.Name)
	c.str(&f.Package)
	c.pos(&f.Pos)
	c.vars(&f.Params)
	c.vars(&f.Free)
	list(c, &f.Results, c.str)
	list(c, &f.TypeParams, c.str)
	c.int(&f.Regs)
	c.bool(&f.Exported)
	c.bool(&f.Generated)
	c.str(&f.Doc)
	c.next, c.line = len(f.Params)+len(f.Free), c.number(f.Pos.File, f.Pos.Line)
	list(c, &f.Blocks, func(b *Block) {
		c.in(flowColumn, func() {
			list(c, &b.Preds, c.int)
			list(c, &b.Succs, c.int)
		})
		list(c, &b.Instrs, func(in *Instr) { c.instr(in, &f.Pos) })
	})
}

func (c *codec) instr(in *Instr, base *Pos) {
	c.in(opColumn, func() {
		op := int(in.Op)
		c.int(&op)
		in.Op = Op(op)
		c.int(&in.N)
	})
	c.in(dstColumn, func() { // registers are numbered as they are written
		known := in.Dst == -1
		c.bool(&known)
		if known {
			in.Dst = -1
			return
		}
		c.near(&in.Dst, c.next)
		c.next = in.Dst + 1
	})
	c.in(typeColumn, func() {
		c.str(&in.Type)
		list(c, &in.TypeArgs, c.str)
	})
	c.in(argColumn, func() { list(c, &in.Args, c.operand) })
	c.in(symColumn, func() { c.str(&in.Sym) })
	c.in(textColumn, func() { c.str(&in.Text) })
	c.in(lineColumn, func() { c.instrPos(&in.Pos, base) })
}

// How an instruction's position is stored: most are in the function's file.
const (
	noPos = iota
	sameFile
	otherFile
)

func (c *codec) instrPos(p, base *Pos) {
	how := otherFile
	switch {
	case *p == Pos{}:
		how = noPos
	case p.File == base.File:
		how = sameFile
	}
	c.int(&how)
	switch how {
	case noPos:
		return
	case sameFile:
		p.File = base.File
	default:
		c.str(&p.File)
	}
	c.line = c.lineOf(p.File, &p.Line, c.line)
	c.in(colColumn, func() { c.int(&p.Col) })
}

func (c *codec) operand(o *Operand) {
	kind := int(o.Kind)
	c.int(&kind)
	o.Kind = OperandKind(kind)
	switch o.Kind {
	case Register:
		c.in(regColumn, func() { c.near(&o.Reg, c.next) })
	case Function:
		c.in(symColumn, func() { c.str(&o.Sym) })
	case Global:
		c.in(symColumn, func() { c.str(&o.Sym) })
		c.in(typeColumn, func() { c.str(&o.Type) })
	case Constant:
		if o.Const == nil {
			o.Const = &Const{}
		}
		c.in(constColumn, func() { c.constant(o.Const) })
	}
}

func (c *codec) constant(k *Const) {
	kind := int(k.Kind)
	c.int(&kind)
	k.Kind = ConstKind(kind)
	c.str(&k.Type)
	c.str(&k.Str)
	c.int64(&k.Int)
}

func (c *codec) typ(t *Type) {
	c.str(&t.Name)
	k := int(t.Kind)
	c.int(&k)
	t.Kind = TypeKind(k)
	c.bool(&t.Named)
	c.bool(&t.Opaque)
	c.str(&t.Elem)
	c.str(&t.Key)
	c.int(&t.Len)
	c.int(&t.ElemSize)
	list(c, &t.Fields, func(f *StructField) {
		c.str(&f.Name)
		c.str(&f.Type)
		c.bool(&f.Embedded)
		c.str(&f.Tag)
	})
	list(c, &t.Methods, c.str)
	list(c, &t.Params, c.str)
	list(c, &t.Results, c.str)
	c.bool(&t.Variadic)
}
