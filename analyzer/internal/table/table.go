// Package table puts the evaluation and the guard summaries together: it closes
// routers where they are served, unfolds handlers that lead to other routers,
// puts each route's chain in order, and has every step of it judged. What comes
// out is the route table that rules and reports read.
package table

import (
	"slices"
	"sort"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A builder makes the table of one evaluated program.
type builder struct {
	eval     *evaluate.Machine
	guards   *guard.Machine
	prog     *program.Program
	tables   *frameworks.Tables
	said     *directives
	hearings []hearing

	summaries map[stepKey]*guard.Summary
	bounds    map[bound]*value.Func
	firsts    map[*value.Func]*value.Func // see same
	numbers   map[value.Value]int         // see number
	applied   map[wrapping]value.Value
	out       []*routes.Route
	notes     []routes.Incomplete
	used      map[*evaluate.Router]bool
	depth     int
	wraps     int
	ways      int // through routers and handlers, all together
	mounts    int // of routers, all together
	maxWays   int // see allow
	maxMounts int
	noted     map[routes.Incomplete]bool
	opened    map[*guard.Summary]int   // handlers being unfolded
	entered   map[*evaluate.Router]int // routers being unfolded
	onError   *value.Func              // of the router at hand
	record    value.Value              // address of the struct that the route at hand was registered with, or nil
	list      bool                     // routes are listed, not judged
	ours      func(symbol string) bool // whether it is the program's
}

// Build fills a table, which says what it is of: it closes every served handler of an
// evaluated program. Routers that were filled and never served come last, marked open.
// With judge unset, routes are only listed: what they demand is for the program that
// serves them to say.
func Build(out *routes.Table, m *evaluate.Machine, g *guard.Machine, p *program.Program, t *frameworks.Tables, judge bool) {
	b := &builder{
		eval: m, guards: g, prog: p, tables: t, list: !judge, ours: out.Ours,
		noted: map[routes.Incomplete]bool{}, opened: map[*guard.Summary]int{}, entered: map[*evaluate.Router]int{},
		summaries: map[stepKey]*guard.Summary{}, bounds: map[bound]*value.Func{}, firsts: map[*value.Func]*value.Func{}, numbers: map[value.Value]int{}, applied: map[wrapping]value.Value{},
		used: map[*evaluate.Router]bool{}, said: readDirectives(p.Directives, out.Settings),
	}
	b.allow(m.Routers())
	g.Declare(b.said.guards)
	if judge {
		b.ahead()
	}
	local := sockets(p)
	for _, s := range served(m.Serves()) {
		if r, ok := routerOf(s.Handler); ok && s.Guessed && b.used[r] {
			continue // it is mounted in what is certainly served
		}
		b.unfold(s.Handler, context{
			app: s.In, closed: s.At, conds: s.Conds, served: s.Conds, at: s.At, methods: []string{"*"}, root: true, isPrefix: true, shape: s.Shape.Name,
			local: s.Local || isLocal(s, local),
		})
	}
	b.open()
	b.ignored()
	out.Routes, out.Incomplete, out.Seen, out.Source = b.dedupe(), b.incomplete(), b.seen(), SourceOf(p)
	if judge {
		out.Comments, out.Outside = b.said.comments, outside(p, out.Ours)
		out.Idle, out.Unmatched, out.Misspelt = b.idle(), b.said.unmatched(g.Met), b.misspelt(out)
	}
}

// seen lists the places of all registrations, sorted.
func (b *builder) seen() []routes.Position {
	var out []routes.Position
	for _, r := range b.eval.Routers() {
		for _, e := range r.Entries {
			out = append(out, position(e.At))
			for _, at := range e.Via {
				out = append(out, position(at))
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Before(out[j]) })
	return slices.Compact(out)
}

func routerOf(h value.Value) (*evaluate.Router, bool) {
	n, ok := native(h)
	if !ok {
		return nil, false
	}
	r, ok := n.Obj.(*evaluate.Router)
	return r, ok
}

// served makes one of several places that serve the same handler: the first one,
// under the conditions that all have. What is only guessed to be served comes last.
func served(list []*evaluate.Serve) []*evaluate.Serve {
	var out []*evaluate.Serve
	list = slices.Clone(list)
	sort.SliceStable(list, func(i, j int) bool { return !list[i].Guessed && list[j].Guessed })
	for _, s := range list {
		i := slices.IndexFunc(out, func(o *evaluate.Serve) bool { return evaluate.Same(o.Handler, s.Handler) })
		if i < 0 {
			one := *s
			out = append(out, &one)
			continue
		}
		shared := 0
		for shared < min(len(out[i].Conds), len(s.Conds)) && out[i].Conds[shared] == s.Conds[shared] {
			shared++
		}
		out[i].Conds = out[i].Conds[:shared:shared]
		out[i].Listens = slices.Concat(out[i].Listens, s.Listens)
		out[i].Local = out[i].Local && s.Local
	}
	return out
}

// open adds the routers that nobody served. One that a package variable of a framework
// holds is left out where something else is served: libraries register on it
// what a program never serves.
func (b *builder) open() {
	for _, r := range b.eval.Routers() {
		if r.Parent != nil || b.used[r] || r.Empty() || r.Global && len(b.eval.Serves()) > 0 {
			continue
		}
		b.unfold(value.Native{Obj: r}, context{open: true, closed: r.At, at: r.At, methods: []string{"*"}, conds: r.Conds, root: true, shape: r.Kind.Shape})
	}
}

func (b *builder) incomplete() []routes.Incomplete {
	list := b.notes
	for _, i := range b.eval.Incomplete() {
		list = append(list, routes.Incomplete{Position: position(i.Pos), Reason: i.Reason})
	}
	sort.SliceStable(list, func(i, j int) bool {
		a, c := list[i], list[j]
		if a.Position != c.Position {
			return a.Position.Before(c.Position)
		}
		return a.Reason < c.Reason
	})
	out := list[:0]
	for i, x := range list {
		if i == 0 || x != list[i-1] {
			out = append(out, x)
		}
	}
	return out
}

// dedupe sorts the routes and drops those that are the same route served twice
// through the same registration, or that a later registration replaces.
func (b *builder) dedupe() []*routes.Route {
	type key struct {
		method, host, pattern, app string
		at                         routes.Position
		local                      bool
	}
	seen := map[key]*routes.Route{}
	var out []*routes.Route
	for _, r := range b.out {
		k := key{r.Method, r.Host, r.Pattern, r.App, r.Position, r.Local}
		if first := seen[k]; first != nil {
			unite(first, r)
			continue
		}
		seen[k] = r
		out = append(out, r)
	}
	out = once(out)
	sort.SliceStable(out, func(i, j int) bool { return out[i].Before(out[j]) })
	return out
}

// once leaves out a route that is served in several functions in the same way: a
// server for each of two ports, one with TLS and one without. The one with the
// fewest conditions stays.
func once(list []*routes.Route) []*routes.Route {
	type key struct {
		method, host, pattern string
		at                    routes.Position
		verdict               routes.Verdict
		level                 routes.Level
		guards                string
		open                  bool
	}
	best := map[key]*routes.Route{}
	keyOf := func(r *routes.Route) key {
		return key{r.Method, r.Host, r.Pattern, r.Position, r.Verdict, r.Level, guardNames(r), r.Open}
	}
	for _, r := range list {
		if old := best[keyOf(r)]; old == nil || len(r.Condition) < len(old.Condition) {
			best[keyOf(r)] = r
		}
	}
	return slices.DeleteFunc(list, func(r *routes.Route) bool { return best[keyOf(r)] != r })
}

func guardNames(r *routes.Route) string {
	var b strings.Builder
	for _, g := range r.Guards {
		b.WriteString(g.Name + " " + g.Attached.String() + "\n")
	}
	return b.String()
}

// unite makes one route of two that stand for the same registration: its handler
// is one of several, and it is not known which.
func unite(a, b *routes.Route) {
	same := a.Verdict == b.Verdict && a.Level == b.Level
	if more := wrongs(b.Chain) - wrongs(a.Chain); more > 0 || more == 0 && same && len(b.Chain) > len(a.Chain) {
		a.Chain, a.Guards, a.Handler, a.HandlerPosition = b.Chain, b.Guards, b.Handler, b.HandlerPosition
	}
	switch {
	case same:
	case a.Verdict == routes.Guarded && b.Verdict == routes.Guarded:
		a.Level = routes.Authn
	case a.Verdict == routes.Unknown:
	case b.Verdict == routes.Unknown:
		a.Verdict, a.Reason, a.Level = b.Verdict, b.Reason, b.Level
	default:
		a.Verdict, a.Level = routes.Unknown, routes.Conditional
		a.Reason = "its handler is one of several, some of them guarded"
	}
}

// wrongs counts the mistakes of a chain that are ones whatever else a request passes: of several
// chains, the one that has any is told of.
func wrongs(chain []routes.Step) (n int) {
	for _, s := range chain {
		for _, f := range s.Faults {
			if f.Kind == routes.Continues || f.Kind == routes.Ignored {
				n++
			}
		}
	}
	return n
}

func position(p program.Pos) routes.Position {
	return routes.Position{File: p.File, Line: p.Line, Column: p.Col}
}

func (b *builder) note(at program.Pos, reason string) {
	n := routes.Incomplete{Position: position(at), Reason: reason}
	if !b.noted[n] {
		b.noted[n] = true
		b.notes = append(b.notes, n)
	}
}
