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
// spelling of it. Of what such a path begins with, /open/../admin for one, nothing is known.
func (s *Summary) passSpelling(at Target, out *Judgement) {
	if at.Lax == 0 || !s.tests || out.State != Holds {
		return
	}
	for _, other := range at.spellings() {
		j := s.judgeFor(other)
		if j.State == Holds {
			continue
		}
		out.State, out.Level, out.Guards, out.Reason = Unknown, routes.NoLevel, nil, routes.PassesSpelling
		c := s.differs(at, other)
		if j.State != Open || c == nil || c.layer < 0 || c.layer >= len(out.Layers) {
			return
		}
		l := &out.Layers[c.layer]
		l.Faults = append(slices.Clip(l.Faults), routes.Fault{
			Kind: routes.FailsOpen, Detail: routes.Spelling + other.Path, Status: 401, Func: c.fn, Condition: c.text, Position: pos(c.pos),
		})
		return
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
