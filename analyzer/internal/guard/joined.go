package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// Programs keep what they demand, or leave out, under a key made of the method and the path:
//
//	public[r.Method+" "+r.URL.Path]
//
// To look that up, or to compare it with a text, asks for both.

// The subjects of tests that are two, and of one to which only the text between is added so far.
const (
	opJoined = "joined"
	opBegun  = "begun"
)

// isSubject reports whether a test is what may be compared with a text: a part of the route, or two of them joined.
func (t *test) isSubject() bool { return t.op == "" || t.op == opJoined }

// joins is what a sum of texts asks for, if it is of two parts of the route and a text between them.
func joins(in *program.Instr, x, y av) *test {
	if in.Sym != "+" || x.test == nil || x.test.negate {
		return nil
	}
	text, known := textOf(y)
	switch {
	case x.test.op == "" && known && text != "" && y.lab == 0:
		return &test{subject: x.test.subject, cut: x.test.cut, part: x.test.part, op: opBegun, arg: text}
	case x.test.op == opBegun && y.test != nil && y.test.op == "" && !y.test.negate:
		return &test{subject: x.test.subject, cut: x.test.cut, part: x.test.part, op: opJoined, between: x.test.arg, next: y.test}
	}
	return nil
}

// decideJoined asks both parts for what a text says of them.
func (t *test) decideJoined(at Target) (truth, ok bool) {
	first, second, both := strings.Cut(t.arg, t.between)
	if !both {
		return false, true
	}
	one, other := t.apart(first, second)
	a, knownA := one.decide(at)
	b, knownB := other.decide(at)
	if knownA && !a || knownB && !b {
		return false, true
	}
	return true, knownA && knownB
}

// apart are the questions whether both parts are texts.
func (t *test) apart(first, second string) (one, other *test) {
	one = &test{subject: t.subject, cut: t.cut, part: t.part, op: "==", arg: first, renamed: t.renamed}
	other = t.next.asks("==", second)
	other.renamed = t.renamed
	return one, other
}

// parts are the questions that a test of joined parts asks of each.
func (t *test) parts() []*test {
	if t.next == nil {
		return nil
	}
	texts := t.list
	if t.op == "==" {
		texts = []string{t.arg}
	}
	var out []*test
	for _, text := range texts {
		if first, second, both := strings.Cut(text, t.between); both {
			one, other := t.apart(first, second)
			out = append(out, one, other)
		}
	}
	return out
}
