package program

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// instr lowers one instruction; the zero Instr stands for nothing.
func (f *funcLowerer) instr(instr ssa.Instruction) Instr {
	in := Instr{Dst: -1}
	if v, ok := instr.(ssa.Value); ok {
		in.Dst = f.regs[v]
		in.Type = f.typeName(v.Type())
	}
	switch v := instr.(type) {
	case *ssa.Alloc:
		in.Op, in.Pos = Alloc, f.pos(v.Pos())
		if v.Heap {
			in.N = 1
		}
		f.touch(v.Type())
	case *ssa.Phi:
		in.Op, in.Args = Phi, f.operands(v.Edges...)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			in.Op, in.Args = Load, f.operands(v.X)
		} else {
			in.Op, in.Sym, in.Args = UnOp, v.Op.String(), f.operands(v.X)
			if v.CommaOk {
				in.N = 1
			}
		}
	case *ssa.BinOp:
		in.Op, in.Sym, in.Args = BinOp, v.Op.String(), f.operands(v.X, v.Y)
	case *ssa.Store:
		in.Op, in.Args = Store, f.operands(v.Addr, v.Val)
		in.Pos = f.pos(v.Pos())
	case *ssa.FieldAddr:
		in.Op, in.N, in.Args = FieldAddr, v.Field, f.operands(v.X)
		in.Sym = f.fieldName(v.X.Type(), v.Field)
	case *ssa.Field:
		in.Op, in.N, in.Args = Field, v.Field, f.operands(v.X)
		in.Sym = f.fieldName(v.X.Type(), v.Field)
	case *ssa.IndexAddr:
		in.Op, in.Args = IndexAddr, f.operands(v.X, v.Index)
	case *ssa.Index:
		in.Op, in.Args = Index, f.operands(v.X, v.Index)
	case *ssa.Lookup:
		in.Op, in.Args = Lookup, f.operands(v.X, v.Index)
		if v.CommaOk {
			in.N = 1
			if m, ok := v.X.Type().Underlying().(*types.Map); ok {
				in.Type = f.typeName(m.Elem())
			}
		}
	case *ssa.MapUpdate:
		in.Op, in.Args = MapUpdate, f.operands(v.Map, v.Key, v.Value)
		in.Pos = f.pos(v.Pos())
	case *ssa.Slice:
		in.Op, in.Args = Slice, f.operands(v.X, v.Low, v.High, v.Max)
	case *ssa.MakeSlice:
		in.Op, in.Args = MakeSlice, f.operands(v.Len, v.Cap)
	case *ssa.MakeMap:
		in.Op = MakeMap
	case *ssa.MakeChan:
		in.Op = MakeChan
	case *ssa.MakeInterface:
		in.Op, in.Sym, in.Args = MakeIface, f.typeName(v.X.Type()), f.operands(v.X)
		f.boxed(v.X.Type())
	case *ssa.ChangeType:
		in.Op, in.Args = ChangeType, f.operands(v.X)
	case *ssa.ChangeInterface:
		in.Op, in.Args = ChangeType, f.operands(v.X)
	case *ssa.Convert:
		in.Op, in.Args = Convert, f.operands(v.X)
	case *ssa.MultiConvert:
		in.Op, in.Args = Convert, f.operands(v.X)
	case *ssa.SliceToArrayPointer:
		in.Op, in.Args = Convert, f.operands(v.X)
	case *ssa.TypeAssert:
		in.Op, in.Sym, in.Args = TypeAssert, f.typeName(v.AssertedType), f.operands(v.X)
		if v.CommaOk {
			in.N = 1
		}
	case *ssa.Extract:
		in.Op, in.N, in.Args = Extract, v.Index, f.operands(v.Tuple)
	case *ssa.Range:
		in.Op, in.Args = Range, f.operands(v.X)
	case *ssa.Next:
		in.Op, in.Args = Next, f.operands(v.Iter)
	case *ssa.Select:
		in.Op = Select
	case *ssa.MakeClosure:
		f.closure(&in, v)
	case *ssa.Call:
		f.call(&in, v.Common(), v.Pos(), ModeCall)
	case *ssa.Go:
		f.call(&in, v.Common(), v.Pos(), ModeGo)
	case *ssa.Defer:
		f.call(&in, v.Common(), v.Pos(), ModeDefer)
	case *ssa.RunDefers:
		in.Op = RunDefers
	case *ssa.Send:
		in.Op, in.Args = Send, f.operands(v.Chan, v.X)
		in.Pos = f.pos(v.Pos())
	case *ssa.If:
		in.Op, in.Args = If, f.operands(v.Cond)
		text, at := f.condition(v.Cond, v.Block())
		in.Text, in.Pos = text, f.pos(at)
		if goesOn(v.Block()) {
			in.N = 1
		}
	case *ssa.Jump:
		in.Op = Jump
	case *ssa.Return:
		in.Op, in.Args, in.Pos = Return, f.operands(v.Results...), f.pos(v.Pos())
	case *ssa.Panic:
		in.Op, in.Args, in.Pos = Panic, f.operands(v.X), f.pos(v.Pos())
	}
	return in
}

func (f *funcLowerer) fieldName(t types.Type, i int) string {
	f.touch(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Struct); ok {
		return s.Field(i).Name()
	}
	return ""
}

func (f *funcLowerer) closure(in *Instr, v *ssa.MakeClosure) {
	fn := v.Fn.(*ssa.Function)
	in.Args = f.operands(v.Bindings...)
	in.Pos = f.pos(v.Pos())
	if isBound(fn) {
		in.Op, in.Sym = MakeBound, target(fn)
		if types.IsInterface(v.Bindings[0].Type()) {
			in.N = 1
		}
		return
	}
	in.Op, in.Sym = MakeClosure, Symbol(fn)
	if in.Pos.File == "" {
		in.Pos = f.pos(fn.Pos())
	}
}

func (f *funcLowerer) call(in *Instr, c *ssa.CallCommon, at token.Pos, mode int) {
	in.N = mode
	in.Pos = f.pos(f.calleePos(at))
	if _, builtin := c.Value.(*ssa.Builtin); !builtin {
		in.Text = f.callText(at)
	}
	if c.IsInvoke() {
		in.Op = Invoke
		f.typeName(c.Value.Type())
		in.Sym = invokeSymbol(c)
		in.Args = f.operands(append([]ssa.Value{c.Value}, c.Args...)...)
		return
	}
	in.Op = Call
	switch callee := c.Value.(type) {
	case *ssa.Builtin:
		in.Sym, in.Args = "builtin."+callee.Name(), f.operands(c.Args...)
		if callee.Name() == "ssa:deferstack" {
			in.Op = Select
			in.Args = nil
		}
	case *ssa.Function:
		in.Sym, in.Args = target(callee), f.operands(c.Args...)
		for _, t := range callee.TypeArgs() {
			in.TypeArgs = append(in.TypeArgs, f.typeName(t))
			f.boxed(t)
		}
	case *ssa.MakeClosure:
		in.Args = f.operands(append([]ssa.Value{c.Value}, c.Args...)...)
	default:
		in.Args = f.operands(append([]ssa.Value{c.Value}, c.Args...)...)
	}
}
