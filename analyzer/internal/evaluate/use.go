package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// use gives middleware to a router.
func (a *action) use(r *Router) {
	if a.call.Mixed != 0 {
		a.useMixed(r)
		return
	}
	steps := a.steps(r, a.call.Middleware)
	for i := range steps {
		steps[i].Pre = a.call.Set == "pre"
	}
	a.attach(r, r.Prefix, steps)
}

// attach adds steps to a router's own; where they are positional, at this place
// in the order of all registrations.
func (a *action) attach(r *Router, below value.Text, steps []Step) {
	if r.Kind.Bind == frameworks.Positional {
		a.m.seq++
		for i := range steps {
			steps[i].Seq, steps[i].Below = a.m.seq, below
		}
	}
	r.Own = append(r.Own, steps...)
}

// useMixed reads a list in which texts are the prefixes of what follows, routers
// are mounted, and the rest is middleware.
func (a *action) useMixed(r *Router) {
	list, ok := a.m.elements(a.arg(a.call.Mixed))
	if !ok {
		a.attach(r, r.Prefix, a.steps(r, a.call.Mixed))
		return
	}
	prefixes := []value.Text{{}}
	for _, v := range list {
		if texts, ok := a.texts(v); ok {
			prefixes = texts
			continue
		}
		for _, p := range prefixes {
			below := joinPattern(r.Kind.Join, r.Prefix, p)
			if sub, ok := a.m.router(v); ok {
				a.mountAt(r, below, value.Native{Obj: sub})
				continue
			}
			a.attach(r, below, a.stepOf(v, a.m.tables.Shape(r.Kind.Shape)))
		}
	}
}

// texts views a value as a text or a list of texts.
func (a *action) texts(v value.Value) ([]value.Text, bool) {
	switch v := value.Deref(v).(type) {
	case value.Text:
		return []value.Text{v}, true
	case *value.Slice:
		var out []value.Text
		list, _ := a.m.elements(v)
		for _, e := range list {
			t, ok := value.Deref(e).(value.Text)
			if !ok {
				return nil, false
			}
			out = append(out, t)
		}
		return out, len(out) > 0
	case *value.Unknown:
		return []value.Text{value.AsText(v)}, v.Type == "string"
	}
	return nil, false
}

// configure gives a new router the fields of the structs that it is made with.
func (a *action) configure(r *Router) {
	list, _ := a.m.elements(a.arg(a.call.Config))
	for _, v := range list {
		s, ok := value.Deref(v).(*value.Struct)
		if !ok {
			continue
		}
		t := a.m.prog.Type(s.Type)
		if t == nil {
			continue
		}
		for i, f := range t.Fields {
			if got := a.m.load(a.m.field(s, i, f.Type)); got != nil {
				a.m.store(r.FieldCell(f.Name, f.Type), got)
			}
		}
	}
}

// An option is a value that gives middleware to the router it is for, or fills it.
type option struct{ middleware, fill value.Value }

// NativeType implements [value.NativeObject].
func (*option) NativeType() string { return "option" }

// FieldCell implements [value.NativeObject].
func (*option) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

// choose applies the options that a router is made with.
func (a *action) choose(r *Router) {
	v := a.arg(a.call.Options)
	if v == nil {
		return
	}
	list, ok := a.m.elements(v)
	if !ok {
		a.m.note(a.in.Pos, "the options of "+short(a.symbol)+" are not known"+because(v))
		return
	}
	for _, o := range list {
		n, ok := a.m.native(o)
		if opt, isOption := n.Obj.(*option); ok && isOption {
			a.attach(r, r.Prefix, a.stepsOf(r, opt.middleware))
			a.fill(value.Native{Obj: r}, r, opt.fill)
		}
	}
}

// pattern is a method and a pattern as one text.
func (a *action) pattern() value.Value {
	t := a.text(a.call.Pattern)
	if len(a.call.Methods) == 0 {
		return t
	}
	return value.Concat(value.String(a.call.Methods[0]+" "), t)
}
