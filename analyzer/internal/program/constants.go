package program

import (
	"go/ast"
	"go/types"
)

// A package that compresses or hashes has tables of many thousand numbers, and their SSA
// form takes longer to build than everything else in it. In another module's package the
// initializer that would fill them is rarely kept; so they are left out of it at first.

// largeTable is the number of elements of a literal that make it large. An initializer
// that has one is longer than maxForeignSize.
const largeTable = 256

// withoutTables is what the type checker found, less the initializers of large tables of
// constants, and whether there are any.
func (l *lowerer) withoutTables() (info *types.Info, some bool) {
	if l.Main {
		return l.Info, false
	}
	less := *l.Info
	less.InitOrder = nil
	for _, init := range l.Info.InitOrder {
		if lit, ok := init.Rhs.(*ast.CompositeLit); !ok || len(lit.Elts) < largeTable || !plain(l.Info.TypeOf(lit), 0) || !l.constants(lit) {
			less.InitOrder = append(less.InitOrder, init)
		}
	}
	if len(less.InitOrder) == len(l.Info.InitOrder) {
		return l.Info, false
	}
	return &less, true
}

// constants reports whether a literal is made of nothing but constants.
func (l *lowerer) constants(lit *ast.CompositeLit) bool {
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if key, typed := l.Info.Types[kv.Key]; typed && key.Value == nil { // not the name of a field
				return false
			}
			elt = kv.Value
		}
		if inner, ok := elt.(*ast.CompositeLit); ok {
			if !l.constants(inner) {
				return false
			}
		} else if l.Info.Types[elt].Value == nil {
			return false
		}
	}
	return true
}

// plain reports whether a type is made of numbers, strings and truth values.
func plain(t types.Type, depth int) bool {
	if depth > maxTypeDepth {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return true
	case *types.Array:
		return plain(u.Elem(), depth+1)
	case *types.Slice:
		return plain(u.Elem(), depth+1)
	case *types.Map:
		return plain(u.Key(), depth+1) && plain(u.Elem(), depth+1)
	case *types.Struct:
		for f := range u.Fields() {
			if !plain(f.Type(), depth+1) {
				return false
			}
		}
		return true
	}
	return false
}
