package program

import "go/types"

// A package may give a type of another one a name of its own.
//
//	type Porter = porters.Porter
//
//	func Hire() *Porter { return porters.New() }
//
// Whoever calls a method of it need not import the other package, and sees the facts of this one alone,
// which must have these methods then. What has no such name, and is returned or in a field, is not
// carried: one application's middleware got a verdict by it that nobody had looked into.

// handedOut lists the methods that may be called by such names, and of which an import has the body.
func (l *lowerer) handedOut() []string {
	return l.methodsBehind(func(o types.Object) bool { t, ok := o.(*types.TypeName); return ok && t.IsAlias() })
}
