package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// typeAssert is v.(T): the value, or in the comma-ok form the value and whether
// it has the type.
func (a *activation) typeAssert(v av, in *program.Instr) av {
	val := v
	val.dyn = ""
	if v.role == frameworks.RoleContext && a.ownContext(in.Sym) != nil {
		val.dyn, val.nilness = in.Sym, nonNil
	}
	ok := av{lab: v.lab, presence: true, positive: 1, origin: v.origin}
	if v.origin > 0 && in.N == 1 {
		a.asserted = a.asserted.with(v.origin)
	}
	if v.dyn != "" && !a.isGiven(v.origin) { // it was made an interface in this step: whoever asks, the type is the same
		ok.lab, ok.origin = 0, 0
	}
	typ := v.dyn
	switch x := v.v.(type) {
	case value.Iface:
		if x.Type == in.Sym {
			val.v = x.Val
		}
		typ = x.Type
	case value.Nil:
		typ = "nil"
	case nil:
		if v.dyn == in.Sym && !v.sure {
			val.nilness = maybeNil
		}
	default:
		typ = ""
	}
	truth, known := a.hasType(typ, in.Sym)
	if typ == "" && v.v == nil && v.status > 0 && v.nilness == nonNil && a.ofFramework(in.Sym) { // as errors.As has it
		truth, known = true, true
	}
	if known {
		if ok.v = value.Bool(truth); !truth {
			val = zeroAV(a.prog, in.Sym)
			val.lab, val.origin = ok.lab, ok.origin
		} else if a.isGiven(v.origin) {
			val.nilness = nonNil
		}
	}
	if v.hollow && truth && known {
		val.v, val.nilness = value.Nil{}, isNil
	}
	val.hollow, val.inside = false, isPointer(in.Sym)
	if in.N == 1 {
		return av{tuple: []av{val, ok}}
	}
	return val
}

// hasType reports whether a value of a dynamic type passes an assertion, and
// whether that is known. The methods of a type are known where they have bodies.
func (r *run) hasType(typ, asserted string) (truth, known bool) {
	if typ == "" {
		return false, false
	}
	t := r.prog.Type(asserted)
	if typ == plainError || typ == wrappedError {
		return errorHasType(t, asserted, typ)
	}
	if typ == asserted || typ == "nil" || t == nil || t.Kind != program.KindInterface {
		return typ == asserted, true
	}
	switch dyn := r.prog.Type(typ); {
	case dyn == nil, !dyn.Named && (dyn.Kind == program.KindSlice || dyn.Kind == program.KindMap): // basic types are in no table
		return len(t.Methods) == 0, true
	}
	for _, m := range t.Methods {
		if _, _, has := r.prog.Method(typ, m); !has {
			return false, r.lacks(typ, m)
		}
	}
	return true, true
}

// lacks reports whether a type is known not to have a method.
func (r *run) lacks(typ, method string) bool {
	t := r.prog.Type(strings.TrimPrefix(typ, "*"))
	return t != nil && t.Kind == program.KindStruct && len(t.Methods) > 0 && !slices.Contains(t.Methods, method)
}

// errorHasType does so for the errors of packages errors and fmt. They have the
// method Error; those that wrap others have one besides.
func errorHasType(t *program.Type, asserted, typ string) (truth, known bool) {
	switch {
	case asserted == "error" || asserted == "any":
		return true, true
	case t == nil || t.Kind != program.KindInterface:
		return typ == asserted, true
	case len(t.Methods) == 0 || len(t.Methods) == 1 && t.Methods[0] == "Error":
		return true, true
	}
	return false, typ == plainError
}
