package program

import (
	"go/types"
	"slices"
)

// A package may be no more than a variable in which the structs of others stand side by side, so that
// their methods are called through it:
//
//	var App = new(Group)
//
//	type Group struct{ Users users.Group }
//
// Whoever does so sees the facts of this package alone, which must have these methods then.

// holds reports whether the package has such a variable.
func (in *Input) holds() bool {
	return in.Main && slices.ContainsFunc(in.shown(), func(v *types.Var) bool { return len(in.held(v)) > 0 })
}

// shown are the variables of the package that others see.
func (in *Input) shown() []*types.Var {
	var out []*types.Var
	scope := in.Pkg.Scope()
	for _, name := range scope.Names() {
		if v, ok := scope.Lookup(name).(*types.Var); ok && v.Exported() {
			out = append(out, v)
		}
	}
	return out
}

// held lists the methods that may be called on the parts of a variable, and of which an import has the body.
func (in *Input) held(v *types.Var) []string {
	h := &holder{Input: in, seen: map[types.Type]bool{}, methods: map[string]bool{}}
	h.parts(v.Type(), 0)
	return sortedKeys(h.methods)
}

type holder struct {
	*Input
	seen    map[types.Type]bool
	methods map[string]bool
}

func (h *holder) parts(t types.Type, depth int) {
	if t = types.Unalias(t); depth > maxTypeDepth || h.seen[t] {
		return
	}
	h.seen[t] = true
	switch t := t.(type) {
	case *types.Pointer:
		h.parts(t.Elem(), depth)
	case *types.Named:
		if t.Obj().Pkg() == nil || t.Obj().Pkg() != h.Pkg && !h.hasUnit(t.Obj().Pkg()) {
			return
		}
		for m := range t.Origin().Methods() {
			if s := SymbolOf(m); m.Exported() && t.Obj().Pkg() != h.Pkg && h.inImports(s) {
				h.methods[s] = true
			}
		}
		h.parts(t.Underlying(), depth)
	case *types.Struct:
		for f := range t.Fields() {
			if f.Exported() {
				h.parts(f.Type(), depth+1)
			}
		}
	}
}

// hasUnit reports whether functions of a package are known here, of its own fact or of one that carries them.
func (h *holder) hasUnit(pkg *types.Package) bool {
	return slices.ContainsFunc(h.Pkg.Imports(), func(p *types.Package) bool {
		u := h.Imports(p.Path())
		return u != nil && (p == pkg || slices.ContainsFunc(u.Funcs, func(f *Func) bool { return f.Package == pkg.Path() }))
	})
}

func (h *holder) inImports(symbol string) bool {
	return slices.ContainsFunc(h.Pkg.Imports(), func(p *types.Package) bool {
		u := h.Imports(p.Path())
		return u != nil && u.find(symbol) != nil
	})
}

// keepHeld keeps the variables with the methods that importers call through them.
func (l *lowerer) keepHeld(touched map[string]bool) {
	if !l.Main {
		return
	}
	init := l.Pkg.Path() + ".init"
	for _, v := range l.shown() {
		if methods := l.held(v); len(methods) > 0 {
			touched[init] = true
			l.refs[init] = append(l.refs[init], methods...)
		}
	}
}
