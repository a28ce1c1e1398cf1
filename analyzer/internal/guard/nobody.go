package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A function that finds out who sends a credential may return nobody and no error, for a
// credential that is nobody's. Who asks only for the error lets that pass: what was
// decided on the way proves nothing, though an anonymous request may take another one.

// A nobody is a call that may return so.
type nobody struct {
	id       int
	callee   string
	call     program.Pos
	returned program.Pos // where it says so in so many words
	layer    int
}

// findNobody notes on the ways in which a call ended those that found nobody, if what the
// client presents decides that. The first run tells: it notes every decision.
func (r *run) findNobody(fn *program.Func, args []av, in *program.Instr, frame, layer int, ends []ending) {
	if r.scouting && r.nobodies[frame] == nil {
		if at, ok := returnsNobody(fn); ok && slices.ContainsFunc(ends, r.decidedByCredential) && slices.ContainsFunc(ends, findsSomebody) {
			r.nobodies[frame] = &nobody{len(r.nobodies) + 1, fn.Name, in.Pos, at, max(layer, 0)}
		}
	}
	for i, e := range ends {
		if !findsNobody(e) || r.nobodies[frame] == nil && e.st.nobody == nil {
			continue
		}
		if r.nobodies[frame] == nil && r.scouting && !r.serves(withoutAnswer(fn, args)) { // it hands on what another one has found, and knows no request
			inner := *e.st.nobody
			inner.id, inner.call, inner.layer = len(r.nobodies)+1, in.Pos, max(layer, 0)
			r.nobodies[frame] = &inner
		}
		st := e.st.clone()
		if r.nobodies[frame] != nil {
			st.nobody = r.nobodies[frame]
		}
		st.note().own = st.may // also what was decided around the call inside, that returns the same
		ends[i].st = st
	}
}

// returnsNobody finds a return of nil for a pointer or interface and of nil for an error.
func returnsNobody(fn *program.Func) (program.Pos, bool) {
	n := len(fn.Results)
	if n < 2 || fn.Results[n-1] != "error" {
		return program.Pos{}, false
	}
	for in := range fn.All() {
		if in.Op == program.Return && len(in.Args) == n && isPointer(fn.Results[0]) && in.Args[0].IsNil() && in.Args[n-1].IsNil() {
			return in.Pos, true
		}
	}
	return program.Pos{}, false
}

func isPointer(typ string) bool { return typ != "" && typ[0] == '*' }

// decidedByCredential reports whether a way that found nobody was decided by what the
// client presents.
func (r *run) decidedByCredential(e ending) bool {
	return findsNobody(e) && slices.ContainsFunc(r.condSeq, func(c *cond) bool {
		return c.lab&Credential != 0 && c.lab&Context == 0 && either(e.st.may, c)
	})
}

func findsNobody(e ending) bool {
	n := len(e.results)
	return !e.panics && n >= 2 && isNothing(e.results[0]) && isNothing(e.results[n-1])
}

func findsSomebody(e ending) bool {
	n := len(e.results)
	return !e.panics && n >= 2 && !isNothing(e.results[0]) && e.results[n-1].nilness != nonNil
}

// isNothing reports whether a value is nil, whoever asks.
func isNothing(a av) bool {
	_, ok := a.v.(value.Nil)
	return ok && a.nilness == isNil && a.lab == 0
}

// isNobody reports whether a pointer is nil, be it for who proves nothing.
func isNobody(a av) bool {
	_, ok := a.v.(value.Nil)
	return ok || a.v == nil && a.nilness == isNil
}

// used is the state after a value was used: a path on which that is nil ends there.
func (s *state) used(a av) *state {
	if s.nobody == nil || !isNothing(a) {
		return s
	}
	n := s.clone()
	n.nobody = nil
	n.note().own = nil
	return n
}

// passNobody finds a way through a step that guards, on which nothing was proven but to a
// call that found nobody.
func (j *judge) passNobody() *nobody {
	if j.run.coarse {
		return nil
	}
	for _, e := range j.exits {
		if turned := !e.goesOn && e.status >= 300; turned || e.nobody == nil || e.blurred || !j.serves(e) || j.refused(e) {
			continue
		}
		proven := slices.ContainsFunc(j.enforcing, func(f enforced) bool {
			bit := armBit(f.c, f.arm)
			return e.may.has(bit) && !e.own.has(bit) && !(f.c.presence && f.c.lab&proof == Credential)
		})
		if !proven {
			return e.nobody
		}
	}
	return nil
}

// doubtNobody makes a step unknown that lets nobody pass: what comes after it may still need
// somebody.
func (j *judge) doubtNobody(out *Judgement) {
	if out.State != Holds {
		return
	}
	n := j.passNobody()
	if n == nil {
		return
	}
	out.doubt(routes.PassesNobody, fault{routes.Fault{
		Kind: routes.FailsOpen, Detail: routes.NobodyFound, Status: j.enforcing[0].statuses[0], Condition: n.callee, Position: pos(n.call), Asked: pos(n.returned),
	}, n.layer})
}

// doubt makes a step unknown that guards but for a mistake.
func (out *Judgement) doubt(reason string, f fault) {
	out.State, out.Level, out.Reason = Unknown, routes.NoLevel, reason
	out.add(f)
}

// add notes a fault of a layer, if it is one of these.
func (out *Judgement) add(f fault) {
	if f.layer >= 0 && f.layer < len(out.Layers) {
		l := &out.Layers[f.layer]
		l.Faults = append(slices.Clip(l.Faults), f.Fault)
	}
}
