package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A part is what a container may be given, before it is.
type part struct {
	call  frameworks.Call
	name  string // of the function that made it
	list  value.Value
	notes value.Value
	named string // a name for what is given
	types []string
	at    program.Pos
}

// An annotated is a function with annotations, or with Set a single annotation.
type annotated struct {
	fn   value.Value
	set  string
	list value.Value
}

// NativeType implements [value.NativeObject].
func (*part) NativeType() string { return "part" }

// FieldCell implements [value.NativeObject].
func (*part) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

// NativeType implements [value.NativeObject].
func (*annotated) NativeType() string { return "annotation" }

// FieldCell implements [value.NativeObject].
func (*annotated) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

// inject does what has to do with a container of dependencies.
func (a *action) inject() value.Value {
	var s *scope
	if a.call.Container != 0 {
		n, _ := a.m.native(a.arg(a.call.Container))
		if h, ok := n.Obj.(*starter); ok {
			a.hook(h.of)
			return nil
		}
		if s, _ = n.Obj.(*scope); s == nil {
			a.m.note(a.in.Pos, "the container of "+short(a.symbol)+" is not known"+because(a.arg(a.call.Container)))
			return unknownOf(a.m, a.in, "the container is not known")
		}
	}
	switch a.call.Inject {
	case frameworks.InjectNew:
		s = newScope(&container{kind: a.m.tables.Container(a.call.Kind)}, nil)
		a.m.bundle(s, a.part())
		a.m.invokeAll(s)
		return a.made(value.Native{Obj: s})
	case frameworks.InjectScope:
		kid := newScope(s.of, s)
		a.m.bundle(kid, a.part())
		return value.Native{Obj: kid}
	case frameworks.InjectStart:
		a.m.start(s.of)
		return unknownOf(a.m, a.in, "")
	case frameworks.InjectGet:
		return a.get(s)
	case frameworks.InjectAnnotate:
		return value.Native{Obj: &annotated{fn: a.arg(a.call.Func), list: a.arg(a.call.Parts)}}
	case frameworks.InjectHookOf:
		return value.Native{Obj: &annotated{fn: a.arg(a.call.Func)}}
	case frameworks.InjectNote:
		return value.Native{Obj: &annotated{set: a.call.Set, list: a.arg(a.call.Parts)}}
	}
	if s == nil {
		return value.Native{Obj: a.part()}
	}
	a.m.take(s, a.part())
	a.m.invokeAll(s)
	return unknownOf(a.m, a.in, "")
}

func (a *action) part() *part {
	p := &part{
		call: a.call, name: short(a.symbol), list: a.arg(a.call.Parts), notes: a.arg(a.call.Options), types: a.typeArgs(), at: a.in.Pos,
	}
	if a.call.Func != 0 {
		p.list = a.m.listOf("[]any", []value.Value{a.arg(a.call.Func)})
	}
	if t, ok := a.text(a.call.Name).Known(); ok {
		p.named = t
	}
	return p
}

// typeArgs are the type arguments of the call.
func (a *action) typeArgs() []string {
	var out []string
	for _, t := range a.in.TypeArgs {
		if n := len(a.m.stack); n > 0 {
			t = a.m.stack[n-1].typ(t)
		}
		out = append(out, t)
	}
	return out
}

// get takes a value out of a container.
func (a *action) get(s *scope) value.Value {
	types := a.typeArgs()
	if len(types) == 0 {
		return unknownOf(a.m, a.in, "")
	}
	name, _ := a.text(a.call.Name).Known()
	return a.made(a.m.find(s, key{typ: types[0], name: name}, false, a.in.Pos))
}

// hook adds a function to run when the container starts.
func (a *action) hook(c *container) {
	v := a.arg(a.call.Func)
	if n, ok := a.m.native(v); ok {
		if of, ok := n.Obj.(*annotated); ok {
			v = of.fn
		}
	}
	if s, ok := v.(*value.Struct); ok {
		v = a.fieldNamed(s, a.m.prog.Type(s.Type), a.call.Field)
	}
	fn, params, _, _ := a.m.signature(v)
	if _, none := fn.(value.Nil); none {
		return
	}
	h := hook{fn: fn, conds: a.m.here(), at: a.in.Pos}
	for _, typ := range params {
		h.args = append(h.args, unknown(typ, "", a.in.Pos))
	}
	c.hooks = append(c.hooks, h)
}

// bundle gives a scope the parts of a list.
func (m *Machine) bundle(s *scope, of *part) {
	m.eachPart(of, func(v value.Value) {
		n, _ := m.native(v)
		if p, ok := n.Obj.(*part); ok {
			m.take(s, p)
			return
		}
		if fn, ok := value.Deref(v).(*value.Func); ok {
			m.callFor(fn, []value.Value{value.Native{Obj: s}}, nil, of.at)
			return
		}
		m.note(of.at, "a part that "+of.name+" is given is not known"+because(v))
	})
}

