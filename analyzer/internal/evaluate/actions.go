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
	switch fn, isFunc := i.Val.(*value.Func); {
	case isFunc && a.call.Actions.Expression:
		a.expression(r, fn)
		return
	case isFunc && fn.Fn != nil && a.call.Actions.Tag != nil:
		params := len(fn.Fn.Params)
		if fn.Recv != nil {
			params--
		}
		(&actor{action: a, of: a.call.Actions, r: r}).tagged(fn, fn.Fn, params, "")
		return
	}
	if _, ok := i.Val.(value.Pointer); !ok || i.Type == "" {
		a.noteHere("the object whose methods " + short(a.symbol) + " registers is not known" + because(obj))
		return
	}
	o := &actor{action: a, of: a.call.Actions, r: r, obj: i.Val, typ: i.Type}
	switch mapping, given := a.mapping(); {
	case o.of.Tag != nil:
		o.tags(i)
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

// expression registers a method that is given as an expression: (*Books).List.
func (a *action) expression(r *Router, fn *value.Func) {
	recv, name, ok := program.SplitMethod(strings.TrimSuffix(fn.Symbol, "$thunk"))
	if !ok {
		a.noteHere("the method that " + short(a.symbol) + " registers is not known")
		return
	}
	base := strings.TrimPrefix(recv, "*")
	o := &actor{action: a, of: a.call.Actions, r: r, obj: value.Pointer{Cell: a.m.cell(base, nil)}, typ: "*" + base}
	o.named(a.methods(), a.text(a.call.Pattern), name)
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
	for _, v := range list {
		fn, isFunc := value.Deref(v).(*value.Func)
		if !isFunc {
			return v, true
		}
		for i := range fn.Free { // an option that holds such a list
			if held, ok := a.m.elements(a.captured(fn, i)); ok && len(held) > 0 {
				return held[0], true
			}
		}
	}
	return nil, false
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
	object := strings.TrimSuffix(o.typ[strings.LastIndexByte(o.typ, '.')+1:], o.of.Trim)
	for _, name := range o.exported() {
		fn := o.method(name)
		if slices.Contains(o.of.Except, name) || fn == nil || len(fn.Params) > 1 {
			continue
		}
		exact := "/" + object + "/" + name
		for _, path := range []string{strings.ToLower(exact), exact} {
			o.add([]string{"*"}, JoinMount(o.text(o.call.Pattern), value.String(path+"/*")), fn)
		}
	}
}

// exported lists the names of the object's methods that other packages may call.
func (o *actor) exported() []string {
	t := o.m.prog.Type(strings.TrimPrefix(o.typ, "*"))
	if t == nil || t.Methods == nil {
		o.noteHere("the methods that " + short(o.symbol) + " registers are not known")
		return nil
	}
	return slices.DeleteFunc(slices.Clone(t.Methods), func(name string) bool { return name[0] < 'A' || name[0] > 'Z' })
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
	var h value.Value = o.perRequest(fn)
	if len(fn.Results) > 0 {
		h = unknown("", "what "+short(fn.Name)+" returns is written", fn.Pos)
	}
	o.entry(h, o.shape(o.r), methods, pattern)
}

// entry registers a handler.
func (o *actor) entry(h value.Value, form *frameworks.Shape, methods []string, pattern value.Text) {
	e := &Entry{
		Methods: methods, Shape: form, Chain: o.r.snapshot(), Handler: h,
		Pattern: joinPattern(o.r.Rules().Kind.Join, o.r.Prefix, o.r.spelt(pattern)),
	}
	e.At, e.Via = o.place(o.call.Pattern)
	o.m.addEntry(o.r, e)
}
