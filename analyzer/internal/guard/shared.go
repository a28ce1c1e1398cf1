package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// What a step leaves in the context may be the application's own: a database, or a container of
// services, which registration has made, and which is the same for every request. That it has
// nothing, or does not answer, says nothing of who asks: a step behind is simulated once more,
// for which it comes from no request.

// findShared finds the places that hold the same thing of the application's wherever a request
// goes on. Only what registration made counts: what is made for a request, and constants, may be
// filled in by a step behind.
func (r *run) findShared() {
	for i, k := range r.origins {
		if c := r.context[i+1]; c != nil && k.source == frameworks.SourceContext && k.field == "" && r.keeps.has(i+1) {
			r.shareParts(k, 0, func(st *state) (av, bool) { return r.read(st, c) })
		}
	}
}

// shareParts notes a place, or the fields of the struct that it holds, which was made for the request.
func (r *run) shareParts(k Key, depth int, held func(*state) (av, bool)) {
	v, ok := r.everywhere(held)
	switch {
	case !ok || depth > deepest:
		return
	case r.isShared(v):
		r.givens = append(r.givens, Given{Key: k, Type: dynamicType(v), Shared: true})
		return
	}
	ptr, ok := value.Deref(v.v).(value.Pointer)
	if !ok {
		return
	}
	s, ok := ptr.Cell.Val.(*value.Struct)
	if !ok || !r.local(ptr.Cell) {
		return
	}
	for _, f := range s.Fields {
		if f == nil {
			continue
		}
		part := k
		part.field += "." + r.fieldName(s, f)
		r.shareParts(part, depth+1, func(st *state) (av, bool) { return r.load(f, st, f.Type), true })
	}
}

// everywhere is what is held wherever a request goes on, if that is always the same.
func (r *run) everywhere(held func(*state) (av, bool)) (av, bool) {
	var out av
	for i, mem := range r.went {
		v, ok := held(&state{mem: mem})
		if !ok || i > 0 && (!sameValue(v.v, out.v) || v.made != out.made) {
			return av{}, false
		}
		v.lab |= out.lab
		out = v
	}
	return out, len(r.went) > 0
}

// isShared reports whether a value is one that registration made.
func (r *run) isShared(v av) bool {
	if v.lab != 0 || v.role != 0 || v.source != 0 || v.status != 0 || len(v.holds) > 0 {
		return false
	}
	switch x := value.Deref(v.v).(type) {
	case nil:
		return v.made != nil
	case value.Pointer:
		return !r.local(x.Cell)
	case value.Native:
		return true
	}
	return false
}

// dynamicType is the type of what an interface holds, empty if that is not known.
func dynamicType(v av) string {
	if x, ok := v.v.(value.Iface); ok {
		return x.Type
	}
	return v.dyn
}

// shared is what a place holds that earlier steps have left, if it is the application's own:
// it comes from no request, and whether it is nil is for registration to say.
func (r *run) shared(v av) av {
	if g, ok := r.leftAt(v.origin, func(g Given) bool { return g.Shared }); ok {
		return av{dyn: g.Type}
	}
	return v
}

// looksAt reports whether the step reads what is given, and may refuse somebody for what it says.
func (s *Summary) looksAt(g Given) bool {
	return slices.Contains(s.run.origins, g.Key) &&
		slices.ContainsFunc(s.run.condSeq, func(c *cond) bool { return c.lab&Context != 0 }) &&
		slices.ContainsFunc(s.exits, func(e exit) bool { return !e.goesOn })
}
