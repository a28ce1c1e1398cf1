package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Middleware that is for the paths which a pattern of its own matches, whatever router it is
// given to: see Call.Covers of the tables.

// cover gives steps what a call says of where they stand.
func (a *action) cover(r *Router, steps []Step) {
	pattern := a.text(a.call.Covers)
	place, known := value.Deref(a.arg(a.call.Place)).(value.Int)
	if places := r.Kind.Places; !known || int(place) < 0 || int(place) >= len(places) {
		known = false
	} else if places[place] == "after" {
		return
	}
	for _, s := range steps {
		s.Covers, s.Rank = &pattern, int64(place)
		switch {
		case a.call.Place != 0 && !known:
			s.Conds = append(slices.Clip(s.Conds), Cond{Arm: true, Text: "it stands before the handler"})
		case known:
			s.Pre = r.Kind.Places[place] == "pre"
		}
		if more, ok := a.m.elements(a.arg(a.call.Unsure)); a.call.Unsure != 0 && (!ok || len(more) > 0) {
			s.Conds = append(slices.Clip(s.Conds), Cond{Arm: true, Text: a.call.Doubt})
		}
		r.insert(s)
	}
}

// insert adds a step behind those whose ranks are not higher.
func (r *Router) insert(s Step) {
	i := len(r.Own)
	for i > 0 && r.Own[i-1].Rank > s.Rank {
		i--
	}
	r.Own = slices.Insert(slices.Clip(r.Own), i, s)
}

// take gives a router what another one has, below a prefix.
func (a *action) take(r *Router) {
	of, ok := a.m.router(a.arg(a.call.Handler))
	if !ok {
		a.m.note(a.in.Pos, "what "+short(a.symbol)+" is given is not known"+because(a.arg(a.call.Handler)))
		return
	}
	prefix := a.text(a.call.Pattern)
	for _, e := range of.Entries {
		one, conds := *e, e.Conds
		one.Pattern = JoinMount(prefix, e.Pattern)
		a.m.addEntry(r, &one)
		one.Conds = append(slices.Clip(one.Conds), conds...)
	}
	for _, s := range of.Own {
		below := JoinMount(prefix, value.Concat(value.String("/"), trimLeadingSlash(*s.Covers)))
		s.Covers, s.Conds = &below, append(a.m.here(), s.Conds...)
		r.insert(s)
	}
	of.Taken = true
}

// covering is the step as the entry passes it; ok is false if it does not.
func (s Step) covering(e *Entry) (_ Step, ok bool) {
	if s.Covers == nil {
		return s, true
	}
	switch s.covers(e) {
	case matchesNone:
		return s, false
	case matchesSome:
		s.Conds = append(slices.Clip(s.Conds), Cond{Arm: true, Text: "the path matches " + s.Covers.String()})
	}
	return s, true
}

type matching int

const (
	matchesNone matching = iota
	matchesSome
	matchesAll
)

// covers says how many of the requests for an entry the step's pattern matches. Segments
// are compared as text: a parameter that is constrained may match or not.
func (s Step) covers(e *Entry) matching {
	p, known := s.Covers.Known()
	q, known2 := e.Pattern.Known()
	if known && strings.Trim(p, "/") == "*" {
		return matchesAll
	}
	if !known || !known2 {
		return matchesSome
	}
	want, have := parts(p), parts(q)
	if e.Prefix && !rest(have) {
		have = append(have, "*")
	}
	all := matchesAll
	for i, seg := range want {
		last := i == len(want)-1
		switch {
		case seg == "*" && last:
			return all
		case i >= len(have):
			return optional(want[i:], all)
		case have[i] == "*", seg == "*":
			return matchesSome // as far as it goes
		case free(seg):
		case !literal(seg) || !literal(have[i]):
			all = matchesSome
		case seg != have[i]:
			return matchesNone
		}
	}
	if rest := have[len(want):]; len(rest) > 0 {
		if rest[0] == "*" {
			return matchesSome
		}
		return matchesNone
	}
	return all
}

// parts are the segments of a pattern.
func parts(pattern string) []string {
	if pattern = strings.Trim(pattern, "/"); pattern == "" {
		return nil
	}
	return strings.Split(pattern, "/")
}

func rest(segments []string) bool {
	return len(segments) > 0 && segments[len(segments)-1] == "*"
}

// free reports whether a segment is a parameter that stands for any other one.
func free(seg string) bool {
	name, ok := strings.CutPrefix(seg, ":")
	return ok && !strings.ContainsAny(name, ":(*.?")
}

// literal reports whether a segment is a word.
func literal(seg string) bool { return !strings.ContainsAny(seg, ":*({?") }

// optional says what is left of a pattern where the path ends: it matches if all of this may be missing.
func optional(left []string, all matching) matching {
	for _, seg := range left {
		if seg == "*" {
			return all
		}
		if !strings.HasPrefix(seg, "?:") {
			return matchesNone
		}
	}
	return all
}
