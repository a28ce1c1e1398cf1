package table

import (
	"slices"
	"sort"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Where middleware is positional, a router, its groups and what is mounted on it
// are one list, in which a request passes everything that matches its path. So the
// list is put together first: a mounted router stands where it was mounted,
// whatever it was given later.

// A listing puts the entries of a router in their order: copies, with the pattern from
// the root, the conditions of the mounts above, and the middleware that comes before.
type listing struct {
	uses    []evaluate.Step // so far; Below is from the root
	out     []*evaluate.Entry
	mounted []*evaluate.Router
	depth   int
	entered map[*evaluate.Router]int // of those that are being put in order
	mounts  int
	deep    bool // mounts were left out: see [maxNesting] and [maxMounts]
}

// positional reports whether a router keeps such a list.
func positional(r *evaluate.Router) bool { return r.Kind.Bind == frameworks.Positional }

// add puts the items of a tree below a prefix at the end of the list.
func (l *listing) add(top *evaluate.Router, prefix value.Text, conds []evaluate.Cond) {
	if l.mounts++; l.depth >= maxNesting || l.mounts > maxMounts || l.entered[top] >= maxAgain {
		l.deep = true
		return
	}
	l.depth++
	l.entered[top]++
	defer func() { l.depth--; l.entered[top]-- }()
	type item struct {
		seq   int
		step  *evaluate.Step
		entry *evaluate.Entry
	}
	var items []item
	for _, r := range family(top) {
		for i := range r.Own {
			if !positional(r) {
				break // a guest's middleware is in the chains of its routes
			}
			items = append(items, item{seq: r.Own[i].Seq, step: &r.Own[i]})
		}
		for _, e := range r.Entries {
			items = append(items, item{seq: e.Seq, entry: e})
		}
	}
	sort.SliceStable(items, func(i, j int) bool { return items[i].seq < items[j].seq })
	for _, it := range items {
		if it.step != nil {
			s := *it.step
			s.Below = joinBelow(prefix, s.Below)
			s.Conds = append(slices.Clip(conds), s.Conds...)
			l.uses = append(l.uses, s)
			continue
		}
		pattern := joinBelow(prefix, it.entry.Pattern)
		all := append(slices.Clip(conds), it.entry.Conds...)
		if sub, ok := mounted(it.entry); ok {
			l.mounted = append(l.mounted, sub)
			l.add(sub, pattern, all)
			continue
		}
		e := *it.entry
		e.Pattern, e.Conds = pattern, all
		own := e.PerRoute
		if !positional(e.Router) {
			own = e.Chain
		}
		e.Chain = append(l.covering(pattern, top.Kind.AnyPrefix), own...)
		l.out = append(l.out, &e)
	}
}

// family is a router and the groups below it.
func family(r *evaluate.Router) []*evaluate.Router {
	var out []*evaluate.Router
	for _, child := range r.Children {
		out = append(out, family(child)...)
	}
	if r.Kind.ChildrenFirst {
		return append(out, r)
	}
	return append([]*evaluate.Router{r}, out...)
}

// mounted is the router of the same kind that an entry mounts.
func mounted(e *evaluate.Entry) (*evaluate.Router, bool) {
	n, ok := native(e.Handler)
	if !ok || !e.Mount {
		return nil, false
	}
	r, ok := n.Obj.(*evaluate.Router)
	return r, ok && positional(r)
}

// covering is the middleware so far that a request for a pattern passes; what only
// some of these requests pass is conditional.
func (l *listing) covering(pattern value.Text, anyPrefix bool) []evaluate.Step {
	var out []evaluate.Step
	for _, s := range l.uses {
		switch covers(s.Below, pattern, anyPrefix) {
		case coversAll:
			out = append(out, s)
		case coversSome:
			s.Conds = append(slices.Clip(s.Conds), evaluate.Cond{Text: "the path is below " + s.Below.String(), Arm: true})
			out = append(out, s)
		}
	}
	return out
}

// reaches reports whether a step would be passed by every request for an entry, if it were registered before that.
func reaches(s evaluate.Step, e *evaluate.Entry) bool {
	return !positional(e.Router) || covers(s.Below, e.Pattern, e.Router.Kind.AnyPrefix) == coversAll
}

type coverage int

const (
	coversNone coverage = iota
	coversSome
	coversAll
)

// covers says how many of the requests for a pattern a prefix is for.
func covers(below, pattern value.Text, anyPrefix bool) coverage {
	p, known := below.Known()
	q, known2 := pattern.Known()
	if p = strings.Trim(strings.ToLower(p), "/"); known && p == "" {
		return coversAll
	}
	if !known || !known2 {
		if strings.HasPrefix(pattern.String(), below.String()) {
			return coversAll // the same unknown prefix, and something more
		}
		return coversSome
	}
	q = strings.Trim(strings.ToLower(q), "/")
	prefix, path := strings.Split(p, "/"), strings.Split(q, "/")
	all := coversAll
	for i, seg := range prefix {
		if strings.HasPrefix(seg, "*") {
			return all
		}
		if i >= len(path) {
			return coversNone
		}
		have := path[i]
		last := i == len(prefix)-1 && anyPrefix
		switch {
		case strings.HasPrefix(have, "*") || strings.HasPrefix(have, "+"):
			return coversSome
		case strings.HasPrefix(seg, ":"):
		case strings.HasPrefix(have, ":"):
			all = coversSome
		case seg == have, last && strings.HasPrefix(have, seg):
		default:
			return coversNone
		}
	}
	return all
}

// inOrder lists the entries of a positional router; what is mounted on it is served
// with it.
func (b *builder) inOrder(top *evaluate.Router, c context) {
	l := &listing{entered: map[*evaluate.Router]int{}}
	l.add(top, value.Text{}, nil)
	if l.deep {
		b.note(top.At, tooNested)
	}
	for _, sub := range l.mounted {
		b.used[sub] = true
	}
	b.entries(l.out, c)
}
