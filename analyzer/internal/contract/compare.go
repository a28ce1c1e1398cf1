package contract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/pattern"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A comparer holds one document against one table.
type comparer struct {
	doc    *Document
	routes []*routes.Route
	shapes []pattern.Shape
	spoken []bool // routes that an operation is, or may be, served by
	gaps   int    // places of the program that could not be followed
	out    *Comparison
}

// Compare holds the routes that are served, and can be reached, against a document. Base
// is the path below which the document's paths are served, "/" for the root; if it is
// empty, one of the document's servers is, or the root.
func Compare(t *routes.Table, doc *Document, base string) *Comparison {
	c := newComparer(t, doc)
	if base == "" {
		base = c.base()
	} else if base = strings.TrimSuffix(base, "/"); base != "" {
		c.below(base)
	}
	c.spoken = make([]bool, len(c.routes))
	c.out.Routes, c.out.Base = len(c.routes), base
	for _, p := range doc.Unread {
		c.unknown(p.Position, "%s", p.Message)
	}
	for _, o := range doc.Operations {
		c.operation(o)
	}
	c.undocumented()
	slices.SortStableFunc(c.out.Differences, func(a, b Difference) int {
		return slices.Index(Kinds, a.Kind) - slices.Index(Kinds, b.Kind)
	})
	return c.out
}

func newComparer(t *routes.Table, doc *Document) *comparer {
	c := &comparer{doc: doc, gaps: len(t.Incomplete), out: &Comparison{Operations: len(doc.Operations), Differences: []Difference{}, Unknown: []Place{}}}
	for _, r := range t.Routes {
		if !r.Shadowed && !r.Fallback && !r.Open {
			c.routes, c.shapes = append(c.routes, r), append(c.shapes, pattern.Of(r))
		}
	}
	return c
}

// serving lists the routes that serve an operation best, and how well.
func (c *comparer) serving(base string, o Operation) (list []int, best int) {
	path := pattern.Path(base, o.Path)
	for i, r := range c.routes {
		if !answers(r.Method, o.Method) {
			continue
		}
		fit := 2 * c.shapes[i].Fits(path)
		if fit > 2 && r.Method == o.Method {
			fit++ // over one of any method
		}
		switch {
		case fit > best:
			list, best = []int{i}, fit
		case fit > 0 && fit == best:
			list = append(list, i)
		}
	}
	return list, best / 2
}

// answers reports whether a route answers a method. One of GET answers HEAD too, in most
// routers; "*" is any.
func answers(route, operation string) bool {
	return route == "*" || operation == "*" || route == operation || operation == "HEAD" && route == "GET"
}

// operation compares one operation with the routes that serve it.
func (c *comparer) operation(o Operation) {
	list, fit := c.serving(c.out.Base, o)
	for _, i := range list {
		c.spoken[i] = true
	}
	name := o.Method + " " + o.Path
	switch {
	case o.Method == "*": // said already
	case fit >= pattern.Certainly:
		c.out.Matched++
		for _, i := range list {
			c.security(o, c.routes[i])
		}
	case fit == pattern.Perhaps:
		c.unknown(o.Position, "%s may be served by %s, which stands for more than one path", name, title(c.routes[list[0]]))
	case o.Method == "OPTIONS": // middleware answers it, mostly
		c.unknown(o.Position, "%s has no route; middleware may answer it", name)
	case c.gaps == 1:
		c.unknown(o.Position, "no route was found for %s, and 1 place of the program could not be followed", name)
	case c.gaps > 1:
		c.unknown(o.Position, "no route was found for %s, and %d places of the program could not be followed", name, c.gaps)
	default:
		c.differ(NotServed, o.Position, o, nil, "%s is documented, and no route serves it", name)
	}
}

// security compares what an operation declares with what a route asks for.
func (c *comparer) security(o Operation, r *routes.Route) {
	switch {
	case o.Unknown:
	case r.Local && r.Verdict == routes.Public: // the same, for who is on the machine
	case r.Verdict == routes.Unknown:
		c.unknown(r.Position, "what %s demands is unknown: %s", title(r), r.Reason)
	case r.Level == routes.Conditional: // both may be meant
		c.unknown(r.Position, "the guard of %s can be switched off", title(r))
	case o.Secured && r.Verdict != routes.Guarded:
		c.differ(NotEnforced, r.Position, o, r, "%s is served without a guard; security is declared at %s", title(r), o.Position)
	case !o.Secured && r.Verdict == routes.Guarded:
		c.differ(NotDeclared, r.Position, o, r, "%s demands %s; no security is declared at %s", title(r), r.Level, o.Position)
	case o.Secured:
		c.scopes(o, r)
	}
}

// scopes compares the scopes of an operation with the demands of a route's guards, where
// all of these are known by name.
func (c *comparer) scopes(o Operation, r *routes.Route) {
	var demands []string
	for _, g := range r.Guards {
		if g.Kind == routes.Authz && len(g.Demands) == 0 {
			return
		}
		demands = append(demands, g.Demands...)
	}
	var declared []string
	for _, alternative := range o.Scopes {
		if len(alternative) == 0 || slices.ContainsFunc(alternative, func(s string) bool { return slices.Contains(demands, s) }) {
			return
		}
		declared = append(declared, alternative...)
	}
	asks := "only ask who makes the request"
	if len(demands) > 0 {
		asks = "demand " + strings.Join(demands, ", ")
	}
	c.differ(Scopes, r.Position, o, r, "%s declares %s at %s; its guards %s", title(r), strings.Join(declared, ", "), o.Position, asks)
}

// undocumented reports the routes that are no operation.
func (c *comparer) undocumented() {
	for i, r := range c.routes {
		switch s := c.shapes[i]; {
		case c.spoken[i]:
		case s.Uncertain():
			c.unknown(r.Position, "%s could not be compared: a part of its pattern is not known", title(r))
		case r.Verdict == routes.Public && r.Reason != "":
			c.differ(Undocumented, r.Position, Operation{}, r, "%s is served and not documented; it is public (%s)", title(r), r.Reason)
		default:
			c.differ(Undocumented, r.Position, Operation{}, r, "%s is served and not documented; it is %s", title(r), r.Verdict)
		}
	}
}

func (c *comparer) differ(k Kind, at routes.Position, o Operation, r *routes.Route, format string, args ...any) {
	d := Difference{Kind: k, Place: Place{at, string(k) + ": " + fmt.Sprintf(format, args...)}}
	if o.Path != "" {
		d.Operation = o.Method + " " + o.Path
	}
	if r != nil {
		d.Route = title(r)
	}
	if !slices.ContainsFunc(c.out.Differences, func(e Difference) bool { return e == d }) {
		c.out.Differences = append(c.out.Differences, d)
	}
}

func (c *comparer) unknown(at routes.Position, format string, args ...any) {
	p := Place{at, "unknown: " + fmt.Sprintf(format, args...)}
	if !slices.Contains(c.out.Unknown, p) {
		c.out.Unknown = append(c.out.Unknown, p)
	}
}

func title(r *routes.Route) string { return r.Method + " " + r.Host + r.Pattern }
