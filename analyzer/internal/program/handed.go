package program

import "go/types"

// A package may hand out what others have made: by a function, in a field, or under a name of its own.
//
//	type Porter = porters.Porter
//
//	func Hire() *Porter { return porters.New() }
//
// Whoever calls a method of it need not import the other package, and sees the facts of this one alone,
// which must have these methods then.

// handedOut lists the methods that may be called on what the kept functions return and what the types
// of the package are made of, and of which an import has the body.
func (l *lowerer) handedOut() []string {
	h := &holder{Input: &l.Input, methods: map[string]bool{}}
	look := func(t types.Type) {
		h.seen = map[types.Type]bool{}
		h.parts(t, 0)
	}
	for s := range l.kept {
		if obj, ok := l.funcs[s].Object().(*types.Func); ok && obj.Exported() {
			for v := range obj.Signature().Results().Variables() {
				look(v.Type())
			}
		}
	}
	scope := l.Pkg.Scope()
	for _, name := range scope.Names() {
		if t, ok := scope.Lookup(name).(*types.TypeName); ok && t.Exported() {
			look(t.Type())
		}
	}
	return sortedKeys(h.methods)
}
