package program

import (
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/guardvet/guardvet/analyzer/internal/document"
)

// A funcLowerer lowers one function.
type funcLowerer struct {
	*lowerer
	fn   *ssa.Function
	out  *Func
	regs map[ssa.Value]int
	at   []int // new number of an SSA block
}

func (f *funcLowerer) lower(symbol string) *Func {
	fn := f.fn
	out := &Func{Name: symbol, Package: f.Pkg.Path(), Pos: f.pos(fn.Pos())}
	f.out = out
	out.Generated = f.generated[out.Pos.File]
	if obj := fn.Object(); obj != nil {
		out.Exported = obj.Exported()
		out.Doc = cut(f.docs[obj.Pos()])
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
	f.at = make([]int, len(fn.Blocks))
	blocks := make([]*ssa.BasicBlock, 0, len(fn.Blocks))
	for _, b := range fn.Blocks {
		if b == fn.Recover {
			continue // where a recovered panic returns to; nothing jumps there
		}
		f.at[b.Index] = len(blocks)
		blocks = append(blocks, b)
	}
	for _, b := range blocks {
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
	for _, b := range blocks {
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
	for p := range fn.Signature.RecvTypeParams().TypeParams() {
		out = append(out, p.Obj().Name())
	}
	for p := range fn.Signature.TypeParams().TypeParams() {
		out = append(out, p.Obj().Name())
	}
	return out
}

func (f *funcLowerer) block(b *ssa.BasicBlock) Block {
	out := Block{}
	for _, p := range b.Preds {
		out.Preds = append(out.Preds, f.at[p.Index])
	}
	for _, s := range b.Succs {
		out.Succs = append(out.Succs, f.at[s.Index])
	}
	for _, instr := range b.Instrs {
		if _, debug := instr.(*ssa.DebugRef); debug {
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

func (f *funcLowerer) operands(vs ...ssa.Value) []Operand {
	if len(vs) == 0 {
		return nil
	}
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
		return Operand{Kind: Function, Sym: target(v)}
	case *ssa.Global:
		return Operand{Kind: Global, Sym: v.Pkg.Pkg.Path() + "." + v.Name(), Type: f.structType(v)}
	case *ssa.Builtin:
		return Operand{Kind: Function, Sym: "builtin." + v.Name()}
	}
	r, ok := f.regs[v]
	if !ok {
		panic("value without register: " + v.String())
	}
	return Operand{Kind: Register, Reg: r}
}

// structType names the type of a package variable that is a struct.
func (f *funcLowerer) structType(v *ssa.Global) string {
	t := v.Type().(*types.Pointer).Elem()
	if _, ok := t.Underlying().(*types.Struct); !ok {
		return ""
	}
	return f.typeName(t)
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
			if short, ok := document.Condense(out.Str); ok {
				out.Str = short
			} else {
				out.Kind, out.Str = ConstOther, ""
			}
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

// maxLiteral bounds a string constant that is kept; longer ones are data, of which only
// what a document describes is kept.
const maxLiteral = 4096
