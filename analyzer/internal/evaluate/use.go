package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// use gives middleware to a router.
func (a *action) use(r *Router) {
	if a.call.Mixed != 0 {
		a.useMixed(r)
		return
	}
	if a.call.Func != 0 {
		r.modify = append(r.modify, modifier{fn: a.arg(a.call.Func), next: a.call.Set == "next"})
		return
	}
	steps := a.listed(r)
	if a.call.Covers != 0 {
		a.cover(r, steps)
		return
	}
	switch a.call.Set {
	case "note":
		a.note(&r.notes)
		return
	case "before":
		r.useBefore(steps)
		return
	case "once":
		r.useOnce(steps)
		return
	case "global":
		r.useGlobal(steps)
		return
	case "none":
		r.reset()
		return
	case "instead":
		r.reset()
	case "without":
		r.exclude(a.stepNames())
		return
	case "fewer":
		r.doubt(Cond{ID: a.in, Arm: true, Text: short(a.symbol) + " leaves it"})
		return
	case "shape":
		r.shape = a.m.tables.Shape(a.call.Shape)
		return
	}
	include(r.without, steps)
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
	r.add(steps)
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

// An option is a value that gives middleware or a prefix to the router or the route
// it is for, or fills the router.
type option struct {
	middleware, fill value.Value
	shapes           []string // of the middleware; none is that of the router
	first            bool     // it stands before that of other options
	more             []*option
	conds            []Cond // under which it is given
	prefix           value.Text
	secures          *security
}

// option makes one.
func (a *action) option() value.Value {
	o := &option{
		middleware: a.arg(a.call.Middleware), fill: a.arg(a.call.Func), prefix: a.text(a.call.Pattern), shapes: a.call.Shapes,
		first: a.call.Set == "first", more: a.options(),
	}
	if a.call.Secures != 0 {
		o.secures = &security{of: a.symbol[:strings.LastIndexByte(a.symbol, '.')], any: a.m.alternatives(a.arg(a.call.Secures))}
	}
	if a.call.Shape != "" {
		o.shapes = []string{a.call.Shape}
	}
	if a.call.Make != "" {
		args := slices.Clone(a.args)
		if fn := a.m.prog.Func(a.call.Make); fn != nil {
			for len(args) < len(fn.Params) {
				args = append(args, value.Nil{Type: fn.Params[len(args)].Type})
			}
			args = args[:len(fn.Params)]
		}
		o.middleware = a.m.callSymbol(a.call.Make, args, nil, a.in)
	}
	return value.Native{Obj: o}
}

// NativeType implements [value.NativeObject].
func (*option) NativeType() string { return "option" }

// FieldCell implements [value.NativeObject].
func (*option) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

// choose applies the options that a router is made with.
func (a *action) choose(r *Router) {
	for _, o := range a.options() {
		a.attach(r, r.Prefix, a.stepsOfOption(r, o))
		a.fill(value.Native{Obj: r}, r, o.fill)
	}
}

// chooseRoute applies the options of a route to its own middleware and its pattern.
func (a *action) chooseRoute(r *Router, own []Step, pattern value.Text) ([]Step, value.Text) {
	var steps []Step
	for _, o := range a.options() {
		steps = append(steps, a.stepsOfOption(r, o)...)
		if len(o.prefix.Parts) > 0 {
			pattern = JoinMount(o.prefix, pattern)
		}
	}
	return append(steps, own...), pattern
}

// stepsOfOption reads the middleware of an option: as one of each of its forms.
func (a *action) stepsOfOption(r *Router, o *option) []Step {
	var out []Step
	if len(o.shapes) == 0 {
		out = a.stepsOf(r, o.middleware)
	}
	for _, name := range o.shapes {
		one := *a
		one.call.Shape = name
		out = append(out, one.stepsOf(r, o.middleware)...)
	}
	for i := range out {
		out[i].Conds = append(out[i].Conds, o.conds...)
	}
	return out
}

// options lists those among the arguments, and those that they are made of, in the
// order in which they count.
func (a *action) options() []*option {
	v := a.arg(a.call.Options)
	if v == nil {
		return nil
	}
	list, ok := a.m.elements(v)
	if !ok {
		a.m.note(a.in.Pos, "the options of "+short(a.symbol)+" are not known"+because(v))
	}
	var out []*option
	for _, o := range list {
		out = append(out, a.optionsIn(o)...)
	}
	slices.SortStableFunc(out, func(a, b *option) int {
		switch {
		case a.first == b.first:
			return 0
		case a.first:
			return -1
		}
		return 1
	})
	return out
}

// optionsIn are the option that a value is, or those that it may be.
func (a *action) optionsIn(v value.Value) []*option {
	switch o := value.Deref(v).(type) {
	case *value.Unknown: // it may be middleware
		return []*option{{middleware: o}}
	case value.Choice:
		var out []*option
		for _, alt := range o.Alts {
			for _, opt := range a.optionsIn(alt.Val) {
				one := *opt
				one.conds = append(slices.Clip(opt.conds), chosenAt(a.in, alt))
				out = append(out, &one)
			}
		}
		return out
	}
	n, ok := a.m.native(v)
	if opt, isOption := n.Obj.(*option); ok && isOption {
		return append([]*option{opt}, opt.more...)
	}
	return nil
}

// pattern is a method and a pattern as one text.
func (a *action) pattern() value.Value {
	t := a.text(a.call.Pattern)
	if a.call.Codes != 0 {
		pattern, ok := a.compiled()
		if !ok {
			return a.made(unknownOf(a.m, a.in, "the pattern is not known"))
		}
		return a.made(value.String(pattern))
	}
	if len(a.call.Methods) == 0 {
		return t
	}
	return value.Concat(value.String(a.call.Methods[0]+" "), t)
}
