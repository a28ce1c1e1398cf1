package guard

import (
	"path"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
)

// decide says whether a test of the route holds for a method and pattern. What
// the pattern leaves open (parameters, wildcards) leaves the answer open.
func (t *test) decide(at Target) (truth, ok bool) {
	if at.Renamed && !t.renamed {
		at.Method, at.Others = "*", false
	}
	at.Renamed = false
	switch t.op {
	case "cases":
		truth, ok = t.decideCases(at)
		return truth != t.negate, ok
	case "in":
		truth, ok = t.decideList(at)
		return truth != t.negate, ok
	case "there":
		return at.Routed != t.negate, true
	}
	method, pattern := at.Method, at.Path
	if t.next != nil {
		truth, ok = t.decideJoined(at)
		return truth != t.negate, ok
	}
	subject := strings.TrimSuffix(pattern, "{$}")
	fixed := strings.IndexAny(subject, "{:*") < 0
	if t.subject == frameworks.SourceMethod {
		if method == "*" || method == "" {
			return t.negate, at.Others
		}
		subject, fixed = method, true
	}
	switch t.subject {
	case frameworks.SourceRoute:
		subject, fixed = at.Pattern, true
	case frameworks.SourceService, frameworks.SourceCall:
		dir, call := path.Split(at.Pattern)
		if subject, fixed = call, true; t.subject == frameworks.SourceService {
			subject = strings.Trim(dir, "/")
		}
	case frameworks.SourceName:
		if at.Name == nil {
			return false, false
		}
		subject, fixed = *at.Name, true
	}
	if t.cut != "" {
		if subject, ok = t.shorten(subject, fixed); !ok {
			return t.negate, at.Rest && strings.Contains(t.cut, Parameter)
		}
		fixed = strings.IndexAny(subject, "{:*") < 0
	}
	ok = false
	switch {
	case t.op == opFewer && fixed:
		return (strings.Count(subject, "/")+1 < t.part) != t.negate, true
	case t.op == opFewer:
		return (strings.Count(fixedStart(subject), "/")+1 < t.part) != t.negate, strings.Count(fixedStart(subject), "/")+1 >= t.part
	case t.part != 0 && fixed:
		subject = t.partOf(subject)
	case t.part != 0:
		subject = "*"
	}
	start, end := subject, subject
	if !fixed {
		start, end = fixedStart(subject), fixedEnd(subject)
	}
	switch t.op {
	case "==":
		if fixed {
			truth, ok = subject == t.arg, true
		} else if !strings.HasPrefix(t.arg, start) || !strings.HasSuffix(t.arg, end) || subject == Parameter && t.arg == "" {
			truth, ok = false, true
		} else {
			truth, ok = false, at.Rest
		}
	case "prefix":
		switch {
		case strings.HasPrefix(start, t.arg):
			truth, ok = true, true
		case fixed || !strings.HasPrefix(t.arg, start):
			truth, ok = false, true
		default:
			truth, ok = false, at.Rest
		}
	case opBegins:
		truth, ok = false, at.Rest
	case "suffix":
		switch {
		case fixed:
			truth, ok = strings.HasSuffix(subject, t.arg), true
		case strings.HasSuffix(end, t.arg):
			truth, ok = true, true
		case !strings.HasSuffix(t.arg, end):
			truth, ok = false, true
		}
	case "contains":
		if strings.Contains(start, t.arg) || strings.Contains(end, t.arg) {
			truth, ok = true, true
		} else if fixed || subject == Parameter && t.arg == "/" {
			truth, ok = false, true
		} else if t.n > 0 { // else it would be a parameter, which the step names
			truth, ok = true, at.Rest
		}
	case opMatch:
		truth, ok = matched(t.arg, subject, start, end, fixed)
	case opRegexp:
		truth, ok = t.foundIn(subject, start, fixed)
	case opLonger:
		truth = len(start) >= t.n
		ok = fixed || truth
	}
	return truth != t.negate, ok
}

// shorten takes off the start of a path what was taken off before it was compared.
// ok is false if the pattern does not say whether it is there.
func (t *test) shorten(path string, fixed bool) (rest string, ok bool) {
	if rest, ok = behind(path, t.cut); ok {
		return rest, true
	}
	return path, fixed || !strings.HasPrefix(t.cut, fixedStart(path))
}

// decideList asks for one element of the list after the other.
func (t *test) decideList(at Target) (truth, ok bool) {
	ok = true
	for _, s := range t.list {
		here, decided := t.asks("==", s).decide(at)
		if here && decided {
			return true, true
		}
		ok = ok && decided
	}
	return false, ok
}

// fixedStart is what is certain at the start of a path that a pattern matches.
func fixedStart(pattern string) string {
	if i := strings.IndexAny(pattern, "{:*"); i >= 0 {
		return pattern[:i]
	}
	return pattern
}

// fixedEnd is what is certain at the end of a path that a pattern matches: what
// follows its last parameter. A wildcard at the end leaves nothing certain.
func fixedEnd(pattern string) string {
	if i := strings.LastIndexByte(pattern, '}'); i >= 0 {
		if strings.ContainsAny(pattern[i:], "*:") {
			return afterSegment(pattern[i+1:])
		}
		return pattern[i+1:]
	}
	return afterSegment(pattern)
}

// afterSegment leaves out everything up to the end of the last ":id" or "*rest".
func afterSegment(pattern string) string {
	i := strings.LastIndexAny(pattern, ":*")
	if i < 0 {
		return pattern
	}
	j := strings.IndexByte(pattern[i:], '/')
	if j < 0 {
		return ""
	}
	return pattern[i+j:]
}

// decideCases finds the cases that the route can be, and whether they agree.
func (t *test) decideCases(at Target) (truth, ok bool) {
	answers := answers{}
	for _, c := range t.cases {
		possible := !slices.ContainsFunc(c.dec, func(d dec) bool {
			arm, decided := answers.decide(d.c, at)
			return decided && arm != d.arm
		})
		if !possible {
			continue
		}
		here := c.truth
		if c.test != nil {
			var decided bool
			if here, decided = c.test.decide(at); !decided {
				return false, false
			}
		}
		if ok && here != truth {
			return false, false
		}
		truth, ok = here, true
	}
	return truth, ok
}

// answers are what tests of conditions say of one target: each is asked once.
type answers map[*cond]answer

type answer struct{ truth, ok bool }

func (a answers) decide(c *cond, at Target) (truth, ok bool) {
	known, asked := a[c]
	if !asked {
		known.truth, known.ok = c.test.decide(at)
		a[c] = known
	}
	return known.truth, known.ok
}
