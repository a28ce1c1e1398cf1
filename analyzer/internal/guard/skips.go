package guard

import (
	"fmt"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A middleware that guards may let some routes pass, for what their path is: a list of
// paths, or a text that they begin with. For such a route it is no guard, and
// this says by which exception.

// skips notes of a step that lets a route pass, and not others, what it asks of the path.
func (s *Summary) skips(at Target, out *Judgement) {
	if out.State != Open || s.Failed != "" {
		return
	}
	f, ok := s.guardsOthers()
	if !ok {
		return
	}
	for _, e := range s.exits {
		if !e.goesOn || slices.Contains(e.dec, dec{f.c, f.arm}) || !possible(e.dec, at) {
			continue
		}
		if c, t := exception(e.dec, at); c != nil && c.layer >= 0 && c.layer < len(out.Layers) {
			out.add(fault{routes.Fault{Kind: routes.Skips, Detail: t.words(), Status: f.statuses[0], Func: c.fn, Condition: c.text, Position: pos(c.pos)}, c.layer})
			return
		}
	}
}

// Symbol is that of the function that the step is, or that made it; empty if it is none.
func (s *Summary) Symbol() string {
	if fn, ok := value.Deref(s.value).(*value.Func); ok {
		return trimClosure(fn.Symbol)
	}
	return ""
}

// guardsOthers is the first condition by which the step refuses requests for other routes.
func (s *Summary) guardsOthers() (enforced, bool) {
	if s.others == nil {
		j := &judge{Summary: s, exits: s.exits}
		j.findDeepest()
		j.forgive()
		j.findForgetful()
		j.findEnforcing()
		s.others = j.enforcing
		if s.others == nil {
			s.others = []enforced{}
		}
	}
	if len(s.others) == 0 {
		return enforced{}, false
	}
	return s.others[0], true
}

// possible reports whether nothing that is asked of the route excludes some decisions.
func possible(list []dec, at Target) bool {
	return !slices.ContainsFunc(list, func(d dec) bool {
		if d.c.test == nil {
			return false
		}
		truth, ok := d.c.test.decide(at)
		return ok && truth != d.arm
	})
}

// exception finds the last decision by which the path of a route is one that is named.
func exception(list []dec, at Target) (*cond, *test) {
	for _, d := range slices.Backward(list) {
		if d.c.test == nil {
			continue
		}
		if truth, ok := d.c.test.decide(at); !ok || truth != d.arm {
			continue
		}
		if d.c.test.op != "cases" {
			if d.c.test.names(d.arm) {
				return d.c, d.c.test
			}
			continue
		}
		for _, c := range d.c.test.cases {
			if !possible(c.dec, at) {
				continue
			}
			if c.test != nil && c.test.names(d.arm != d.c.test.negate) {
				return d.c, c.test
			}
			if in, t := exception(c.dec, at); in != nil {
				return in, t
			}
		}
	}
	return nil, nil
}

// names reports whether an answer to the test says that the path is what it asks for.
func (t *test) names(truth bool) bool {
	return t.words() != "" && truth != t.negate
}

// words say what the test asks of a path; empty if it asks for something else.
func (t *test) words() string {
	if labelOf(t.subject) != Path || t.cut != "" || t.part != 0 {
		return ""
	}
	switch t.op {
	case "prefix":
		return fmt.Sprintf("%s %q", routes.Begins, t.arg)
	case "suffix":
		return fmt.Sprintf("%s %q", routes.Ends, t.arg)
	case "contains":
		return fmt.Sprintf("%s %q", routes.Has, t.arg)
	case "==":
		return fmt.Sprintf("is %q", t.arg)
	case "in":
		return "is in a list"
	case opRegexp:
		return fmt.Sprintf("matches %q", t.arg)
	}
	return ""
}
