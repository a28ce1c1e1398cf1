package evaluate

import (
	"maps"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Routes that are methods of an object, which a framework finds by their names: a text maps
// methods of HTTP to them, or a generated table does, or each is a route of its own.

// An actor is an object whose methods serve.
type actor struct {
	*action
	of  *frameworks.Actions
	r   *Router
	obj value.Value
	typ string // of the object, a pointer
}

// actions registers the methods of the objects that a call is given.
func (a *action) actions(r *Router) {
	of := a.arg(a.call.Handler)
	list, ok := a.m.elements(of)
	if !ok {
		list = []value.Value{of}
	}
	for _, v := range list {
		a.m.each(v, func(v value.Value) value.Value {
			a.actionsOf(r, v)
			return nil
		})
	}
}

// noteHere says that something is not known where the route is registered.
func (a *action) noteHere(reason string) {
	at, _ := a.place(a.call.Pattern)
	a.m.note(at, reason)
}

func (a *action) actionsOf(r *Router, obj value.Value) {
	i, _ := obj.(value.Iface)
	if _, ok := i.Val.(value.Pointer); !ok || i.Type == "" {
		a.noteHere("the object whose methods " + short(a.symbol) + " registers is not known" + because(obj))
		return
	}
	o := &actor{action: a, of: a.call.Actions, r: r, obj: i.Val, typ: i.Type}
	switch mapping, given := a.mapping(); {
	case o.of.Each:
		o.each()
	case o.of.Listed != "":
		o.listed()
	case given:
		o.mapped(mapping)
	default:
		for _, verb := range slices.Sorted(maps.Keys(o.of.Verbs)) {
			if fn := o.method(o.of.Verbs[verb]); fn != nil {
				o.add([]string{verb}, a.text(a.call.Pattern), fn)
			}
		}
	}
}

// mapping is the text that names the methods, if there is one.
func (a *action) mapping() (text value.Value, given bool) {
	v := a.arg(a.call.Actions.Mapping)
	if v == nil {
		return nil, false
	}
	list, ok := a.m.elements(v)
	if !ok {
		return v, true
	}
	if len(list) == 0 {
		return nil, false
	}
	return list[0], true
}

// mapped registers what a text says: "get,head:List;post:Create".
func (o *actor) mapped(mapping value.Value) {
	text, known := value.AsText(mapping).Known()
	if !known {
		o.noteHere("the methods that " + short(o.symbol) + " registers are not known" + because(mapping))
		return
	}
	for _, part := range strings.Split(text, ";") {
		methods, name, _ := strings.Cut(part, ":")
		list := strings.Split(strings.ToUpper(methods), ",")
		if slices.Contains(list, "*") {
			list = []string{"*"}
		}
		o.named(list, o.text(o.call.Pattern), name)
	}
}

// listed registers what a generated table says of the object's type.
func (o *actor) listed() {
	base := strings.TrimPrefix(o.typ, "*")
	dot := strings.LastIndexByte(base, '.')
	table, _ := o.m.load(o.m.global(o.of.Listed)).(*value.Map)
	if table == nil {
		o.noteHere("the routes that " + short(o.symbol) + " looks for are not known")
		return
	}
	list, ok := o.m.elements(o.m.lookup(table, value.String(base[:dot]+":"+base[dot+1:]), &program.Instr{}))
	if !ok || table.Data.Holes || len(list) == 0 {
		o.noteHere("of the routes that " + short(o.symbol) + " looks for, there is no list of those of " + short(base))
	}
	for _, v := range list {
		s, t := o.structAt(v)
		read := func(name string) value.Value { return o.fieldNamed(s, t, name) }
		for _, name := range o.of.Unread {
			if more, ok := o.m.elements(read(name)); !ok || len(more) > 0 {
				o.noteHere("what " + name + " says of a route of " + short(base) + " is not followed")
			}
		}
		name, _ := value.AsText(read(o.of.Fields[0])).Known()
		var methods []string
		verbs, _ := o.m.elements(read(o.of.Fields[2]))
		for _, v := range verbs {
			methods = append(methods, strings.ToUpper(value.AsText(v).String()))
		}
		if slices.Contains(methods, "*") || len(methods) == 0 {
			methods = []string{"*"}
		}
		o.named(methods, value.AsText(read(o.of.Fields[1])), name)
	}
}

// named registers a method that must be there.
func (o *actor) named(methods []string, pattern value.Text, name string) {
	fn := o.method(name)
	if fn == nil {
		o.noteHere("the method " + name + " of " + short(o.typ) + " is not known")
		return
	}
	o.add(methods, pattern, fn)
}

// each registers every method of the object's type.
func (o *actor) each() {
	base := strings.TrimPrefix(o.typ, "*")
	t := o.m.prog.Type(base)
	if t == nil || t.Methods == nil {
		o.noteHere("the methods that " + short(o.symbol) + " registers are not known")
		return
	}
	object := strings.TrimSuffix(base[strings.LastIndexByte(base, '.')+1:], o.of.Trim)
	for _, name := range t.Methods {
		fn := o.method(name)
		if name[0] < 'A' || name[0] > 'Z' || slices.Contains(o.of.Except, name) || fn == nil || len(fn.Params) > 1 {
			continue
		}
		exact := "/" + object + "/" + name
		for _, path := range []string{strings.ToLower(exact), exact} {
			o.add([]string{"*"}, JoinMount(o.text(o.call.Pattern), value.String(path+"/*")), fn)
		}
	}
}

// method is the object's method of a name; nil stands for none, or one of the framework's own.
func (o *actor) method(name string) *program.Func {
	symbol, _, _ := o.m.prog.Method(o.typ, name)
	fn := o.m.prog.Func(symbol)
	if fn == nil || frameworks.Interest(fn.Package) {
		return nil
	}
	return fn
}

// add registers a method.
func (o *actor) add(methods []string, pattern value.Text, fn *program.Func) {
	e := &Entry{
		Methods: methods, Shape: o.shape(o.r), Chain: o.r.snapshot(),
		Pattern: joinPattern(o.r.Rules().Kind.Join, o.r.Prefix, o.r.spelt(pattern)),
	}
	if e.Handler = o.perRequest(fn); len(fn.Results) > 0 {
		e.Handler = unknown("", "what "+short(fn.Name)+" returns is written", fn.Pos)
	}
	e.At, e.Via = o.place(o.call.Pattern)
	o.m.addEntry(o.r, e)
}
