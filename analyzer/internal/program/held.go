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

// held lists the methods that may be called on the parts of the package's variables, and of which an
// import has the body.
func (in *Input) held() []string {
	return in.methodsBehind(func(o types.Object) bool { _, ok := o.(*types.Var); return ok })
}

// methodsBehind lists the methods of imports that may be called on the exported objects of a kind that the package declares, or on their parts.
func (in *Input) methodsBehind(kind func(types.Object) bool) []string {
	h := &holder{Input: in, methods: map[string]bool{}}
	scope := in.Pkg.Scope()
	for _, name := range scope.Names() {
		if o := scope.Lookup(name); o.Exported() && kind(o) {
			h.seen = map[types.Type]bool{}
			h.parts(o.Type(), 0)
		}
	}
	return sortedKeys(h.methods)
}

type holder struct {
	*Input
	units   []*Unit         // of the imports
	within  map[string]bool // packages of which they have functions, or are
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
			if s := SymbolOf(m); m.Exported() && t.Obj().Pkg() != h.Pkg && slices.ContainsFunc(h.units, func(u *Unit) bool { return u.find(s) != nil }) {
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
	if h.within == nil { // few packages have variables of others' types
		h.units, h.within = h.importUnits(), map[string]bool{}
		for _, u := range h.units {
			h.within[u.Path] = true
			for _, f := range u.Funcs {
				h.within[f.Package] = true
			}
		}
	}
	return h.within[pkg.Path()]
}

// keepHeld keeps the initializer of the variables, with the methods that importers call through them.
func (l *lowerer) keepHeld(touched map[string]bool) {
	if !l.Main {
		return
	}
	if methods := l.held(); len(methods) > 0 {
		init := l.Pkg.Path() + ".init"
		touched[init] = true
		l.refs[init] = append(l.refs[init], methods...)
	}
}
