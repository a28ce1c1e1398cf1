package program

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Who has signed a token is often asked in a package that sees nothing of HTTP. Such a package is read if it mentions what may
// mean that nobody is asked; of any other one, that it says something of the token is enough.

// signs reports what an object of another package has to do with who has signed something: nothing, or something, and
// whether it may mean that nobody is asked.
func (in *Input) signs(obj types.Object) (lax, signs bool) {
	if in.Signing == nil || obj.Pkg() == nil || obj.Pkg() == in.Pkg {
		return false, false
	}
	names := in.Signing(obj.Pkg().Path())
	if names == nil {
		return false, false
	}
	name := obj.Name()
	switch obj := obj.(type) {
	case *types.Func:
		name = SymbolOf(obj)
	case *types.Const:
		n, ok := types.Unalias(obj.Type()).(*types.Named)
		if !ok {
			return false, false
		}
		name = n.Obj().Name()
	}
	lax, signs = names[name]
	return lax, signs
}

// isLax reports whether the package mentions what may mean that nobody is asked who has signed something.
func (in *Input) isLax() bool {
	if in.lax == nil {
		in.lax = new(bool)
		for _, obj := range in.Info.Uses {
			lax, _ := in.signs(obj)
			*in.lax = *in.lax || lax
		}
	}
	return *in.lax
}

// asksSigner reports whether a function of such a package has to do with that.
func (in *Input) asksSigner(fn *ssa.Function) bool {
	if !in.isLax() {
		return false
	}
	decl, ok := fn.Syntax().(*ast.FuncDecl)
	if !ok || decl.Body == nil {
		return false
	}
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && in.Info.Uses[id] != nil {
			_, signs := in.signs(in.Info.Uses[id])
			found = found || signs
		}
		return !found
	})
	return found
}
