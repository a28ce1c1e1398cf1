package guard

import (
	"cmp"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// What is a check, one place tells: there the request is refused for what a function says.
// Elsewhere the same function is called, and nobody listens.

// A Check is a function whose verdict decides a refusal, and where it does. If it says so by an error that is handed on, who
// answers is far from it; then it is the function that asks who the request is from.
type Check struct {
	Callee string
	Asked  program.Pos
}

// Checks are the functions whose verdicts refuse requests in the step, by name; they are
// known when it has been judged.
func (s *Summary) Checks() []Check {
	var out []Check
	for _, v := range s.verdicts() {
		for _, q := range v.Asked {
			if (s.refusesAfter(q) || s.refusesIn[v.Callee]) && !s.run.answersItself(v.Callee, 0) && !knowsNobody(v.Callee) && !slices.ContainsFunc(out, func(c Check) bool { return c.Callee == v.Callee }) {
				out = append(out, Check{v.Callee, q.Pos})
			}
		}
	}
	return out
}

// knowsNobody reports whether a function is of the standard library, of a part whose errors
// say nothing of who asks: what they are about are files, formats and databases. So is what reads a row of
// another database: what is in it says who asks, if that is what was looked for.
func knowsNobody(symbol string) bool {
	first, _, _ := strings.Cut(program.PackageOf(symbol), "/")
	_, name, _ := program.SplitMethod(symbol)
	return slices.Contains(impersonal, first) || name == "Scan"
}

var impersonal = strings.Fields("archive bufio bytes compress database encoding fmt html image io log mime os path strconv strings time")

// answersItself reports whether a function, or one that it calls, may write the answer: then
// the request is refused whether its caller listens or not, and what comes after is
// for other rules to say.
func (m *Machine) answersItself(symbol string, depth int) bool {
	const deepest = 3
	if e, ok := m.tables.Effect(symbol); ok {
		return e.Writes || !e.Error && (e.Status != 0 || e.StatusIs != 0) || e.Abort || e.Leaves != 0
	}
	fn := m.prog.Func(symbol)
	if fn == nil || depth > deepest {
		return false
	}
	for in := range fn.All() {
		if (in.Op == program.Call || in.Op == program.Invoke) && in.Sym != "" && m.answersItself(in.Sym, depth+1) {
			return true
		}
	}
	return false
}

// refusesAfter reports whether a condition refuses, or what comes right after it does.
func (s *Summary) refusesAfter(q program.Question) bool {
	return s.refusesAt[q.Pos] || slices.ContainsFunc(q.Then, func(at program.Pos) bool { return s.refusesAt[at] })
}

// Ignored are the calls of checks in the step whose verdicts nobody looks at; isCheck
// says where one is looked at.
func (s *Summary) Ignored(isCheck func(callee string) (asked program.Pos, ok bool)) []routes.Fault {
	if s.Failed != "" {
		return nil
	}
	var out []routes.Fault
	for _, v := range s.verdicts() {
		asked, ok := isCheck(v.Callee)
		if e, known := s.run.tables.Effect(v.Callee); known && e.Decides {
			ok = true
		}
		if e, known := s.run.tables.Signs(v.Callee); known && e.Verifies {
			ok = true
		}
		if !ok || !v.Ignored || s.refusesAnyway(v) {
			continue
		}
		out = append(out, routes.Fault{Kind: routes.Ignored, Func: v.Caller, Condition: v.Callee, Position: pos(v.Pos), Also: pos(asked)})
	}
	return out
}

// refusesAnyway reports whether who asks is refused where a call is made, whatever that says: it notes that somebody was, say.
func (s *Summary) refusesAnyway(v program.Verdict) bool {
	return v.Ends && (slices.ContainsFunc(v.Under, func(c program.Side) bool { return s.refusesOn[c] }) ||
		slices.ContainsFunc(v.After, func(at program.Pos) bool { return s.refusesAt[at] }))
}

// ignores reports whether nobody looks at what a call says.
func (r *run) ignores(call *program.Instr) bool {
	for fn := range r.entered {
		if slices.ContainsFunc(r.verdictsOf(fn), func(v program.Verdict) bool { return v.Ignored && v.Pos == call.Pos }) {
			return true
		}
	}
	return false
}

// verdicts are those of all functions that the step came to.
func (s *Summary) verdicts() []program.Verdict {
	if s.heard != nil {
		return s.heard
	}
	s.heard = []program.Verdict{}
	for fn := range s.run.entered {
		s.heard = append(s.heard, s.run.verdictsOf(fn)...)
	}
	slices.SortFunc(s.heard, func(a, b program.Verdict) int {
		return cmp.Or(cmp.Compare(a.Callee, b.Callee), cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
	return s.heard
}

// verdictsOf are those of a function, which many steps may come to.
func (m *Machine) verdictsOf(fn *program.Func) []program.Verdict {
	m.mu.Lock()
	list, known := m.verdicts[fn]
	m.mu.Unlock()
	if known {
		return list
	}
	list = fn.Verdicts()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.verdicts[fn] = list
	return list
}

// noteRefusals notes where requests are told that they may not, and on which conditions.
func (j *judge) noteRefusals() {
	for _, f := range j.enforcing {
		if slices.Contains(f.statuses, 401) || slices.Contains(f.statuses, 403) {
			if j.refusesAt == nil {
				j.refusesAt, j.refusesIn, j.refusesOn = map[program.Pos]bool{}, map[string]bool{}, map[program.Side]bool{}
			}
			j.refusesOn[program.Side{Pos: f.c.pos, Arm: !f.arm}] = true
			j.refusesAt[f.c.pos], j.refusesIn[f.c.fn] = true, true
			for _, e := range f.stops {
				if isRefusal(e.status) && !e.again && e.site.Known() {
					j.refusesAt[e.site] = true
					if e.calledAt.Known() {
						j.refusesAt[e.calledAt] = true
					}
				}
			}
		}
	}
}
