package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (a *action) group(r *Router) value.Value {
	if a.call.Within && a.call.Func != 0 {
		a.within(r)
		return nil
	}
	kind := a.call.Kind
	if kind == "" {
		kind = r.Name
	}
	g := a.m.child(r, kind, a.in.Pos)
	if a.call.Pattern != 0 {
		g.Prefix = joinPattern(g.Kind.Join, r.Prefix, a.text(a.call.Pattern))
	}
	if a.call.Host != 0 {
		g.Host = a.text(a.call.Host).String()
	}
	if a.call.Below != 0 {
		g.below, _ = a.texts(a.arg(a.call.Below))
	}
	a.bring(g)
	if steps := a.listed(g); a.call.Within {
		g.within = append(g.within, func() []Step { return steps })
	} else if len(steps) > 0 {
		g.list = slices.Clip(g.list)
		a.attach(g, g.Prefix, steps)
		g.list = slices.Clip(g.list)
	}
	a.choose(g)
	v := value.Native{Obj: g}
	a.callBack(v, g)
	return v
}

// within runs a function: what it registers on the router belongs to a group.
func (a *action) within(r *Router) {
	prefix, steps := r.Prefix, r.within
	r.Prefix = joinPattern(r.Kind.Join, prefix, a.text(a.call.Pattern))
	r.within = append(slices.Clip(steps), func() []Step { return a.steps(r, a.call.Middleware) })
	a.m.callDynamic(a.arg(a.call.Func), nil, a.in)
	r.Prefix, r.within = prefix, steps
}

// callBack runs the function that fills a child router.
func (a *action) callBack(v value.Native, r *Router) {
	a.fill(v, r, a.arg(a.call.Func))
}

// fill calls a function with a router.
func (a *action) fill(v value.Native, r *Router, fn value.Value) {
	switch fn.(type) {
	case nil, value.Nil:
		return
	}
	args := []value.Value{value.Iface{Type: "*" + r.Kind.Type, Val: v}}
	list, ok := a.m.elements(fn)
	if !ok {
		list = []value.Value{fn}
	}
	for _, fn := range list {
		if sym, self, found := a.m.dispatch("(filler)."+a.call.FuncMethod, fn); a.call.FuncMethod != "" && found {
			a.m.callSymbol(sym, append([]value.Value{self}, args...), nil, a.in)
			continue
		}
		a.m.callDynamic(fn, args, a.in)
	}
}

func (a *action) mount(r *Router) value.Value {
	h := a.arg(a.call.Handler)
	var result value.Value
	if a.call.Kind != "" {
		sub := a.m.newRouter(a.call.Kind, a.in.Pos)
		h = value.Native{Obj: sub}
		result = h
		a.callBack(value.Native{Obj: sub}, sub)
	}
	a.mountAt(r, joinPattern(r.Kind.Join, r.Prefix, a.text(a.call.Pattern)), h)
	return result
}

// mountAt attaches a handler, often a router, below a pattern.
func (a *action) mountAt(r *Router, pattern value.Text, h value.Value) {
	shape := a.m.tables.Shape(r.Kind.Shape)
	a.m.addEntry(r, &Entry{
		Methods: []string{"*"}, Pattern: pattern, Handler: a.m.behind(h, shape), Shape: shape, Chain: r.snapshot(),
		Mount: true, Strip: a.call.Strip || a.call.Mixed != 0, Prefix: true, At: a.in.Pos,
	})
}

// register adds a route to a router.
func (a *action) register(r *Router) {
	pattern := a.text(a.call.Pattern)
	methods := a.methods()
	host := ""
	if a.call.ParsePattern {
		var method string
		method, host, pattern = splitPattern(pattern)
		if method != "" {
			methods = []string{method}
		}
	}
	e := &Entry{
		Methods: methods, Host: host, Shape: a.shape(r), Static: a.call.Static,
		Fallback: a.call.Op == frameworks.OpFallback, Late: a.call.Late, Record: addressOf(a.record), Bare: a.call.Bare,
	}
	e.Declares = a.declared()
	if a.call.HandlerShape != "" {
		e.Shape = a.m.tables.Shape(a.call.HandlerShape)
	}
	if e.At, e.Via = a.place(a.call.Pattern); a.call.Given != 0 {
		e.At, e.Via = a.placeOf(naming{o: a.operand(int(a.call.Given) - 1)})
	}
	if a.call.Suffix != "" {
		pattern = value.Concat(trimSlash(pattern, a.call.Suffix), value.String(a.call.Suffix))
	}
	rules := r.Rules().Kind
	e.Pattern = joinPattern(rules.Join, r.Prefix, r.spelt(pattern))
	if text := e.Pattern.String(); rules.Subtree && strings.HasSuffix(text, "/") {
		e.Prefix = true
	}
	var own []Step
	for _, steps := range r.within {
		own = append(own, steps()...)
	}
	own = append(own, a.steps(r, a.call.Middleware)...)
	e.Handler = a.m.behind(a.arg(a.call.Handler), e.Shape)
	if a.call.Handlers != 0 {
		list := append(a.steps(r, a.call.First), a.steps(r, a.call.Handlers)...)
		if n := len(list); n > 0 {
			e.Handler = list[n-1].Val
			own = append(own, list[:n-1]...)
		}
	}
	own, e.Pattern = a.chooseRoute(r, own, e.Pattern)
	e.PerRoute = own
	if list, ok := a.arg(a.call.Middleware).(*value.Slice); ok && r.Kind.KeepsList {
		e.Kept = list.Array.Elems[list.Off : list.Off+list.Len]
	}
	if e.Chain = own; !a.call.Bare {
		e.Chain = append(r.snapshot(), r.reshape(own)...)
	}
	if n := len(e.Chain); a.call.Handlers != 0 && e.Handler == nil && n > 0 { // of one list, the last one is the handler
		e.Handler, e.Chain = e.Chain[n-1].Val, e.Chain[:n-1]
	}
	a.m.addEntry(r, e)
}
