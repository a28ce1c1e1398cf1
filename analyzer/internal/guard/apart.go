package guard

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A handler that serves many routes by itself, as servers do that a generator writes, has
// more ways through it than are kept apart. It is simulated once more for each of its routes,
// with what the route decides decided from the start: the ways of the others are never taken.
// Which routes there are comes out by and by: what a run asks of the path, and its route does
// not say, names further paths.

// maxApart bounds the instructions simulated for all routes of one handler.
const maxApart = 100 * maxSteps

// An apart is a handler that is simulated for each of its routes.
type apart struct {
	simulate func(at Target) *Summary
	made     map[string]*Summary
	steps    int
}

// crowded reports whether a step has more ways than were kept apart, and tells them apart by
// the route.
func (s *Summary) crowded() bool {
	r := s.run
	if !r.endpoint || !s.tests || len(r.targets) > 0 || s.Inner != nil || !slices.ContainsFunc(r.condSeq, goesThrough) {
		return false
	}
	return r.overfull() || len(r.operations) > 1
}

// overfull reports whether there are more ways than were kept apart.
func (r *run) overfull() bool { return r.spent || r.coarse || r.condensed }

// goesThrough reports whether a condition is of a step that goes through the path from its
// start: see cutting.go. Of one that asks for whole paths, or for pieces of them, the
// routes are found without.
func goesThrough(c *cond) bool {
	t := c.test
	return t != nil && (t.op == opLonger || t.op == "contains" && t.n > 0 || strings.Contains(t.cut, Parameter))
}

// For is what the step is for a route: itself, or what was simulated for that alone.
func (s *Summary) For(at Target) *Summary {
	if s == nil || s.apart == nil {
		return s
	}
	return s.apart.forTarget(at)
}

// forTarget is what was simulated for a route alone.
func (a *apart) forTarget(at Target) *Summary {
	at.Stored, at.Claimed = nil, nil
	name := ""
	if at.Name != nil {
		name = *at.Name
	}
	key := fmt.Sprintf("%q %q %q %t %q %t %t %t", at.Method, at.Path, at.Pattern, at.Routed, name, at.Rest, at.Others, at.Renamed)
	one := a.made[key]
	if one == nil {
		one = a.simulate(at)
		a.made[key] = one
		a.steps += one.run.total + one.run.steps
	}
	return one
}

// each lists the targets that the handler serves apart from each other; ok is false if there
// are too many.
func (s *Summary) each(at Target, own bool) (list []Target, ok bool) {
	paths := []string{at.Path}
	for i := 0; i < len(paths); i++ {
		here := at
		here.Path, here.Rest = paths[i], true
		list = append(list, s.methods(here, own)...)
		if len(list) > maxRegions || s.apart.steps > maxApart {
			return nil, false
		}
		for _, p := range s.paths(here) {
			if !slices.Contains(paths, p) {
				paths = append(paths, p)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y Target) int { return cmp.Compare(x.Path, y.Path) })
	return list, true
}

// asks calls f for every condition on the route that was met on the way of a target.
func (s *Summary) asks(at Target, f func(t *test)) {
	if one := s.For(at); one != s {
		for _, c := range one.run.condSeq {
			f(c.test)
		}
		return
	}
	for _, e := range s.forRoute(at) {
		for _, d := range e.dec {
			f(d.c.test)
		}
	}
}

// routed takes the arm of a condition that the route decides, in a run for one route.
func (a *activation) routed(t *test) (arm, ok bool) {
	if a.at == nil || t == nil {
		return false, false
	}
	return t.decide(*a.at)
}
