package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// What stands before the other middleware of a router, and what changes all of it.

// before is what a router puts before routing, for all paths that begin with its
// prefix: its own, and what its parent had when the router was made.
type before struct {
	inherited, steps []Step
	counts           bool // also for the routers above, whose prefixes are shorter
}

// inherit gives a new router what its parent has of this.
func (r *Router) inherit(parent *Router) {
	r.within = slices.Clip(parent.within)
	r.front, r.shape = slices.Clone(parent.front), parent.shape
	if r.Kind.Extends && len(parent.list) > 0 {
		r.list = parent.list
	}
	if b := parent.before; b != nil {
		r.before = &before{inherited: slices.Concat(b.inherited, b.steps)}
	}
}

// useBefore puts steps before routing.
func (r *Router) useBefore(steps []Step) {
	if r.before == nil {
		r.before = &before{}
	}
	for i := range steps {
		steps[i].Pre = true
	}
	b := r.before
	if !b.counts {
		b.steps, b.counts = steps, true
		return
	}
	b.inherited, b.steps = nil, upsert(slices.Concat(b.inherited, b.steps), steps)
}

// useOnce adds steps, each in the place of a namesake if there is one.
func (r *Router) useOnce(steps []Step) {
	own := make([]Step, len(r.list))
	for i, s := range r.list {
		own[i] = *s
	}
	all := upsert(own, steps)
	for i := range r.list {
		r.list[i] = &all[i]
	}
	r.add(all[len(r.list):])
}

// upsert adds steps to a list, each in the place of the same function. Of closures
// nobody knows whether they have one name: that depends on what the compiler inlines.
func upsert(list, steps []Step) []Step {
	for _, s := range steps {
		i := slices.IndexFunc(list, func(o Step) bool { return namesakes(o, s) })
		switch {
		case i < 0:
			list = append(list, s)
		case closure(s):
			list[i].Conds = append(slices.Clip(list[i].Conds), Cond{Arm: true, Text: "it is not replaced"})
			list = append(list, s)
		default:
			list[i] = s
		}
	}
	return list
}

// namesakes reports whether two steps are one function, perhaps with other values that
// it has captured.
func namesakes(a, b Step) bool {
	f, ok1 := value.Deref(a.Val).(*value.Func)
	g, ok2 := value.Deref(b.Val).(*value.Func)
	return ok1 && ok2 && f.Symbol == g.Symbol
}

func closure(s Step) bool {
	f, ok := value.Deref(s.Val).(*value.Func)
	return ok && strings.Contains(f.Symbol, "$")
}

// useGlobal puts steps before all others: of every route that there is so far, and of
// what this router and its children to come register later. Where middleware is found when a
// request comes, they are before all others of the whole tree.
func (r *Router) useGlobal(steps []Step) {
	if r.Kind.Bind == frameworks.Live {
		root := r.Root()
		root.front = append(root.front, steps...)
		return
	}
	r.front = append(slices.Clip(r.front), steps...)
	r.Root().eachRouter(func(r *Router) {
		for _, e := range r.Entries {
			e.Chain = slices.Concat(e.Chain[:e.over], steps, e.Chain[e.over:])
			e.over += len(steps)
		}
	})
}

func (r *Router) eachRouter(f func(*Router)) {
	f(r)
	for _, c := range r.Children {
		c.eachRouter(f)
	}
}

// before is what passes before routing, of all routers of the tree that put something
// there: only that with the longest prefix of the path runs.
func (e *Entry) before(top *Router) []Step {
	if top.Parent != nil {
		return nil
	}
	var best *Router
	top.eachRouter(func(r *Router) {
		if r.before == nil || !r.before.counts || r.Host != "" && r.Host != e.Host || !strings.HasPrefix(e.Pattern.String(), fixed(r)) {
			return
		}
		if best == nil || longer(r, best) {
			best = r
		}
	})
	if best == nil {
		return nil
	}
	return slices.Concat(best.before.inherited, best.before.steps)
}

// fixed is what comes before the first parameter of a router's prefix.
func fixed(r *Router) string {
	text := r.Prefix.String()
	if i := strings.IndexAny(text, "{:*"); i >= 0 {
		text = text[:i]
	}
	return text
}

// longer reports whether a router's prefix has more parts than another one's, or as
// many and is longer.
func longer(a, b *Router) bool {
	p, q := fixed(a), fixed(b)
	if n, m := strings.Count(p, "/"), strings.Count(q, "/"); n != m {
		return n > m
	}
	return len(p) > len(q)
}

// add appends steps to a router's own.
func (r *Router) add(steps []Step) {
	if !r.Kind.Extends {
		r.Own = append(r.Own, steps...)
		return
	}
	more := make([]*Step, len(steps))
	there := r.list[len(r.list):cap(r.list)]
	for i := range steps {
		more[i] = &steps[i]
		if len(steps) <= len(there) {
			more[i].instead = unlessAdded(there[i], steps[i])
		}
	}
	r.list = append(r.list, more...) // of pointers, so that it grows as a list of functions does
}

// unlessAdded is a step whose place another one takes that is added under conditions: it
// stands if the innermost of these does not hold.
func unlessAdded(old *Step, added Step) *Step {
	if old == nil {
		return nil
	}
	for _, c := range slices.Backward(added.Conds) {
		if !slices.Contains(old.Conds, c) {
			one := *old
			one.Conds = append(slices.Clip(old.Conds), Cond{ID: c.ID, Arm: !c.Arm, Text: c.Text})
			return &one
		}
	}
	return nil
}

func (r *Router) listed() []Step {
	var out []Step
	for _, s := range r.list {
		if s.instead != nil {
			out = append(out, *s.instead)
		}
		out = append(out, *s)
	}
	return out
}

// reshape gives steps the shape that the router's were changed to. Its list is changed
// itself, with all who share it, unless something stands before it.
func (r *Router) reshape(steps []Step) []Step {
	if r.shape == nil {
		return steps
	}
	for i := range steps {
		steps[i].Shape = r.shape
	}
	for i, s := range r.list {
		if one := *s; len(r.front) == 0 {
			one.Shape = r.shape
			r.list[i] = &one
		}
	}
	return steps
}

// reset takes from a router what it has, also what it has of its parent, but for
// what stands before all others. What it adds then takes the place of what was there.
func (r *Router) reset() {
	r.Base, r.Own, r.list, r.shape = nil, nil, r.list[:0], nil
	r.before = &before{counts: true}
}

// doubt makes it unknown whether a router has its middleware still.
func (r *Router) doubt(c Cond) {
	steps := append(r.snapshot()[len(r.front):], r.Own...)
	for i := range steps {
		steps[i].Conds = append(slices.Clip(steps[i].Conds), c)
	}
	r.Base, r.Own, r.list = nil, nil, nil
	r.add(steps)
}
