package program

import (
	"fmt"
	"strconv"
	"strings"
)

// String lists the unit: its functions, its types, its directives, its files.
func (u *Unit) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "unit %s (package %s)\n", u.Path, u.Name)
	for _, f := range u.Funcs {
		b.WriteString("\n" + f.String())
	}
	if len(u.Types) > 0 {
		b.WriteString("\n")
	}
	for _, t := range u.Types {
		b.WriteString(t.String() + "\n")
	}
	for _, d := range u.Directives {
		fmt.Fprintf(&b, "directive %s %q at %s, func %q\n", d.Verb, d.Reason, d.Pos, d.Func)
	}
	for _, f := range u.Files {
		fmt.Fprintf(&b, "file %s, %x\n", f.Name, f.Sum)
	}
	for _, f := range u.Failed {
		fmt.Fprintf(&b, "failed %s\n", f)
	}
	return b.String()
}

// String lists the function's blocks, an instruction a line.
func (f *Func) String() string {
	var b strings.Builder
	b.WriteString("func " + f.Name)
	if len(f.TypeParams) > 0 {
		b.WriteString("[" + strings.Join(f.TypeParams, ", ") + "]")
	}
	b.WriteString("(" + listVars(f.Params, 0) + ")")
	if len(f.Results) > 0 {
		b.WriteString(" (" + strings.Join(f.Results, ", ") + ")")
	}
	if len(f.Free) > 0 {
		b.WriteString(" captures (" + listVars(f.Free, len(f.Params)) + ")")
	}
	b.WriteString("\n")
	for i := range f.Blocks {
		block := &f.Blocks[i]
		fmt.Fprintf(&b, "%d:", i)
		if len(block.Preds) > 0 {
			b.WriteString(" from " + listInts(block.Preds))
		}
		b.WriteString("\n")
		for j := range block.Instrs {
			in := &block.Instrs[j]
			b.WriteString("\t" + in.String())
			if len(block.Succs) > 0 && in.Op.ends() {
				b.WriteString(" -> " + listInts(block.Succs))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// opNames are the operations' names in a listing.
var opNames = map[Op]string{
	Bad: "bad", Alloc: "alloc", Phi: "phi", Load: "load", Store: "store", FieldAddr: "fieldaddr", Field: "field",
	IndexAddr: "indexaddr", Index: "index", Lookup: "lookup", MapUpdate: "mapupdate", Slice: "slice",
	MakeSlice: "makeslice", MakeMap: "makemap", MakeChan: "makechan", MakeIface: "makeiface",
	ChangeType: "changetype", Convert: "convert", TypeAssert: "typeassert", Extract: "extract", Range: "range",
	Next: "next", MakeClosure: "closure", MakeBound: "bound", BinOp: "binop", UnOp: "unop", Call: "call",
	Invoke: "invoke", RunDefers: "rundefers", Send: "send", Select: "select", If: "if", Jump: "jump",
	Return: "return", Panic: "panic",
}

// String returns the operation's name.
func (op Op) String() string {
	if s := opNames[op]; s != "" {
		return s
	}
	return "op" + strconv.Itoa(int(op))
}

// String spells the instruction: its register, operation, symbol, operands, type and place.
func (in *Instr) String() string {
	var b strings.Builder
	if in.Dst >= 0 {
		fmt.Fprintf(&b, "r%d = ", in.Dst)
	}
	switch {
	case (in.Op == Call || in.Op == Invoke) && in.N == ModeGo:
		b.WriteString("go ")
	case (in.Op == Call || in.Op == Invoke) && in.N == ModeDefer:
		b.WriteString("defer ")
	}
	b.WriteString(in.Op.String())
	if in.N != 0 && in.Op != Call && in.Op != Invoke {
		fmt.Fprintf(&b, " #%d", in.N)
	}
	if in.Sym != "" {
		b.WriteString(" " + in.Sym)
	}
	if len(in.TypeArgs) > 0 {
		b.WriteString("[" + strings.Join(in.TypeArgs, ", ") + "]")
	}
	for i := range in.Args {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString(" " + in.Args[i].String())
	}
	if in.Type != "" {
		b.WriteString(" : " + in.Type)
	}
	if in.Text != "" {
		b.WriteString(" `" + in.Text + "`")
	}
	if in.Pos.Line > 0 {
		fmt.Fprintf(&b, " @%d:%d", in.Pos.Line, in.Pos.Col)
	}
	return b.String()
}

// String spells the operand.
func (o Operand) String() string {
	switch o.Kind {
	case None:
		return "_"
	case Register:
		return "r" + strconv.Itoa(o.Reg)
	case Function:
		return o.Sym
	case Global:
		return "&" + o.Sym
	case Constant:
		return o.Const.String()
	}
	return "?"
}

// String spells the constant; its type only where the value does not tell.
func (c *Const) String() string {
	switch c.Kind {
	case ConstNil:
		return "nil:" + c.Type
	case ConstBool:
		return strconv.FormatBool(c.Int != 0)
	case ConstInt:
		return strconv.FormatInt(c.Int, 10)
	case ConstString:
		return strconv.Quote(c.Str)
	case ConstZero:
		return "zero:" + c.Type
	}
	return c.Str + ":" + c.Type
}

// kindNames are the type kinds' names in a listing.
var kindNames = map[TypeKind]string{
	KindOther: "other", KindBool: "bool", KindInt: "int", KindFloat: "float", KindString: "string",
	KindStruct: "struct", KindPointer: "pointer", KindSlice: "slice", KindArray: "array", KindMap: "map",
	KindChan: "chan", KindFunc: "func", KindInterface: "interface", KindTypeParam: "type parameter", KindTuple: "tuple",
}

// String spells the type's entry.
func (t *Type) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "type %s: %s", t.Name, kindNames[t.Kind])
	if t.Opaque {
		b.WriteString(" opaque")
	}
	if t.Key != "" {
		b.WriteString(" key " + t.Key)
	}
	if t.Elem != "" {
		b.WriteString(" of " + t.Elem)
	}
	if t.Kind == KindArray {
		fmt.Fprintf(&b, " length %d", t.Len)
	}
	if t.ElemSize > 0 {
		fmt.Fprintf(&b, " size %d", t.ElemSize)
	}
	for i, f := range t.Fields {
		sep := ", "
		if i == 0 {
			sep = " { "
		}
		b.WriteString(sep)
		if !f.Embedded {
			b.WriteString(f.Name + " ")
		}
		b.WriteString(f.Type)
		if f.Tag != "" {
			b.WriteString(" " + strconv.Quote(f.Tag))
		}
	}
	if len(t.Fields) > 0 {
		b.WriteString(" }")
	}
	if len(t.Methods) > 0 {
		b.WriteString(" { " + strings.Join(t.Methods, ", ") + " }")
	}
	if t.Kind == KindFunc {
		fmt.Fprintf(&b, " (%s) (%s)", strings.Join(t.Params, ", "), strings.Join(t.Results, ", "))
		if t.Variadic {
			b.WriteString(" variadic")
		}
	}
	return b.String()
}

// String spells the position as file:line:column.
func (p Pos) String() string {
	if p.File == "" {
		return "-"
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

func listVars(vars []Var, first int) string {
	list := make([]string, len(vars))
	for i, v := range vars {
		list[i] = fmt.Sprintf("r%d %s %s", first+i, v.Name, v.Type)
	}
	return strings.Join(list, ", ")
}

func listInts(ns []int) string {
	list := make([]string, len(ns))
	for i, n := range ns {
		list[i] = strconv.Itoa(n)
	}
	return strings.Join(list, ",")
}
