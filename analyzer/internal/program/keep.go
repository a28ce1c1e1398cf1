package program

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// keep decides which functions matter: those that touch HTTP, whoever refers to
// them, and whatever any of these refers to in the package.
//
// A function that uses a package variable depends on what that variable is made
// of, not on the whole package initializer; but where it is kept, the
// initializer is, for that is what runs.
func (l *lowerer) keep() {
	init := l.Pkg.Path() + ".init"
	callers := map[string][]string{}
	touched := map[string]bool{}
	for _, v := range l.variables() {
		for _, lhs := range v.lhs {
			node := variableNode(lhs.Name())
			for _, r := range v.refs {
				callers[r] = append(callers[r], node)
			}
			callers[node] = append(callers[node], init)
			touched[node] = touched[node] || v.touches
		}
	}
	for s, fn := range l.funcs {
		l.refs[s] = l.references(fn)
		for _, r := range l.refs[s] {
			if r != init && (s != init || !strings.HasPrefix(r, "var ")) {
				callers[r] = append(callers[r], s)
			}
		}
		touched[s] = touched[s] || l.touchesHTTP(fn)
	}
	l.touchMakers(touched)
	l.keepHeld(touched)
	for _, s := range l.declaredGuards() {
		touched[s] = touched[s] || l.Main
	}
	up := map[string]bool{}
	var work []string
	for s, yes := range touched {
		if yes {
			work = append(work, s)
		}
	}
	for len(work) > 0 { // whoever refers to them
		s := work[len(work)-1]
		work = work[:len(work)-1]
		if !up[s] {
			up[s] = true
			work = append(work, callers[s]...)
		}
	}
	level := sortedKeys(up)
	for depth := 0; len(level) > 0; depth++ { // and whatever they refer to
		var next []string
		for _, s := range level {
			if l.kept[s] || l.funcs[s] == nil || l.known(s) || l.tooFar(s, depth) {
				continue
			}
			l.kept[s] = true
			next = append(next, l.refs[s]...)
		}
		level = next
	}
}

// touchMakers adds what makes and configures the types that serve: constructors,
// methods that return their receiver, and functions that return an option, which is
// a function that is given one, or an interface with a method that is. What a handler does may depend on a field that is
// set there. Of another module's package, only options are added, also those for a struct
// that has handlers in it, which is given to what serves; and what makes such a struct, in which a
// program may leave its router.
func (l *lowerer) touchMakers(touched map[string]bool) {
	serves := map[*types.TypeName]bool{}
	for s, fn := range l.funcs {
		if touched[s] && fn.Signature.Recv() != nil {
			if n := ownNamed(fn.Signature.Recv().Type(), l.Pkg); n != nil {
				serves[n] = true
			}
		}
	}
	for s, fn := range l.funcs {
		for v := range fn.Signature.Results().Variables() {
			if n := ownNamed(v.Type(), l.Pkg); n != nil && serves[n] && (l.Main || l.hasHandlers(n)) || l.isOption(v.Type(), serves) {
				touched[s] = true
			}
		}
	}
}

// isOption reports whether a type is that of functions which are given one of the
// types of the package that serve, or a struct with handlers, or of what has a method like
// that.
func (l *lowerer) isOption(t types.Type, serves map[*types.TypeName]bool) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return l.configures(u, serves)
	case *types.Interface:
		for m := range u.Methods() {
			if l.configures(m.Signature(), serves) {
				return true
			}
		}
	}
	return false
}

// configures reports whether a function is given such a type or struct.
func (l *lowerer) configures(sig *types.Signature, serves map[*types.TypeName]bool) bool {
	for v := range sig.Params().Variables() {
		if n := ownNamed(v.Type(), l.Pkg); n != nil && (serves[n] || l.hasHandlers(n)) {
			return true
		}
	}
	return false
}

// hasHandlers reports whether a type is a struct with a field that is a server's.
func (l *lowerer) hasHandlers(n *types.TypeName) bool {
	s, ok := n.Type().Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if l.seesType(f.Type(), 0) {
			return true
		}
	}
	return false
}

// ownNamed is the type of the package that t is, or points to.
func ownNamed(t types.Type, pkg *types.Package) *types.TypeName {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok && n.Obj().Pkg() == pkg {
		return n.Obj()
	}
	return nil
}

// The bounds on what is kept of another module's package for the sake of
// functions that touch HTTP: what lies deeper, or is larger, computes something
// (a checksum, a compressed stream), and it is enough to know from what.
const (
	maxForeignDepth = 3
	maxForeignSize  = 150 // instructions
)

// tooFar reports whether a function is beyond those bounds.
func (l *lowerer) tooFar(symbol string, depth int) bool {
	if l.Main || depth == 0 {
		return false
	}
	if depth > maxForeignDepth {
		return true
	}
	if l.leftOut && symbol == l.Pkg.Path()+".init" { // with the tables it is
		return true
	}
	n := 0
	for _, b := range l.funcs[symbol].Blocks {
		n += len(b.Instrs)
	}
	return n > maxForeignSize
}

// known reports whether the machines need no body of the function.
func (l *lowerer) known(symbol string) bool { return l.Known != nil && l.Known(symbol) }

// references lists what a function mentions: functions it calls or uses as
// values, closures, methods of the types it converts to interfaces or passes as
// type arguments, package variables of its own package, and the initializer of
// every package whose variables it uses.
func (l *lowerer) references(fn *ssa.Function) []string {
	set := map[string]bool{}
	var ops [8]*ssa.Value
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if _, debug := instr.(*ssa.DebugRef); debug {
				continue
			}
			for _, op := range instr.Operands(ops[:0]) {
				switch v := (*op).(type) {
				case *ssa.Function:
					set[target(v)] = true
					for _, t := range v.TypeArgs() {
						l.methodsOf(t, set, 0)
					}
				case *ssa.Global:
					if v.Pkg != nil {
						set[v.Pkg.Pkg.Path()+".init"] = true
					}
					if v.Pkg == l.pkg {
						set[variableNode(v.Name())] = true
					}
				}
			}
			if in, ok := instr.(*ssa.MakeInterface); ok {
				l.methodsOf(in.X.Type(), set, 0)
			}
		}
	}
	delete(set, Symbol(fn))
	return sortedKeys(set)
}

// methodsOf adds the methods a type has, itself and through embedded fields. A function
// in an interface is called by who looks at its type, such as a container of
// dependencies, and what it returns may be put into interfaces there.
func (l *lowerer) methodsOf(t types.Type, set map[string]bool, depth int) {
	if depth > maxTypeDepth || t == nil {
		return
	}
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		for m := range n.Origin().Methods() {
			set[SymbolOf(m)] = true
		}
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			if f.Embedded() {
				l.methodsOf(f.Type(), set, depth+1)
			}
		}
	case *types.Signature:
		for v := range u.Results().Variables() {
			l.methodsOf(v.Type(), set, depth+1)
		}
	}
}
