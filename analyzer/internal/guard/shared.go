package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// What a step leaves in the context may be the application's own: a database, or a container of
// services, which registration has made, and which is the same for every request. That it has
// nothing, or does not answer, says nothing of who asks: a step behind is simulated once more,
// for which it comes from no request. Nor does what an earlier step has made of the body alone:
// whoever sends one chooses it.

// findShared finds the places that hold the same thing of the application's wherever a request
// goes on. Only what registration made counts: what is made for a request, and constants, may be
// filled in by a step behind.
func (r *run) findShared() {
	for i, k := range r.origins {
		if c := r.context[i+1]; c != nil && k.source == frameworks.SourceContext && k.field == "" && r.keeps.has(i+1) {
			r.shareParts(k, 0, func(st *state) (av, bool) { return r.read(st, c) })
			r.findSaid(k, c)
		}
	}
}

// said are the labels of what a request says of what it wants. It proves nothing; what is found by
// it, or made of it and of something else, may.
const said = Body | Unsigned | Query | Param | Path | Method | Content

// findSaid finds the places that hold what the request says, wherever it goes on: a body, taken
// apart for the steps behind, that the handler would take apart otherwise.
func (r *run) findSaid(k Key, c *value.Cell) {
	g := Given{Key: k, Plain: true}
	for i, mem := range r.went {
		st := &state{mem: mem}
		v, ok := r.read(st, c)
		lab := r.contents(v, st, 0)
		if !ok || lab == 0 || lab&^said != 0 {
			return
		}
		if typ := dynamicType(v); i == 0 {
			g.Type = typ
		} else if g.Type != typ {
			g.Type = ""
		}
		g.Lab |= lab
	}
	if g.Lab != 0 {
		r.givens = append(r.givens, g)
	}
}

// Named is what a router puts into the context under the name of a parameter of the pattern it has found.
func Named(parameter string) Given {
	return Given{Key: Key{source: frameworks.SourceContext, typ: "string", name: parameter}, Type: "string", Plain: true, Lab: Param}
}

// contents are the labels of a value, and of all that it holds which was made for the request.
func (r *run) contents(v av, st *state, depth int) Label {
	lab := v.lab
	if v.role != 0 || v.source != 0 {
		lab |= Request
	}
	ptr, ok := value.Deref(v.v).(value.Pointer)
	if !ok || !r.local(ptr.Cell) || depth > deepest {
		return lab
	}
	s, ok := ptr.Cell.Val.(*value.Struct)
	if !ok {
		return lab | r.contents(r.load(ptr.Cell, st, ptr.Cell.Type), st, depth+1)
	}
	filled, _ := r.filledStruct(s)
	lab |= filled
	for _, f := range s.Fields {
		if f != nil {
			lab |= r.contents(r.load(f, st, f.Type), st, depth+1)
		}
	}
	return lab
}

// shareParts notes a place, or the fields of the struct that it holds, which was made for the request.
func (r *run) shareParts(k Key, depth int, held func(*state) (av, bool)) {
	v, ok := r.everywhere(held)
	switch {
	case !ok || depth > deepest:
		return
	case r.isShared(v):
		r.givens = append(r.givens, Given{Key: k, Type: dynamicType(v), Plain: true})
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

// shared is what a place holds that earlier steps have left, if it says nothing of who asks: where it
// is the application's own, it comes from no request, and whether it is nil is for registration to say.
func (r *run) shared(v av) av {
	if g, ok := r.leftAt(v.origin, func(g Given) bool { return g.Plain }); ok {
		return av{dyn: g.Type, lab: g.Lab}
	}
	return v
}

// fillsIn notes that who is known may be written into what the context holds, where it is stored through, or
// given to an unread function with the request. Then the place is about who asks.
func (r *run) fillsIn(places ...av) {
	for _, a := range places {
		if a.origin > 0 {
			r.fills = r.fills.with(a.origin)
		}
	}
}

// filledBy reports whether changing what is in a place changes what was said there by the request.
func (g Given) filledBy(k Key) bool { return g.Lab != 0 && (k == g.Key || k.within(g.Key)) }

// looksAt reports whether the step reads what is given, and may refuse somebody for what it says.
func (s *Summary) looksAt(g Given) bool {
	for i, k := range s.run.origins {
		if s.run.fills.has(i+1) && g.filledBy(k) {
			return false
		}
	}
	return slices.Contains(s.run.origins, g.Key) &&
		slices.ContainsFunc(s.run.condSeq, func(c *cond) bool { return c.lab&Context != 0 }) &&
		slices.ContainsFunc(s.exits, func(e exit) bool { return !e.goesOn })
}
