package program

import "go/types"

// The errors of an application often have a package of their own, which sees nothing of
// HTTP: they say by a method what they are, a name or a status, and a function
// elsewhere answers with that.

// hasTellingErrors reports whether the package declares a type of errors that says
// more of itself than its text. It need not be exported: a variable may hold one.
func (in *Input) hasTellingErrors() bool {
	scope := in.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		if n, ok := obj.Type().(*types.Named); ok && isErrorType(n) {
			for m := range n.Methods() {
				if m.Name() != "Error" && tells(m) {
					return true
				}
			}
		}
	}
	return false
}

// tellsOfError reports whether a function is a method by which a type of errors says
// what it is.
func tellsOfError(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || !tells(fn) {
		return false
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	return ok && isErrorType(n)
}

// tells reports whether a method is asked for nothing but a word, a number or a yes.
func tells(m *types.Func) bool {
	sig := m.Signature()
	if sig.Params().Len() != 0 || sig.Results().Len() != 1 || !m.Exported() {
		return false
	}
	_, ok := sig.Results().At(0).Type().Underlying().(*types.Basic)
	return ok
}

var errorInterface = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

func isErrorType(n *types.Named) bool {
	if n.TypeParams().Len() > 0 || types.IsInterface(n) {
		return false
	}
	return types.Implements(n, errorInterface) || types.Implements(types.NewPointer(n), errorInterface)
}
