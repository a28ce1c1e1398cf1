package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A handler may tell requests apart by itself: by a switch on the path, by prefixes,
// by the method. What it serves in each case is a route, though nobody registered
// it. Its exits say which questions it asks; each answer is a region of all paths and
// methods, judged as if it had been registered.

// Wildcard ends a path that stands for all that lie below it.
const Wildcard = "{...}"

// maxRegions bounds the regions of one handler; it is judged once for each.
const maxRegions = 1000

// Regions are the targets that an endpoint serves apart from each other, those of the
// target; nil if it makes no difference between them. With own set, the rest of
// the chain and routers, which serve for themselves, are left out. ok is false if
// there are too many.
func (s *Summary) Regions(at Target, own bool) (list []Target, ok bool) {
	switch {
	case s.apart != nil:
		if list, ok = s.each(at, own); !ok {
			return nil, false
		}
	case !s.tests || s.Failed != "":
		return nil, true
	default:
		for _, p := range append(s.paths(at), at.Path) {
			here := at
			here.Path, here.Rest = p, true
			if list = append(list, s.methods(here, own)...); len(list) > maxRegions {
				return nil, false
			}
		}
	}
	if !own && len(list) == 1 && list[0].Path == at.Path && list[0].Method == at.Method {
		return nil, true
	}
	return list, true
}

// paths lists the paths that the step names, below the one of the target.
func (s *Summary) paths(at Target) []string {
	var out []string
	parameters := map[string]bool{} // of these, an empty one is no path of its own
	s.asked(at, frameworks.SourcePath, func(t *test, arg string) {
		parameters[t.cut] = parameters[t.cut] || arg == Parameter
	})
	s.asked(at, frameworks.SourcePath, func(t *test, arg string) {
		if arg == "" && parameters[t.cut] {
			return
		}
		if arg = t.cut + arg; t.part != 0 || !strings.HasPrefix(arg, "/") {
			return
		}
		if t.op == "prefix" {
			arg += Wildcard
		}
		if arg != at.Path {
			out = append(out, arg)
		}
	})
	out = append(out, s.piecePaths(at)...)
	slices.Sort(out)
	return slices.Compact(out)
}

// asked calls f for every text that the step compares the path or method with, if a
// request for the target may or may not be for it.
func (s *Summary) asked(at Target, subject frameworks.Source, f func(t *test, arg string)) {
	seen := map[*test]bool{}
	met := at
	at.Rest = false
	var visit func(t *test)
	visit = func(t *test) {
		if t == nil || seen[t] {
			return
		}
		seen[t] = true
		for _, c := range t.cases {
			visit(c.test)
			for _, d := range c.dec {
				visit(d.c.test)
			}
		}
		for _, part := range t.parts() {
			visit(part)
		}
		if t.subject != subject || t.next != nil {
			return
		}
		switch t.op {
		case "contains":
			if _, decided := t.decide(at); !decided && t.n > 0 {
				f(t, Parameter)
			}
		case "==", "prefix":
			if _, decided := t.decide(at); !decided {
				f(t, t.arg)
			}
		case "in":
			for _, arg := range t.list {
				one := t.asks("==", arg)
				if _, decided := one.decide(at); !decided {
					f(one, arg)
				}
			}
		}
	}
	s.asks(met, visit)
}

// methods lists the methods that are served for a path: each for itself if that makes a
// difference.
func (s *Summary) methods(at Target, own bool) []Target {
	var all []Target
	others := at
	others.Others = true
	if s.serves(others, own) {
		all = append(all, others)
	}
	if at.Method != "*" {
		return all
	}
	var names []string
	s.asked(at, frameworks.SourceMethod, func(t *test, arg string) {
		if t.op == "==" {
			names = append(names, arg)
		}
	})
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		one := at
		one.Method = name
		if s.serves(one, own) && !slices.ContainsFunc(all, func(o Target) bool { return s.alike(o, one) }) {
			all = append(all, one)
		}
	}
	return all
}

// alike reports whether one target says all of another one: it stands for every
// method, or for GET where the other one stands for HEAD.
func (s *Summary) alike(all, one Target) bool {
	if all.Method != "*" && (all.Method != "GET" || one.Method != "HEAD") {
		return false
	}
	x, y := s.Judge(all), s.Judge(one)
	return x.State == y.State && x.Level == y.Level && x.Handler == y.Handler && slices.EqualFunc(x.Guards, y.Guards, sameGuard)
}

func sameGuard(x, y routes.Guard) bool {
	return x.Name == y.Name && x.Position == y.Position && slices.Equal(x.Demands, y.Demands)
}

// serves reports whether a request for the target is served by the step, and not
// answered with an error whoever sends it.
func (s *Summary) serves(at Target, own bool) bool {
	exits := s.forRoute(at)
	itself := func(e exit) bool { return e.proceeds(true) || e.acted || e.status < 400 }
	if own && slices.ContainsFunc(exits, func(e exit) bool { return e.goesOn }) {
		return slices.ContainsFunc(exits, func(e exit) bool { return !e.goesOn && itself(e) && !refusal(e) && tellsApart(e, exits) })
	}
	return slices.ContainsFunc(exits, itself)
}

// tellsApart reports whether what is asked of the path or method, and is not known for all that the
// target stands for, decides that a request is not handed on, as others are.
//
//	if strings.Contains(r.URL.Path, ".") {
//		static.ServeHTTP(w, r)
//		return
//	}
func tellsApart(e exit, exits []exit) bool {
	return slices.ContainsFunc(e.dec, func(d dec) bool {
		return d.c.test != nil && slices.ContainsFunc(exits, func(o exit) bool { return o.goesOn && slices.Contains(o.dec, dec{d.c, !d.arm}) })
	})
}
