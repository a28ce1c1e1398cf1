package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// declared reads the security that a route declares by the struct that it is registered
// with: alternatives, each the names of its schemes. None if one of them asks nothing, or
// is not all known.
func (a *action) declared() []string {
	if a.call.Declares == "" || a.record == nil {
		return nil
	}
	s, ok := a.m.load(a.record).(*value.Struct)
	if !ok {
		return nil
	}
	list, ok := a.m.elements(a.fieldNamed(s, a.m.prog.Type(s.Type), a.call.Declares))
	if !ok {
		return nil
	}
	var out []string
	for _, v := range list {
		m, ok := value.Deref(v).(*value.Map)
		if !ok || m.Data.Holes || len(m.Data.Keys) == 0 {
			return nil
		}
		var names []string
		for _, key := range m.Data.Keys {
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
