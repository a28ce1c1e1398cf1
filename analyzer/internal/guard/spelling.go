package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Some routers take more than one spelling of a path, and what stands before the handler
// sees the one that was sent. A guard that compares that is passed by sending another one.

// A Laxity is a set of what a router overlooks in a path.
type Laxity uint8

// OtherCase: letters may be small or capital. FinalSlash: there may be one more. Unclean: the
// router looks for the path without the dots and slashes that path.Clean takes out.
const (
	OtherCase Laxity = 1 << iota
	FinalSlash
	Unclean
)

// spellings are the paths that a router takes for that of a target, besides.
func (at Target) spellings() []Target {
	var out []Target
	add := func(path string) {
		at.Path = path
		out = append(out, at)
	}
	path, literal := at.Path, strings.IndexAny(at.Path, "{:*") < 0
	kept := 0
	if strings.HasPrefix(path, at.Exact) {
		kept = len(at.Exact)
	}
	if start := fixedStart(path); at.Lax&OtherCase != 0 && len(start) > kept {
		add(start[:kept] + strings.ToUpper(start[kept:]) + path[len(start):])
	}
	if at.Lax&FinalSlash != 0 && literal && !strings.HasSuffix(path, "/") && len(path) > kept {
		add(path + "/")
	}
	if at.Lax&Unclean != 0 {
		add("/" + path)
	}
	return out
}

// passSpelling makes a step unknown that guards a route by its path, and not for another
// spelling of it. Of what such a path begins with, /open/../admin for one, nothing is known
// but where the step names it.
func (s *Summary) passSpelling(at Target, out *Judgement) {
	if at.Lax == 0 || !s.tests {
		return
	}
	if out.State == Unknown {
		s.passBeginning(at, out)
	}
	if out.State != Holds {
		return
	}
	for _, other := range slices.Concat(at.spellings(), s.detours(at)) {
		j := s.judgeFor(other)
		if j.State == Holds {
			continue
		}
		out.State, out.Level, out.Guards, out.Reason = Unknown, routes.NoLevel, nil, routes.PassesSpelling
		if j.State == Open {
			out.fault(s.differs(at, other), other.Path)
		}
		return
	}
}

// fault notes by which condition a step lets another spelling of a path pass.
func (out *Judgement) fault(c *cond, spelling string) {
	if c != nil {
		out.add(fault{routes.Fault{
			Kind: routes.FailsOpen, Detail: routes.Spelling + spelling, Status: 401, Func: c.fn, Condition: c.text, Position: pos(c.pos),
		}, c.layer})
	}
}

// differs finds a condition that two spellings decide differently.
func (s *Summary) differs(a, b Target) *cond {
	for _, c := range s.run.condSeq {
		if c.test == nil {
			continue
		}
		x, ok1 := c.test.decide(a)
		y, ok2 := c.test.decide(b)
		if ok1 != ok2 || x != y {
			return c
		}
	}
	return nil
}

// detours are spellings of a path that begin with what the step lets pass, and lead to the path from there.
func (s *Summary) detours(at Target) (out []Target) {
	if at.Lax&Unclean == 0 {
		return nil
	}
	for _, c := range s.run.condSeq {
		c.test.each(func(t *test) {
			if t.op == "prefix" && labelOf(t.subject) == Path && t.part == 0 && strings.HasPrefix(t.arg, "/") {
				other := at
				other.Path = detour(t.cut+t.arg, at.Path)
				out = append(out, other)
			}
		})
	}
	return out
}

// detour leads to a path by way of another one.
func detour(by, path string) string {
	back := strings.Repeat("/..", strings.Count(strings.Trim(by, "/"), "/")+1)
	return strings.TrimSuffix(by, "/") + back + path
}

// opBegins asks whether a path begins with a text that is not known, as a setting is.
const opBegins = "begins"

// passBeginning says of a step that lets pass what begins as a setting says, and guards the rest, how its
// guard is passed: whatever the setting is, a path can begin so.
func (s *Summary) passBeginning(at Target, out *Judgement) {
	if _, guards := s.guardsOthers(); !guards || at.Lax&Unclean == 0 {
		return
	}
	at.Path = detour("/…", at.Path)
	for _, e := range s.exits {
		if !e.goesOn || !possible(e.dec, at) {
			continue
		}
		if c := letsBegin(e.dec, at); c != nil {
			out.fault(c, at.Path)
			return
		}
	}
}

// letsBegin finds the decision by which a path begins with what is not known.
func letsBegin(list []dec, at Target) *cond {
	for _, d := range list {
		t := d.c.test
		switch {
		case t == nil:
		case t.op == opBegins && d.arm != t.negate:
			return d.c
		case slices.ContainsFunc(t.cases, func(c testCase) bool {
			return possible(c.dec, at) && (c.truth == (d.arm != t.negate) && letsBegin(c.dec, at) != nil ||
				c.test != nil && c.test.op == opBegins && (d.arm != t.negate) != c.test.negate)
		}):
			return d.c
		}
	}
	return nil
}
