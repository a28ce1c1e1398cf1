package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// What a step puts into the context it may read again itself: one middleware calls
// another one, a handler asks for what its wrapper has found. Within the step the
// context is storage like any other; what it holds when the step begins is what
// earlier steps have left there, nothing for a request that proves nothing.

// contextCell is where the context holds what is kept under the key of a call, and
// the number of that place; nil if nobody knows which key that is.
func (c *effectCall) contextCell() (*value.Cell, int) {
	o := c.contextPlace()
	if o == 0 || c.origins[o-1].vague {
		return nil, o
	}
	if c.context[o] == nil {
		c.context[o] = &value.Cell{}
	}
	return c.context[o], o
}

// contextPlace numbers the place that a call stores to or reads: a key of the context, or
// what the framework itself says of the request, which a call may say otherwise.
func (c *effectCall) contextPlace() int {
	key, keyed := c.arg(c.e.Key)
	if !keyed && c.e.Source == frameworks.SourceRoute {
		return c.number(Key{source: c.e.Source})
	}
	return c.originOf(frameworks.SourceContext, key)
}

// keep stores what a call puts into the context. It notes what is something also
// for a request that proves nothing: a user that is looked up is nil for such a
// request; one that is made up for it is not.
func (c *effectCall) keep() {
	v, ok := c.stored()
	if !ok {
		return
	}
	cell, place := c.contextCell()
	c.run.keeps = c.run.keeps.with(place)
	switch {
	case place == 0:
		return
	case cell == nil: // whoever asks for a key of the type may find this, or something else
		if v.lab&proof == 0 && c.st.anon && !c.proven(c.st) {
			c.run.claims = c.run.claims.with(place).with(c.fieldOrigin(place, "*"))
		}
		return
	}
	c.run.write(c.st, cell, v)
	switch proven := c.proven(c.st); {
	case v.lab&Told != 0 && !proven:
		c.run.claims = c.run.claims.with(place)
		return
	case !c.st.anon || proven:
		return
	}
	c.leaves(place, v, 0)
}

// stored is the value that a call puts into the context, if it does.
func (c *effectCall) stored() (av, bool) {
	v, ok := c.arg(c.e.Stores)
	if !ok || !c.e.Optional {
		return v, ok
	}
	list, ok := value.Deref(v.v).(value.Pointer) // of a variadic call: see part2
	if !ok {
		return av{}, false
	}
	s, ok := list.Cell.Val.(*value.Struct)
	if !ok || len(s.Fields) == 0 || s.Fields[0] == nil {
		return av{}, false
	}
	return c.read(c.st, s.Fields[0])
}

// kept is what this step itself has put into the context under the key that a call
// asks for: the value, and that it is there.
func (c *effectCall) kept(in *program.Instr) ([]av, bool) {
	if c.e.Source != frameworks.SourceContext && c.e.Source != frameworks.SourceRoute {
		return nil, false
	}
	cell, _ := c.contextCell()
	if cell == nil {
		return nil, false
	}
	v, ok := c.read(c.st, cell)
	if !ok {
		return nil, false
	}
	if in.Type == "string" || in.Type == "bool" || in.Type == "int" {
		v.v, v.dyn = value.Deref(v.v), ""
	}
	if n := len(c.e.Anonymous); n > 1 {
		return []av{v, {v: value.Bool(true)}}, true
	}
	return []av{v}, true
}
