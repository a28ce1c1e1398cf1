package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
)

// A handler may look somebody up whom the request names, by a number or a name in its path, query or body, and answer 401 if there is
// nobody of that name. Whoever asks may name anybody. A function that was not read may know who asks by the context, if a step has put that there.

// saysWhom reports whether a place of the request says whom it is about, by its name.
func saysWhom(src frameworks.Source, name string) bool {
	switch src {
	case frameworks.SourceQuery, frameworks.SourceParam, frameworks.SourceBody:
		return frameworks.NamesWhom(name)
	}
	return false
}

// partWhom reports whether a field of what was sent says so, or of what was found by that.
func (a av) partWhom(field string) bool {
	return a.whom || a.lab&^FromNext == Body && saysWhom(frameworks.SourceBody, field)
}

// onlyWhom reports whether some of the values are whom the request is about, and the others come from nothing that was sent: the context,
// say.
func onlyWhom(values ...av) bool {
	some := false
	for _, a := range values {
		if !a.whom && a.lab&^Request != 0 {
			return false
		}
		some = some || a.whom
	}
	return some
}

// looksForWhom reports whether a condition asks for whom the request is about.
func (s *Summary) looksForWhom() bool {
	return slices.ContainsFunc(s.run.condSeq, func(c *cond) bool { return c.whom })
}

// tellsWho reports whether the step may put something into the context that comes from what the request proves.
func (r *run) tellsWho() bool {
	for i := range r.origins {
		c := r.context[i+1]
		if c == nil || !r.keeps.has(i+1) {
			continue
		}
		for _, mem := range r.went {
			st := &state{mem: mem}
			if v, ok := r.read(st, c); ok && r.spread([]av{v}, st).lab&proof != 0 {
				return true
			}
		}
	}
	return false
}

// Nobody reports whether none of the steps has put into the context who asks.
func (k *Keeps) Nobody() bool { return !k.unknown && !k.who }