// eachPart runs do for each element of a part's list, under the conditions under which
// it is there.
func (m *Machine) eachPart(of *part, do func(v value.Value)) {
	if of.list == nil {
		return
	}
	list, ok := m.elements(of.list)
	if !ok {
		if _, isUnknown := of.list.(*value.Unknown); isUnknown {
			m.note(of.at, "the list that "+of.name+" is given is not known"+because(of.list))
			return
		}
		list = []value.Value{of.list} // a single one
	}
	for _, v := range list {
		c, ok := v.(value.Choice)
		if !ok {
			do(v)
			continue
		}
		conds := m.conds
		for _, alt := range c.Alts {
			if _, none := alt.Val.(value.Nil); none {
				continue
			}
			text := alt.Cond
			if text == "" {
				text = "a condition"
			}
			m.conds = append(conds[:len(conds):len(conds)], Cond{ID: &program.Instr{}, Arm: true, Text: text})
			do(alt.Val)
		}
		m.conds = conds
	}
}

// giveTo gives a part to a container, by calling it as a function.
func (m *Machine) giveTo(v value.Value, p *part) {
	n, _ := m.native(v)
	if s, ok := n.Obj.(*scope); ok {
		m.take(s, p)
		return
	}
	m.note(p.at, "the container that "+p.name+" is for is not known"+because(v))
}

// take gives a scope a part.
func (m *Machine) take(s *scope, p *part) {
	switch p.call.Inject {
	case frameworks.InjectBundle:
		m.bundle(s, p)
	case frameworks.InjectModule:
		m.bundle(newScope(s.of, s), p)
	case frameworks.InjectProvide:
		m.provide(s, p)
	case frameworks.InjectSupply, frameworks.InjectReplace:
		m.eachPart(p, func(v value.Value) { m.supply(s, p, v) })
	case frameworks.InjectDecorate:
		m.eachPart(p, func(v value.Value) {
			mk := m.maker(s, v, p)
			for _, g := range m.gifts(mk) {
				s.changed[g.key] = g
			}
		})
	case frameworks.InjectInvoke:
		m.eachPart(p, func(v value.Value) { s.invokes = append(s.invokes, m.maker(s, v, p)) })
	case frameworks.InjectAlias:
		if len(p.types) == 2 {
			mk := &maker{scope: s, params: p.types[:1], results: p.types[1:], at: p.at, conds: m.here()}
			s.give(gift{maker: mk, key: key{typ: p.types[1]}, field: -1, typ: p.types[0]}, false)
		}
	case frameworks.InjectPopulate:
		m.eachPart(p, func(v value.Value) { s.invokes = append(s.invokes, m.setter(s, v, p)) })
	}
}

// provide gives a scope constructors.
func (m *Machine) provide(s *scope, p *part) {
	private := false
	m.eachPart(p, func(v value.Value) {
		if i, ok := v.(value.Iface); ok && i.Type == s.of.kind.Private {
			private = true
		}
	})
	m.eachPart(p, func(v value.Value) {
		if i, ok := v.(value.Iface); ok && i.Type == s.of.kind.Private && i.Type != "" {
			return
		}
		mk := m.maker(s, v, p)
		if len(mk.results) == 0 {
			m.note(p.at, "what "+p.name+" is given is not known"+because(v))
		}
		for _, g := range m.gifts(mk) {
			s.give(g, private)
		}
	})
}

// maker makes one of a function, which may be annotated.
func (m *Machine) maker(s *scope, v value.Value, p *part) *maker {
	mk := &maker{scope: s, at: p.at, conds: m.here()}
	mk.notes.name = p.named
	if list, ok := m.elements(p.notes); ok {
		m.annotate(&mk.notes, list)
	}
	fn := m.target(s, v, &mk.notes)
	mk.fn, mk.params, mk.results, mk.variadic = m.signature(fn)
	if len(p.types) > 0 && p.call.Inject == frameworks.InjectProvide {
		mk.results = append([]string{p.types[0]}, "error")
	}
	return mk
}

// supply gives a value that is there already.
func (m *Machine) supply(s *scope, p *part, v value.Value) {
	mk := &maker{scope: s, at: p.at, conds: m.here(), done: true}
	mk.notes.name = p.named
	v = m.target(s, v, &mk.notes)
	i, ok := v.(value.Iface)
	switch {
	case len(p.types) > 0:
		mk.results, mk.got = p.types[:1], []value.Value{v}
	case ok:
		mk.results, mk.got = []string{i.Type}, []value.Value{i.Val}
	default:
		return
	}
	for _, g := range m.gifts(mk) {
		if p.call.Inject == frameworks.InjectReplace {
			s.changed[g.key] = g
			continue
		}
		s.give(g, false)
	}
}

// setter sets what a pointer refers to, when it is its turn.
func (m *Machine) setter(s *scope, v value.Value, p *part) *maker {
	mk := &maker{scope: s, at: p.at, conds: m.here()}
	v = m.target(s, v, &mk.notes)
	i, ok := v.(value.Iface)
	if ok {
		mk.params, mk.fn = []string{strings.TrimPrefix(i.Type, "*")}, i.Val
	}
	return mk
}

// invokeAll calls what is to be invoked: that of modules first.
func (m *Machine) invokeAll(s *scope) {
	for _, kid := range s.kids {
		m.invokeAll(kid)
	}
	invokes := s.invokes
	s.invokes = nil
	for _, mk := range invokes {
		if p, ok := mk.fn.(value.Pointer); ok {
			m.store(p.Cell, m.wanted(mk)[0])
			continue
		}
		m.results(mk)
	}
}
