package program

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// What a client presents is often checked in a package that sees nothing of HTTP, and that may let
// everybody pass where the program is set so:
//
//	func (c *Context) Check(token string) error {
//		if !c.Required {
//			return nil
//		}
//		return verify(token)
//	}

// hasSwitched reports whether the package declares such a check.
func (in *Input) hasSwitched() bool {
	for fn, body := range in.bodies() {
		if in.switched(fn, body) {
			return true
		}
	}
	return false
}

// spares is hasSwitched for one function.
func (in *Input) spares(fn *ssa.Function) bool {
	decl, ok := fn.Syntax().(*ast.FuncDecl)
	if !ok || decl.Body == nil {
		return false
	}
	obj, ok := in.Info.Defs[decl.Name].(*types.Func)
	return ok && in.switched(obj, decl.Body)
}

// switched reports whether a function that says whether all is well with a string says so at once
// because of something that is not one of its parameters.
func (in *Input) switched(fn *types.Func, body *ast.BlockStmt) bool {
	well := wellOf(fn)
	if well == "" {
		return false
	}
	for _, s := range body.List {
		i, ok := s.(*ast.IfStmt)
		if !ok || i.Init != nil || len(i.Body.List) == 0 {
			continue
		}
		last, ok := i.Body.List[len(i.Body.List)-1].(*ast.ReturnStmt)
		if !ok || len(last.Results) != 1 {
			continue
		}
		if id, ok := last.Results[0].(*ast.Ident); ok && id.Name == well && in.ofProgram(i.Cond) {
			return true
		}
	}
	return false
}

// wellOf is how a function that is given a string says that all is well: nil for an error, or true;
// empty if it says something else.
func wellOf(fn *types.Func) string {
	sig := fn.Signature()
	if sig.Results().Len() != 1 {
		return ""
	}
	for v := range sig.Params().Variables() {
		if b, ok := types.Unalias(v.Type()).(*types.Basic); !ok || b.Kind() != types.String {
			continue
		}
		switch t := sig.Results().At(0).Type(); {
		case types.Identical(t, types.Universe.Lookup("error").Type()):
			return "nil"
		case types.Identical(t, types.Typ[types.Bool]):
			return "true"
		}
	}
	return ""
}

// ofProgram reports whether an expression reads the receiver, its fields and package variables only.
func (in *Input) ofProgram(e ast.Expr) bool {
	own := true
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, isVar := in.Info.Uses[id].(*types.Var); isVar && (v.Kind() == types.ParamVar || v.Kind() == types.LocalVar || v.Kind() == types.ResultVar) {
				own = false
			}
		}
		return own
	})
	return own
}
