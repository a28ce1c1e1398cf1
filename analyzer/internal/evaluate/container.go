package evaluate

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A container makes values by their types. A scope is a module of it: it sees what
// the scopes above it have, and may have what they do not see.
type container struct {
	kind    *frameworks.Container
	hooks   []hook
	started bool
}

type scope struct {
	of      *container
	parent  *scope
	kids    []*scope
	makers  map[key][]gift
	changed map[key]gift // by decorators
	invokes []*maker
}

// A hook is a function that runs when the container starts.
type hook struct {
	fn    value.Value
	args  []value.Value
	conds []Cond
	at    program.Pos
}

// A key is what values are found by.
type key struct{ typ, name, group string }

// A gift is a result of a constructor, or a field of one.
type gift struct {
	maker   *maker
	key     key
	result  int
	field   int    // -1: the result itself
	typ     string // its own type, where it is given as an interface
	flatten bool   // a slice whose elements are given to the group
}

func newScope(of *container, parent *scope) *scope {
	s := &scope{of: of, parent: parent, makers: map[key][]gift{}, changed: map[key]gift{}}
	if parent != nil {
		parent.kids = append(parent.kids, s)
	}
	return s
}

// NativeType implements [value.NativeObject].
func (s *scope) NativeType() string { return s.of.kind.Type }

// FieldCell implements [value.NativeObject].
func (s *scope) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

// A starter is what takes a container's hooks.
type starter struct{ of *container }

// NativeType implements [value.NativeObject].
func (s *starter) NativeType() string { return s.of.kind.Hooks }

// FieldCell implements [value.NativeObject].
func (s *starter) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

func (s *scope) root() *scope {
	for s.parent != nil {
		s = s.parent
	}
	return s
}

// give puts a gift where it is seen from: everywhere, unless it is private.
func (s *scope) give(g gift, private bool) {
	if !private && !s.of.kind.Keeps {
		s = s.root()
	}
	s.makers[g.key] = append(s.makers[g.key], g)
}

// find is the value of a key as a scope sees it.
func (m *Machine) find(s *scope, k key, optional bool, at program.Pos) value.Value {
	for up := s; up != nil; up = up.parent {
		if g, ok := up.changed[k]; ok && !g.maker.running { // a decorator itself wants what was there before
			return m.gift(g)
		}
	}
	for up := s; up != nil; up = up.parent {
		if list := up.makers[k]; len(list) > 0 {
			return m.oneOf(list)
		}
	}
	switch {
	case k.typ == s.of.kind.Hooks && k.typ != "":
		return value.Native{Obj: &starter{s.of}}
	case slices.Contains(s.of.kind.Self, k.typ):
		return value.Native{Obj: s}
	case optional:
		return m.zero(k.typ)
	}
	return unknown(k.typ, "nothing that was read provides "+k.typ, at)
}

// oneOf is what one of several constructors makes; which one hangs on the conditions
// under which they were provided.
func (m *Machine) oneOf(list []gift) value.Value {
	out := m.gift(list[0])
	for _, g := range list[1:] {
		out = m.join(out, m.gift(g), conditionOf(list[0]), conditionOf(g))
	}
	return out
}

func conditionOf(g gift) string {
	if n := len(g.maker.conds); n > 0 {
		return g.maker.conds[n-1].String()
	}
	return ""
}

// members lists what a group has, as a scope sees it. The order is that of their
// constructors; a container may shuffle them.
func (m *Machine) members(s *scope, k key, at program.Pos) value.Value {
	for up := s; up != nil; up = up.parent {
		if g, ok := up.changed[k]; ok && !g.maker.running {
			return m.gift(g)
		}
	}
	var list []value.Value
	for up := s; up != nil; up = up.parent {
		for _, g := range up.makers[k] {
			v := m.gift(g)
			if !g.flatten {
				list = append(list, v)
				continue
			}
			more, ok := m.elements(v)
			if !ok {
				return unknown("[]"+k.typ, "a part of the group "+k.group+" is not known", at)
			}
			list = append(list, more...)
		}
	}
	return m.listOf("[]"+k.typ, list)
}

// gift calls the constructor, if nobody did so far, and takes the result.
func (m *Machine) gift(g gift) value.Value {
	results := m.results(g.maker)
	if g.result >= len(results) {
		return unknown(g.key.typ, "", g.maker.at)
	}
	v := results[g.result]
	if g.field >= 0 {
		s, ok := v.(*value.Struct)
		if !ok {
			return unknown(g.key.typ, reasonOf(v), g.maker.at)
		}
		v = m.load(m.field(s, g.field, ""))
	}
	if g.typ == "" {
		return v
	}
	return m.each(v, func(v value.Value) value.Value {
		if _, already := v.(value.Iface); already {
			return v
		}
		return value.Iface{Type: g.typ, Val: v}
	})
}

// start runs the hooks, in their order.
func (m *Machine) start(c *container) {
	if c.started {
		return
	}
	c.started = true
	for i := 0; i < len(c.hooks); i++ { // a hook may add others
		h := c.hooks[i]
		conds := m.conds
		m.conds = append(m.conds[:len(m.conds):len(m.conds)], h.conds...)
		m.callFor(h.fn, h.args, nil, h.at)
		m.conds = conds
	}
}
