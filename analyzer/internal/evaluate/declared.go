package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// declared is the security that a route declares, by the struct that it is registered with,
// or by the options of the call that registers it.
func (a *action) declared() []string {
	if a.call.Declares == "" || a.record == nil {
		return a.m.declaredAround()
	}
	s, ok := a.m.load(a.record).(*value.Struct)
	if !ok {
		return nil
	}
	return a.m.alternatives(a.fieldNamed(s, a.m.prog.Type(s.Type), a.call.Declares))
}

// alternatives reads a list of maps, each the names of schemes that are asked for together.
// It is none if one of them asks nothing, or is not all known.
func (m *Machine) alternatives(v value.Value) []string {
	list, ok := m.elements(v)
	if !ok {
		return nil
	}
	var out []string
	for _, v := range list {
		set, ok := value.Deref(v).(*value.Map)
		if !ok || set.Data.Holes || len(set.Data.Keys) == 0 {
			return nil
		}
		var names []string
		for _, key := range set.Data.Keys {
			name, known := value.AsText(key).Known()
			if !known {
				return nil
			}
			names = append(names, name)
		}
		slices.Sort(names)
		out = append(out, strings.Join(names, " and "))
	}
	return out
}

// A security is what an option declares of a route.
type security struct {
	of  string   // the package whose routes it is for
	any []string // alternatives; none if nothing is asked for certain
}

// declare notes what an option declares that is called now: with the call by which the
// application came into the package, because that is about one route.
func (m *Machine) declare(s *security) {
	if s == nil {
		return
	}
	i := len(m.stack) - 1
	for i >= 0 && m.stack[i].fn.Package != s.of { // an option that gives others
		i--
	}
	for i > 0 && m.stack[i-1].fn.Package == s.of {
		i--
	}
	if i < 0 {
		return
	}
	f := m.stack[i]
	var any []string
	switch {
	case len(m.conds) > f.conds || len(s.any) == 0: // perhaps it is not given, or asks nothing
	case f.secures == nil:
		any = s.any
	case len(f.secures.any) > 0:
		any = slices.Compact(slices.Sorted(slices.Values(slices.Concat(f.secures.any, s.any))))
	}
	f.secures = &security{of: s.of, any: any}
}

// declaredAround is what options have declared in the calls that are going on.
func (m *Machine) declaredAround() []string {
	for _, f := range slices.Backward(m.stack) {
		if f.secures != nil {
			return f.secures.any
		}
	}
	return nil
}
