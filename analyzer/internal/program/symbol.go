package program

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Symbol names a function as package program does.
func Symbol(fn *ssa.Function) string {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if parent := fn.Parent(); parent != nil {
		name := fn.Name()
		return Symbol(parent) + "$" + name[strings.LastIndexByte(name, '$')+1:]
	}
	if obj, ok := fn.Object().(*types.Func); ok && !strings.HasPrefix(fn.Name(), "init#") {
		if adapts(fn) {
			return adapterSymbol(fn, obj)
		}
		return SymbolOf(obj)
	}
	if fn.Pkg != nil {
		return fn.Pkg.Pkg.Path() + "." + fn.Name()
	}
	return fn.String()
}

// SymbolOf names a declared function or method.
func SymbolOf(obj *types.Func) string {
	obj = obj.Origin()
	recv := obj.Signature().Recv()
	if recv == nil {
		if obj.Pkg() == nil {
			return obj.Name()
		}
		return obj.Pkg().Path() + "." + obj.Name()
	}
	return "(" + receiverName(recv.Type()) + ")." + obj.Name()
}

// receiverName spells a receiver's type without its type arguments.
func receiverName(t types.Type) string {
	t, star := types.Unalias(t), ""
	if p, ok := t.(*types.Pointer); ok {
		t, star = types.Unalias(p.Elem()), "*"
	}
	n, ok := t.(*types.Named)
	if !ok {
		return star + "interface"
	}
	if p := n.Obj().Pkg(); p != nil {
		return star + p.Path() + "." + n.Obj().Name()
	}
	return star + n.Obj().Name()
}

// target sees through the wrappers SSA makes for method values and for method
// expressions that need no adapting.
func target(fn *ssa.Function) string {
	if obj, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" && fn.Parent() == nil && !adapts(fn) {
		if isBound(fn) || isThunk(fn) || fn.Origin() == nil && !strings.HasPrefix(fn.Name(), "init#") {
			return SymbolOf(obj)
		}
	}
	return Symbol(fn)
}

func isBound(fn *ssa.Function) bool { return strings.HasSuffix(fn.Name(), "$bound") }
func isThunk(fn *ssa.Function) bool { return strings.HasSuffix(fn.Name(), "$thunk") }

// adapts reports whether fn is a method expression T.M that is not the method M
// itself: M is promoted to T, or T is an interface. Such a function gets a body,
// named "(T).M$thunk".
func adapts(fn *ssa.Function) bool {
	if !isThunk(fn) || len(fn.Blocks) == 0 {
		return false
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || len(fn.Params) == 0 {
		return false
	}
	recv := obj.Signature().Recv()
	return recv != nil && (types.IsInterface(recv.Type()) || receiverName(recv.Type()) != receiverName(fn.Params[0].Type()))
}

func adapterSymbol(fn *ssa.Function, obj *types.Func) string {
	return "(" + receiverName(fn.Params[0].Type()) + ")." + obj.Name() + "$thunk"
}

// invokeSymbol names an interface method by the type of the receiver expression.
func invokeSymbol(c *ssa.CallCommon) string {
	if n, ok := types.Unalias(c.Value.Type()).(*types.Named); ok {
		return "(" + receiverName(n) + ")." + c.Method.Name()
	}
	return SymbolOf(c.Method)
}
