package random

import (
	"fmt"
	"slices"
	"strings"
)

// A Program registers routes with one framework.
type Program struct {
	Framework string
	// Seed and Number reproduce the program, see [Generate].
	Seed, Number uint64
	Middleware   []Func
	Handlers     []Func
	// Outer are middleware around the router, for frameworks of http.Handler.
	Outer []string
	Body  []*Node
}

// A Func is a middleware or a handler.
type Func struct {
	Name string
	// Form is how it is declared: "func", "constructor", "method", "var".
	Form string
	// Behaviour names one of the behaviours, see behaviour.go.
	Behaviour string
	// Check is the number of one of the checks.
	Check int
	// Status is the status of the refusal where the behaviour leaves it open.
	Status int
	// Role is the role that is asked for, if any.
	Role string
}

// Kinds of nodes.
const (
	Use   = "use"   // middleware for a router
	Route = "route" // one route
	Slice = "slice" // a variable that holds middleware
	Group = "group" // routes below a prefix
	Block = "block" // statements in another construct of the language
	Each  = "each"  // a group for each of some prefixes
	Table = "table" // a loop over a table of routes
)

// A Node is a statement of the registration.
type Node struct {
	Kind string
	// Form is the way in which it is written; what there is depends on the kind
	// and the framework.
	Form string
	// Name is that of the variable of a slice.
	Name string
	// Method, Path and Handler are a route's.
	Method, Path, Handler string
	// Prefixes are those of a group (one) or of each group of a loop.
	Prefixes []string
	// Args are middleware.
	Args Args
	// Spare is the spare capacity of a slice.
	Spare int
	Body  []*Node
}

// Args are middleware given to a call: those of a slice variable, if any, and
// then others by name.
type Args struct {
	Base  string
	Names []string
}

// A RouteOf is a route that a program registers.
type RouteOf struct{ Method, Path string }

// Routes lists what the program registers, or may.
func (p *Program) Routes() []RouteOf {
	var out []RouteOf
	p.each(func(r RouteOf, _ string) {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	})
	return out
}

// condition is the form of the block on which it depends whether a route is
// registered, or "".
func (p *Program) condition(r RouteOf) string {
	is := ""
	p.each(func(other RouteOf, form string) {
		if other == r {
			is = form
		}
	})
	return is
}

// unsure reports whether nobody can know if the statements of a node are executed.
func (n *Node) unsure() bool { return n.Kind == Block && (n.Form == "env" || n.Form == "unset") }

// each calls f for each route, with the form of the block on which it depends
// whether that is registered, or "".
func (p *Program) each(f func(r RouteOf, form string)) {
	var walk func(prefix, form string, nodes []*Node)
	walk = func(prefix, form string, nodes []*Node) {
		for _, n := range nodes {
			switch {
			case n.Kind == Route:
				f(RouteOf{n.Method, prefix + n.Path}, form)
			case n.Kind == Group || n.Kind == Each:
				for _, below := range n.Prefixes {
					walk(prefix+below, form, n.Body)
				}
			case n.unsure():
				walk(prefix, n.Form, n.Body)
			default:
				walk(prefix, form, n.Body)
			}
		}
	}
	walk("", "", p.Body)
}

// function is the function that leaves a mark, or nil.
func (p *Program) function(mark string) *Func {
	for _, list := range [][]Func{p.Middleware, p.Handlers} {
		for i := range list {
			if strings.HasSuffix(mark, list[i].Name) {
				return &list[i]
			}
		}
	}
	return nil
}

// describe describes the function that leaves a mark.
func (p *Program) describe(mark string) string {
	f := p.function(mark)
	if f == nil {
		return mark
	}
	return fmt.Sprintf("%s(%s %s, check %d, %d)", mark, f.Form, f.Behaviour, f.Check, f.Status)
}
