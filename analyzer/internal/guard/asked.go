package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// What the client has sent stays as it is while the request is served: who asks it the same twice gets the
// same answer, wherever that is. Middleware that puts a recorder around the response for some requests, and
// takes it off again when they have been served, asks so.
//
// A header that the step itself writes is another one from there on.

// An asking is a condition that compares what was sent, as it was sent, with a constant.
type asking struct {
	op, with string
}

// asksOf finds the condition that ends each block; they are empty where it is another one.
func (m *Machine) asksOf(fn *program.Func) []asking {
	var out []asking
	var sent map[int]bool // registers of what was sent
	for b := range fn.Blocks {
		for i := range fn.Blocks[b].Instrs {
			in := &fn.Blocks[b].Instrs[i]
			if e, ok := m.tables.Effect(in.Sym); ok && in.Dst >= 0 && isAsSent(e.Source) {
				if sent == nil {
					sent = map[int]bool{}
				}
				sent[in.Dst] = true
			}
		}
	}
	if sent == nil {
		return nil
	}
	for b := range fn.Blocks {
		if a, ok := comparison(&fn.Blocks[b], sent); ok {
			if out == nil {
				out = make([]asking, len(fn.Blocks))
			}
			out[b] = a
		}
	}
	return out
}

// isAsSent reports whether a source is what the client has sent, and nobody writes to.
func isAsSent(s frameworks.Source) bool {
	return s == frameworks.SourceHeader || s == frameworks.SourceAuth || s == frameworks.SourceQuery || s == frameworks.SourceCookie
}

// comparison is the condition that ends a block, if it compares one of some registers with a constant.
func comparison(b *program.Block, sent map[int]bool) (asking, bool) {
	in := comparedIn(b)
	if in == nil {
		return asking{}, false
	}
	x, y := in.Args[0], in.Args[1]
	if x.Kind != program.Register || !sent[x.Reg] || y.Kind != program.Constant || y.Const.Kind != program.ConstString {
		return asking{}, false
	}
	return asking{op: in.Sym, with: y.Const.Str}, true
}

// A question is what was asked of what was sent.
type question struct {
	asking
	origin int
}

// noteQuestion notes what the condition that ends a block asks, if that is something that was sent.
func (a *activation) noteQuestion(c *cond, b int, v av) {
	if a.info.asked == nil || a.info.asked[b].op == "" || v.origin == 0 || !isAsSent(a.origins[v.origin-1].source) {
		return
	}
	q := question{a.info.asked[b], v.origin}
	i := slices.Index(a.questions, q)
	if i < 0 {
		i = len(a.questions)
		a.questions = append(a.questions, q)
	}
	c.question = i + 1
}

// said is how a question was answered on the way here, if it was asked.
func (s *state) said(c *cond) (arm, asked bool) {
	if c.question == 0 {
		return false, false
	}
	for _, d := range s.dec[min(s.rewrote, len(s.dec)):] {
		if d.c.question == c.question && d.c != c {
			return d.arm, true
		}
	}
	return false, false
}

// contradicts reports whether a call cannot have ended so: what it was told is not what was told before it.
func (s *state) contradicts(end *state) bool {
	for i, d := range end.dec {
		if d.c.fixed {
			if arm, taken := s.took(d.c); taken && arm != d.arm {
				return true
			}
		}
		if end.rewrote > 0 && i >= end.rewrote {
			continue
		}
		if arm, asked := s.said(d.c); asked && arm != d.arm {
			return true
		}
	}
	return false
}

// ofHeaders reports whether a call is one about the headers of the request.
func ofHeaders(args []av) bool { return len(args) > 0 && args[0].source == frameworks.SourceHeader }

// resends notes, in a state of one's own, that a header of the request may be another one from here on.
func (s *state) resends() { s.rewrote = max(len(s.dec), 1) }
