package program

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Who sends a token is often looked up in a package that sees nothing of HTTP, and what that
// says of a token which is nobody's decides whether a guard holds: nothing, and no error, lets
// pass who asks only for the error.

// hasLookUp reports whether the package declares a function that looks somebody up, and may
// return nobody without an error.
func (in *Input) hasLookUp() bool {
	for fn, body := range in.bodies() {
		if looksUp(fn) && in.mayFindNobody(body) {
			return true
		}
	}
	return false
}

// looksUp reports whether a function returns a pointer and an error for a string.
func looksUp(fn *types.Func) bool {
	sig := fn.Signature()
	if sig.Results().Len() != 2 || !types.Identical(sig.Results().At(1).Type(), types.Universe.Lookup("error").Type()) {
		return false
	}
	if _, ok := types.Unalias(sig.Results().At(0).Type()).(*types.Pointer); !ok {
		return false
	}
	for v := range sig.Params().Variables() {
		if b, ok := types.Unalias(v.Type()).(*types.Basic); ok && b.Kind() == types.String {
			return true
		}
	}
	return false
}

// mayFindNobody reports whether a body has a statement "return nil, nil", or returns what a
// method of an interface finds, which may do so.
func (in *Input) mayFindNobody(body *ast.BlockStmt) (found bool) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			switch len(n.Results) {
			case 1:
				found = found || in.asksInterface(n.Results[0])
			case 2:
				found = found || isNilName(n.Results[0]) && isNilName(n.Results[1])
			}
		}
		return !found
	})
	return found
}

// asksInterface reports whether an expression calls a method of an interface that looks
// somebody up.
func (in *Input) asksInterface(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	fn, ok := in.Info.Uses[sel.Sel].(*types.Func)
	return ok && fn.Signature().Recv() != nil && types.IsInterface(fn.Signature().Recv().Type()) && looksUp(fn)
}

func isNilName(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "nil"
}

// findsNobody is hasLookUp for one function.
func (in *Input) findsNobody(fn *ssa.Function) bool {
	decl, ok := fn.Syntax().(*ast.FuncDecl)
	if !ok || decl.Body == nil {
		return false
	}
	obj, ok := fn.Object().(*types.Func)
	return ok && looksUp(obj) && in.mayFindNobody(decl.Body)
}
