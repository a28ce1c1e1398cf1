package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A package that sees nothing of HTTP may have functions that call what they are given: one
// that measures how long it takes, or holds a lock meanwhile. Handlers give them the whole of
// what they do. Their bodies do not matter, but that they make the call does.

// A Caller is a function that calls a function which it is given, whatever happens before.
type Caller struct {
	Func  string // symbol
	Param int    // counted as registers are: the receiver comes first
}

// Callers is a unit of a package that has nothing else to say; nil if it has none. Libraries are
// not looked through.
func Callers(in Input) *Unit {
	if !in.Main {
		return nil
	}
	list := in.callers()
	if len(list) == 0 {
		return nil
	}
	return &Unit{Path: in.Pkg.Path(), Name: in.Pkg.Name(), Callers: list}
}

// callers lists those that the package declares, sorted.
func (in *Input) callers() []Caller {
	var out []Caller
	for fn, body := range in.bodies() {
		at := 0
		if fn.Signature().Recv() != nil {
			at = 1
		}
		for v := range fn.Signature().Params().Variables() {
			if _, isFunc := v.Type().Underlying().(*types.Signature); isFunc && in.surelyCalls(body.List, v) {
				out = append(out, Caller{Func: SymbolOf(fn), Param: at})
			}
			at++
		}
	}
	slices.SortFunc(out, compareCallers)
	return out
}

func compareCallers(a, b Caller) int {
	if c := strings.Compare(a.Func, b.Func); c != 0 {
		return c
	}
	return a.Param - b.Param
}

// surelyCalls reports whether statements call a function before any of them may leave them.
func (in *Input) surelyCalls(list []ast.Stmt, fn *types.Var) bool {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.IfStmt:
			if s.Init != nil && in.callsIn(s.Init, fn) || in.callsIn(s.Cond, fn) {
				return true
			}
		case *ast.BlockStmt:
			if in.surelyCalls(s.List, fn) {
				return true
			}
		case *ast.ExprStmt, *ast.AssignStmt, *ast.ReturnStmt, *ast.DeclStmt, *ast.DeferStmt:
			if in.callsIn(s, fn) {
				return true
			}
		}
		if leaves(s) {
			return false
		}
	}
	return false
}

// callsIn reports whether there is such a call, other than in a function written down there.
func (in *Input) callsIn(n ast.Node, fn *types.Var) (found bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			id, ok := ast.Unparen(n.Fun).(*ast.Ident)
			found = found || ok && in.Info.Uses[id] == fn
		case *ast.BinaryExpr: // what stands behind && may not be asked
			if n.Op == token.LAND || n.Op == token.LOR {
				found = found || in.callsIn(n.X, fn)
				return false
			}
		}
		return !found
	})
	return found
}

// leaves reports whether a statement may lead out of the list that it stands in.
func leaves(s ast.Stmt) (found bool) {
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt, *ast.BranchStmt:
			found = true
		case *ast.CallExpr:
			id, ok := n.Fun.(*ast.Ident)
			found = found || ok && id.Name == "panic"
		}
		return !found
	})
	return found
}

// caller finds what a unit says of a function: the parameter that it calls.
func (u *Unit) caller(symbol string) (param int, ok bool) {
	i, ok := slices.BinarySearchFunc(u.Callers, symbol, func(c Caller, s string) int { return strings.Compare(c.Func, s) })
	if !ok {
		return 0, false
	}
	return u.Callers[i].Param, true
}
