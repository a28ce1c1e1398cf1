package program

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A funcLowerer lowers one function.
type funcLowerer struct {
	*lowerer
	fn   *ssa.Function
	out  *Func
	regs map[ssa.Value]int
	text map[ssa.Value]string // source of the expressions in the current block
}

func (f *funcLowerer) lower(symbol string) *Func {
	fn := f.fn
	out := &Func{Name: symbol, Package: f.Pkg.Path(), Pos: f.pos(fn.Pos())}
	f.out = out
	if obj := fn.Object(); obj != nil {
		out.Exported = obj.Exported()
	}
	for _, p := range fn.Params {
		f.regs[p] = len(f.regs)
		out.Params = append(out.Params, Var{Name: p.Name(), Type: f.typeName(p.Type())})
	}
	for _, p := range fn.FreeVars {
		f.regs[p] = len(f.regs)
		out.Free = append(out.Free, Var{Name: p.Name(), Type: f.typeName(p.Type())})
	}
	for r := range fn.Signature.Results().Variables() {
		out.Results = append(out.Results, f.typeName(r.Type()))
	}
	out.TypeParams = typeParams(fn)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if _, debug := instr.(*ssa.DebugRef); debug {
				continue
			}
			if v, ok := instr.(ssa.Value); ok {
				f.regs[v] = len(f.regs)
			}
		}
	}
	out.Regs = len(f.regs)
	for _, b := range fn.Blocks {
		out.Blocks = append(out.Blocks, f.block(b))
	}
	return out
}

// typeParams names the type parameters in scope: those of the function, or of
// the outermost function it is a closure of.
func typeParams(fn *ssa.Function) []string {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	var out []string
	if sig := fn.Signature; sig.RecvTypeParams() != nil {
		for p := range sig.RecvTypeParams().TypeParams() {
			out = append(out, p.Obj().Name())
		}
	}
	for p := range fn.TypeParams().TypeParams() {
		name := p.Obj().Name()
		if len(out) == 0 || out[len(out)-1] != name {
			out = append(out, name)
		}
	}
	return out
}

func (f *funcLowerer) block(b *ssa.BasicBlock) Block {
	out := Block{}
	for _, p := range b.Preds {
		out.Preds = append(out.Preds, p.Index)
	}
	for _, s := range b.Succs {
		out.Succs = append(out.Succs, s.Index)
	}
	f.text = map[ssa.Value]string{}
	for _, instr := range b.Instrs {
		if d, ok := instr.(*ssa.DebugRef); ok {
			if !d.IsAddr {
				f.text[d.X] = cut(types.ExprString(d.Expr))
			}
			continue
		}
		in := f.instr(instr)
		if in.Op != Bad {
			out.Instrs = append(out.Instrs, in)
		}
	}
	if n := len(out.Instrs); n == 0 || !out.Instrs[n-1].Op.ends() {
		out.Instrs = append(out.Instrs, Instr{Op: Panic, Dst: -1}) // SSA ends a block that cannot be left with nothing
		out.Succs = nil
	}
	return out
}

func (op Op) ends() bool { return op == If || op == Jump || op == Return || op == Panic }

// maxText bounds the source text that is kept of an expression.
const maxText = 100

func cut(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > maxText {
		return strings.ToValidUTF8(s[:maxText-3], "") + "..."
	}
	return s
}

func (f *funcLowerer) operands(vs ...ssa.Value) []Operand {
	out := make([]Operand, len(vs))
	for i, v := range vs {
		out[i] = f.operand(v)
	}
	return out
}

func (f *funcLowerer) operand(v ssa.Value) Operand {
	switch v := v.(type) {
	case nil:
		return Operand{}
	case *ssa.Const:
		return Operand{Kind: Constant, Const: f.constant(v)}
	case *ssa.Function:
		return Operand{Kind: Function, Sym: f.target(v)}
	case *ssa.Global:
		return Operand{Kind: Global, Sym: v.Pkg.Pkg.Path() + "." + v.Name()}
	case *ssa.Builtin:
		return Operand{Kind: Function, Sym: "builtin." + v.Name()}
	}
	r, ok := f.regs[v]
	if !ok {
		panic("value without register: " + v.String())
	}
	return Operand{Kind: Register, Reg: r}
}

func (f *funcLowerer) constant(c *ssa.Const) *Const {
	out := &Const{Type: f.typeName(c.Type())}
	if c.Value == nil {
		out.Kind = ConstNil
		switch c.Type().Underlying().(type) {
		case *types.Struct, *types.Array:
			out.Kind = ConstZero
			f.touch(c.Type())
		case *types.Interface:
			if _, ok := types.Unalias(c.Type()).(*types.TypeParam); ok {
				out.Kind = ConstZero
			}
		}
		return out
	}
	switch c.Value.Kind() {
	case constant.Bool:
		out.Kind = ConstBool
		if constant.BoolVal(c.Value) {
			out.Int = 1
		}
	case constant.String:
		out.Kind, out.Str = ConstString, constant.StringVal(c.Value)
		if len(out.Str) > maxLiteral {
			out.Kind, out.Str = ConstOther, ""
		}
	case constant.Int:
		out.Kind = ConstInt
		n, exact := constant.Int64Val(c.Value)
		if !exact {
			u, _ := constant.Uint64Val(c.Value)
			n = int64(u)
		}
		out.Int = n
	case constant.Float:
		out.Kind, out.Str = ConstFloat, c.Value.ExactString()
	default:
		out.Kind, out.Str = ConstOther, c.Value.ExactString()
	}
	return out
}

// maxLiteral bounds a string constant that is kept; longer ones are data.
const maxLiteral = 4096

// condition is the source of an If's condition.
func (f *funcLowerer) condition(v ssa.Value) string {
	if t := f.text[v]; t != "" {
		return t
	}
	switch v := v.(type) {
	case *ssa.BinOp: // a case of a switch: compared without an expression of its own
		if x, y := f.source(v.X), f.source(v.Y); x != "" && y != "" {
			return cut(x + " " + v.Op.String() + " " + y)
		}
	case *ssa.UnOp:
		if v.Op == token.NOT {
			if x := f.source(v.X); x != "" {
				return "!" + x
			}
		}
	case *ssa.Extract:
		if _, ok := v.Tuple.(*ssa.Next); ok {
			return "range"
		}
	}
	return f.source(v)
}

func (f *funcLowerer) source(v ssa.Value) string {
	if t := f.text[v]; t != "" {
		return t
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return "nil"
		}
		return cut(v.Value.String())
	case *ssa.Parameter, *ssa.FreeVar:
		return v.Name()
	case *ssa.Global:
		return v.Name()
	}
	// The expression may have been evaluated in an earlier block.
	if refs := v.Referrers(); refs != nil {
		for _, r := range *refs {
			if d, ok := r.(*ssa.DebugRef); ok && !d.IsAddr {
				return cut(types.ExprString(d.Expr))
			}
		}
	}
	return ""
}
