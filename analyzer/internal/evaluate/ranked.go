package evaluate

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Middleware with names and ranks: the order of a chain is that of the ranks, and a name
// stands for one step only.

// readStep takes a step from the fields of a struct.
func (a *action) readStep(s *Step) {
	of := s.Val
	read := func(i int) value.Value { return a.fieldOf(value.Deref(of), a.call.Step[i]) }
	s.Val = read(0)
	name, ok := value.AsText(read(1)).Known()
	rank, isInt := value.Deref(read(2)).(value.Int)
	if !ok || !isInt {
		a.m.note(a.in.Pos, "the name or the rank of a middleware given to "+short(a.symbol)+" is not known")
	}
	s.Name, s.Rank = name, int64(rank)
}

// stepNames is a list of names of steps.
func (a *action) stepNames() []string {
	list, ok := a.m.elements(a.arg(a.call.Name))
	if !ok {
		a.m.note(a.in.Pos, "the names given to "+short(a.symbol)+" are not known")
	}
	var out []string
	for _, v := range list {
		name, known := value.AsText(v).Known()
		if !known {
			a.m.note(a.in.Pos, "a name given to "+short(a.symbol)+" is not known")
		}
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

// exclude takes the steps of these names from a router, its routes and the routers below
// that there are, and from what it registers later.
func (r *Router) exclude(names []string) {
	r.Own = slices.DeleteFunc(r.Own, func(s Step) bool { return slices.Contains(names, s.Name) })
	r.without = with(r.without, names)
	for _, e := range r.Entries {
		e.exclude(names)
	}
	for _, c := range r.Children {
		c.exclude(names)
	}
}

// exclude takes the steps of these names from a route.
func (e *Entry) exclude(names []string) {
	e.PerRoute = slices.DeleteFunc(slices.Clone(e.PerRoute), func(s Step) bool { return slices.Contains(names, s.Name) })
	e.without = with(e.without, names)
}

func with(set map[string]bool, names []string) map[string]bool {
	if set == nil {
		set = map[string]bool{}
	}
	for _, n := range names {
		set[n] = true
	}
	return set
}

// include makes steps count again whose names were excluded.
func include(without map[string]bool, steps []Step) {
	for _, s := range steps {
		delete(without, s.Name)
	}
}

// Steps is what a request passes on its way to the entry, when top is served.
func (e *Entry) Steps(top *Router) []Step {
	if !e.Router.Kind.Ranked {
		return append(e.Live(top), e.Begin()...)
	}
	var out []Step
	for _, r := range e.Router.line() {
		for _, s := range r.Own {
			if !r.without[s.Name] && !e.Router.without[s.Name] && !e.without[s.Name] {
				out = e.rank(out, s)
			}
		}
	}
	for _, s := range e.PerRoute {
		out = e.rank(out, s)
	}
	return out
}

// line is the routers from the root of the tree to this one.
func (r *Router) line() []*Router {
	if r.Parent == nil {
		return []*Router{r}
	}
	return append(r.Parent.line(), r)
}

// rank adds a step to the entry's chain.
func (e *Entry) rank(list []Step, s Step) []Step {
	i := slices.IndexFunc(list, func(o Step) bool { return s.Name != "" && o.Name == s.Name })
	switch {
	case i < 0:
		list = append(list, s)
	case slices.ContainsFunc(s.Conds, func(c Cond) bool { return !slices.Contains(e.Conds, c) }): // perhaps it takes the place of the other one
		list[i].Conds = append(slices.Clip(list[i].Conds), Cond{Arm: true, Text: "it is not replaced"})
		list = append(list, s)
	default:
		list[i] = s
	}
	slices.SortStableFunc(list, func(a, b Step) int { return int(a.Rank - b.Rank) })
	return list
}
