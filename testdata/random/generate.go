package random

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
)

// A generator makes a program.
type generator struct {
	*rand.Rand
	p      *Program
	f      *Framework
	paths  int // made so far
	slices int
	// unsure is set where nobody can know whether the statements are executed:
	// there, routes are added and routers made, but none is changed that others see.
	unsure bool
	// maybe is set within a block of that kind, however deep; they are not nested.
	maybe bool
}

// Generate makes the program of that number for a seed.
func Generate(framework string, seed, number uint64) *Program {
	g := &generator{
		Rand: rand.New(rand.NewPCG(seed, number)), f: Frameworks[framework],
		p: &Program{Framework: framework, Seed: seed, Number: number},
	}
	for i := range 3 + g.IntN(6) {
		g.p.Middleware = append(g.p.Middleware, g.function(fmt.Sprintf("M%d", i), middleware, "pass", "header", "verify", "flood"))
	}
	for i := range 2 + g.IntN(4) {
		g.p.Handlers = append(g.p.Handlers, g.function(fmt.Sprintf("H%d", i), handlers, "plain", "plain", "plain"))
	}
	if g.f.Wraps && g.IntN(4) == 0 {
		g.p.Outer = g.names(2)
	}
	g.p.Body = g.body(3, nil)
	if len(g.p.Routes()) == 0 {
		g.p.Body = append(g.p.Body, g.route(nil))
	}
	return g.p
}

func one[T any](g *generator, list []T) T { return list[g.IntN(len(list))] }

// function makes a middleware or handler: of one of the harmless behaviours, or of
// any.
func (g *generator) function(name string, behaviours map[string]string, harmless ...string) Func {
	f := Func{Name: name, Check: g.IntN(len(checks))}
	f.Form = one(g, []string{"func", "func", "constructor", "method", "var"})
	if g.IntN(2) == 0 {
		f.Behaviour = one(g, harmless)
	} else {
		f.Behaviour = one(g, slices.Sorted(maps.Keys(behaviours)))
	}
	f.Status = one(g, []int{401, 401, 403, 404})
	if f.Behaviour == "opaque" && f.Status == 404 {
		f.Status = 401 // a function that cannot be read may look for something else than a user
	}
	f.Role = one(g, []string{"admin", "editor"})
	return f
}

// names picks up to n middleware.
func (g *generator) names(n int) []string {
	var out []string
	for range g.IntN(n + 1) {
		out = append(out, one(g, g.p.Middleware).Name)
	}
	return out
}

// args makes arguments, of the slices that can be seen there.
func (g *generator) args(visible []string, n int) Args {
	a := Args{Names: g.names(n)}
	if len(visible) > 0 && g.IntN(3) == 0 {
		a.Base = one(g, visible)
	}
	return a
}

func (g *generator) path() string {
	g.paths++
	p := fmt.Sprintf("/s%03d", g.paths)
	if g.IntN(4) == 0 && g.f.Param != "" {
		p += "/" + g.f.Param
	}
	return p + g.f.End
}

// prefix makes a prefix without parameters, so that it can be stripped.
func (g *generator) prefix() string {
	g.paths++
	return fmt.Sprintf("/s%03d", g.paths)
}

func (g *generator) route(visible []string) *Node {
	methods := []string{"GET", "POST", "PUT", "DELETE"}
	if g.f.Methods != nil {
		methods = g.f.Methods
	}
	return &Node{
		Kind: Route, Form: fmt.Sprint(g.IntN(4)), Method: one(g, methods), Path: g.path(),
		Handler: one(g, g.p.Handlers).Name, Args: g.args(visible, g.IntN(3)),
	}
}

// body makes the statements for one router.
func (g *generator) body(depth int, visible []string) []*Node {
	var out []*Node
	if g.f.Use != "" {
		for range g.IntN(2) {
			out = append(out, g.use(visible))
		}
	}
	return append(out, g.statements(depth, 2+g.IntN(4), visible)...)
}

func (g *generator) use(visible []string) *Node {
	n := &Node{Kind: Use, Args: g.args(visible, 2)}
	if n.Args.none() {
		n.Args.Names = []string{one(g, g.p.Middleware).Name}
	}
	return n
}

// statements makes statements that can come after routes.
func (g *generator) statements(depth, count int, visible []string) []*Node {
	var out []*Node
	for range count {
		switch k := g.IntN(20); {
		case k < 3 && depth > 0:
			out = append(out, g.group(Group, depth, visible))
		case k < 4 && depth > 0:
			out = append(out, g.group(Each, depth, visible))
		case k < 7 && depth > 0:
			out = append(out, g.block(depth, visible))
		case k < 9 && g.f.LateUse && !g.unsure:
			out = append(out, g.use(visible))
		case k < 11:
			n := g.slice(visible)
			visible = append(slices.Clip(visible), n.Name)
			out = append(out, n)
		case k < 12:
			n := &Node{Kind: Table, Form: fmt.Sprint(g.IntN(4)), Args: g.args(visible, 1)}
			for range 1 + g.IntN(3) {
				n.Body = append(n.Body, g.route(nil))
			}
			out = append(out, n)
		default:
			out = append(out, g.route(visible))
		}
	}
	return out
}

func (g *generator) group(kind string, depth int, visible []string) *Node {
	if len(g.f.Groups) == 0 {
		return g.block(depth, visible)
	}
	forms := slices.Sorted(maps.Keys(g.f.Groups))
	forms = slices.DeleteFunc(forms, func(form string) bool { return g.maybe && g.f.Groups[form].Others })
	n := &Node{Kind: kind, Form: one(g, forms), Args: g.args(visible, 2)}
	switch {
	case g.f.Groups[n.Form].NoPrefix:
		n.Kind, n.Prefixes = Group, []string{""}
	case kind == Each:
		n.Prefixes = []string{g.prefix(), g.prefix()}
	default:
		n.Prefixes = []string{g.prefix()}
	}
	defer func(was bool) { g.unsure = was }(g.unsure)
	g.unsure = false
	n.Body = g.body(depth-1, visible)
	return n
}

func (g *generator) block(depth int, visible []string) *Node {
	n := &Node{Kind: Block, Form: one(g, slices.Sorted(maps.Keys(blocks)))}
	defer func(unsure, maybe bool) { g.unsure, g.maybe = unsure, maybe }(g.unsure, g.maybe)
	switch {
	case n.unsure() && g.maybe:
		n.Form = "braces"
	case n.unsure():
		visible, g.unsure, g.maybe = nil, true, true
	}
	if !blocks[n.Form] {
		visible = nil
	}
	n.Body = g.statements(depth-1, 1+g.IntN(3), visible)
	return n
}

// slice makes a variable that holds middleware, from scratch or by appending to
// another one: where that has spare capacity, the next one to append to it
// overwrites what this one has appended.
func (g *generator) slice(visible []string) *Node {
	g.slices++
	n := &Node{Kind: Slice, Name: fmt.Sprintf("s%d", g.slices), Args: Args{Names: g.names(2)}}
	if len(n.Args.Names) == 0 {
		n.Args.Names = []string{one(g, g.p.Middleware).Name}
	}
	if len(visible) > 0 && g.IntN(2) == 0 {
		n.Args.Base = one(g, visible)
		return n
	}
	if g.IntN(2) == 0 && !g.f.Merges {
		n.Spare = 1 + g.IntN(3)
	}
	return n
}
