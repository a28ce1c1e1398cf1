package program

import (
	"go/types"
	"strings"
)

// The errors of an application often have a package of their own, which sees nothing of
// HTTP: they say by a method what they are, a name or a status, and a function
// elsewhere answers with that.

// hasTellingErrors reports whether the package declares a type of errors that says
// more of itself than its text.
func (in *Input) hasTellingErrors() bool {
	scope := in.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !obj.Exported() {
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

// tellsOfError reports whether a function is a method by which an exported type of
// errors says what it is.
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
	return ok && n.Obj().Exported() && isErrorType(n)
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

// Libraries, too, make errors with a status in packages that see nothing of HTTP: what answers
// for an error reads the number in it, so what the number is decides whether that is a refusal.

// makesStatusErrors reports whether the package declares a function that makes an error with a
// status.
func (in *Input) makesStatusErrors() bool {
	scope := in.Pkg.Scope()
	for _, name := range scope.Names() {
		if fn, ok := scope.Lookup(name).(*types.Func); ok && makesStatusError(fn) {
			return true
		}
	}
	return false
}

// makesStatusError reports whether a function makes an error with a status of texts, numbers
// and other errors; or a method does, or adds to one.
func makesStatusError(fn *types.Func) bool {
	sig := fn.Signature()
	if !fn.Exported() || sig.Results().Len() != 1 || !isStatusError(sig.Results().At(0).Type()) {
		return false
	}
	if sig.Recv() != nil && !isStatusError(sig.Recv().Type()) {
		return false
	}
	for v := range sig.Params().Variables() {
		if _, basic := v.Type().Underlying().(*types.Basic); !basic && !types.IsInterface(v.Type()) && !sig.Variadic() {
			return false
		}
	}
	return true
}

// isStatusError reports whether a type is an exported struct, or points to one, that is an error
// and has a number which is called a status or a code.
func isStatusError(t types.Type) bool {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || !n.Obj().Exported() || !isErrorType(n) {
		return false
	}
	s, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		b, ok := f.Type().Underlying().(*types.Basic)
		if ok && b.Info()&types.IsInteger != 0 && IsStatusName(f.Name()) {
			return true
		}
	}
	return false
}

// IsStatusName reports whether a field is called as those are that hold a status.
func IsStatusName(name string) bool {
	switch strings.ToLower(name) {
	case "code", "status", "statuscode", "httpstatus", "httpcode":
		return true
	}
	return false
}
