package program

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A variable is the initializer of one or several package variables, as keep
// sees it. SSA has all of them in one function, which would tie every function
// that uses any variable to whatever another variable is made of.
type variable struct {
	lhs     []*types.Var
	refs    []string
	touches bool
}

// variables looks at the initializers of the package's variables.
func (l *lowerer) variables() []variable {
	closures := map[token.Pos]string{}
	if fn := l.pkg.Func("init"); fn != nil {
		for _, anon := range fn.AnonFuncs {
			closures[anon.Pos()] = Symbol(anon)
		}
	}
	var out []variable
	for _, init := range l.Info.InitOrder {
		v, set := variable{lhs: init.Lhs}, map[string]bool{}
		for _, lhs := range init.Lhs {
			v.touches = v.touches || l.seesType(lhs.Type(), 0)
		}
		v.touches = v.touches || l.Main && l.listsPaths(init.Rhs)
		ast.Inspect(init.Rhs, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				if s, ok := closures[n.Pos()]; ok {
					set[s] = true
				}
				return false // it is a function of its own
			case *ast.CompositeLit:
				l.methodsOf(l.Info.TypeOf(n), set, 0)
			case *ast.Ident:
				l.mention(n, &v, set)
			}
			return true
		})
		v.refs = sortedKeys(set)
		out = append(out, v)
	}
	return out
}

func (l *lowerer) mention(id *ast.Ident, v *variable, set map[string]bool) {
	switch obj := l.Info.Uses[id].(type) {
	case *types.Func:
		set[SymbolOf(obj)] = true
		v.touches = v.touches || obj.Pkg() != nil && (l.interesting(obj) || obj.Pkg() != l.Pkg && l.imported(obj.Pkg().Path(), SymbolOf(obj)) != nil)
	case *types.Var:
		if obj.Pkg() == l.Pkg && obj.Parent() == l.Pkg.Scope() {
			set[variableNode(obj.Name())] = true
		}
		v.touches = v.touches || l.interesting(obj)
	}
}

// listsPaths reports whether a variable is a list of paths, or a map of them: which routes are exceptions, say. Its
// package may see nothing else of HTTP.
func (in *Input) listsPaths(rhs ast.Expr) bool {
	lit, ok := rhs.(*ast.CompositeLit)
	if !ok {
		return false
	}
	return slices.ContainsFunc(lit.Elts, func(e ast.Expr) bool {
		if kv, keyed := e.(*ast.KeyValueExpr); keyed {
			return in.isPath(kv.Key) || in.isPath(kv.Value)
		}
		return in.isPath(e)
	})
}

func (in *Input) isPath(e ast.Expr) bool {
	v := in.Info.Types[e].Value
	return v != nil && v.Kind() == constant.String && strings.HasPrefix(constant.StringVal(v), "/")
}

// hasPathLists reports whether the package declares such a variable.
func (in *Input) hasPathLists() bool {
	return slices.ContainsFunc(in.Info.InitOrder, func(v *types.Initializer) bool { return in.listsPaths(v.Rhs) })
}

// variableNode names a package variable among the symbols of functions.
func variableNode(name string) string { return "var " + name }
