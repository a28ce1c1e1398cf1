package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// newRoute begins a route; a draft is registered later, if ever.
func (a *action) newRoute(r *Router) value.Value {
	e := &Entry{Router: r, Methods: []string{"*"}, Pattern: r.Prefix, Shape: a.m.tables.Shape(r.Kind.Shape), Static: a.call.Static}
	if a.call.Method != 0 || len(a.call.Methods) > 0 {
		e.Methods = a.methods()
	}
	if e.draft = a.call.Op == frameworks.OpRouteDraft; !e.draft {
		a.m.addEntry(r, e)
	}
	e.At, e.Via = a.place(a.call.Pattern)
	a.refine(e)
	return value.Native{Obj: e}
}

// addDrafts registers routes as they are now: what becomes of the drafts later does
// not reach them.
func (a *action) addDrafts(r *Router) {
	v := a.arg(a.call.Handler)
	n, _ := a.m.native(v)
	e, ok := n.Obj.(*Entry)
	if !ok {
		a.m.note(a.in.Pos, "the route given to "+short(a.symbol)+" is not known"+because(v))
		return
	}
	one := *e
	one.draft = false
	one.PerRoute = slices.Clone(e.PerRoute)
	one.Chain = append(r.snapshot(), one.PerRoute...)
	a.m.addEntry(r, &one)
}

// imported registers what the initializer of a package does.
func (a *action) imported(r *Router) {
	for _, p := range a.call.Patterns {
		method, host, pattern := splitPattern(value.String(p))
		e := &Entry{
			Methods: []string{method}, Host: host, Pattern: pattern, Shape: a.m.tables.Shape(r.Kind.Shape), Static: a.call.Static,
			Prefix: strings.HasSuffix(p, "/"), At: a.in.Pos,
		}
		if a.call.Holds != "" {
			e.Methods, e.Handler = []string{"*"}, a.m.load(a.m.global(a.call.Holds))
		}
		a.m.addEntry(r, e)
	}
}

// onRoute refines a route under construction, or makes a router from it.
func (a *action) onRoute() value.Value {
	n, _ := a.m.native(a.arg(frameworks.Recv))
	e, ok := n.Obj.(*Entry)
	if !ok {
		a.m.note(a.in.Pos, "the route of "+short(a.symbol)+" is not known"+because(a.arg(frameworks.Recv)))
		return unknownOf(a.m, a.in, "the route is not known")
	}
	if a.call.Op == frameworks.OpSubrouter {
		sub := a.m.child(e.Router, a.call.Kind, a.in.Pos)
		sub.Prefix, sub.Host = e.Pattern, e.Host
		if len(e.Methods) == 1 && e.Methods[0] != "*" || len(e.Methods) > 1 {
			sub.methods = e.Methods
		}
		return value.Native{Obj: sub}
	}
	a.refine(e)
	return value.Native{Obj: e}
}

func (a *action) refine(e *Entry) {
	switch a.call.Set {
	case "path", "prefix":
		before := e.Pattern
		if e.draft {
			before = e.Router.Prefix
		}
		pattern := a.text(a.call.Pattern)
		if a.call.Suffix != "" {
			pattern = value.Concat(pattern, value.String(a.call.Suffix))
		}
		e.Pattern = joinPattern(e.Router.Kind.Join, before, pattern)
		e.Prefix = a.call.Set == "prefix"
	case "methods":
		e.Methods = a.methods()
	case "host":
		e.Host = a.text(a.call.Host).String()
	case "name":
		e.Name = a.text(a.call.Name)
	case "match":
		e.Picky = true
	case "note":
		a.note(&e.notes)
	case "without":
		e.exclude(a.stepNames())
	case "middleware":
		steps := a.steps(e.Router, a.call.Middleware)
		include(e.without, steps)
		e.PerRoute = append(slices.Clip(e.PerRoute), steps...)
		e.Chain = append(slices.Clip(e.Chain), steps...)
	}
	a.eachFunc(e)
	if h := a.arg(a.call.Handler); h != nil {
		e.Handler = a.m.behind(h, e.Shape)
		if a.call.Op == frameworks.OpRouteSet && !e.draft { // the handler makes the route
			e.At = a.in.Pos
		}
		e.Conds = a.m.here()
	}
}

// eachFunc calls the functions of a list with a route.
func (a *action) eachFunc(e *Entry) {
	list, _ := a.m.elements(a.arg(a.call.Func))
	for _, fn := range list {
		a.m.callDynamic(fn, []value.Value{value.Native{Obj: e}}, a.in)
	}
}
