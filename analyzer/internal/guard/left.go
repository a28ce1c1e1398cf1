package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A handler of a flat chain may leave an error in the context, for a middleware
// outside to answer when the rest of the chain has run. The handler's step is then
// told which function answers, and it ends as that one ends it.

// leftErrors is what a run knows of errors that are left.
type leftErrors struct {
	cell    value.Cell // holds the last one
	leaves  bool       // the step leaves some
	asks    bool       // the step asks for those that others left
	writes  bool       // the step writes a response when the rest has run
	replies bool       // the function that answers is being run
}

// Leaves reports whether the step leaves errors for others to answer.
func (s *Summary) Leaves() bool { return s.run.left.leaves }

// Answerer is the function that answers for errors that are left to the step; one
// that only notes them in a log is none.
func (s *Summary) Answerer() (*value.Func, bool) {
	fn, ok := value.Deref(s.value).(*value.Func)
	return fn, ok && fn.Fn != nil && s.run.left.asks && s.run.left.writes
}

// leave notes an error that a call leaves.
func (c *effectCall) leave(in *program.Instr) {
	if err, ok := c.arg(c.e.Leaves); ok {
		err.nilness, err.sure = nonNil, true
		c.run.left.leaves = true
		c.run.write(c.st, &c.run.left.cell, err)
		c.st.leftBy = in.Pos
	}
}

// lastLeft is the error that was left on a path, if it is this step's to know.
func (r *run) lastLeft(st *state) (av, bool) {
	r.left.asks = true
	if !r.left.replies {
		return av{}, false
	}
	return r.read(st, &r.left.cell)
}

// withLeft puts the error that was left in the place of the framework's own around it.
func (r *run) withLeft(args []av, st *state) []av {
	if args[0].source != frameworks.SourceLeft {
		return args
	}
	out := slices.Clone(args)
	out[0], _ = r.lastLeft(st)
	return out
}

// countLeft is how many errors were left.
func (r *run) countLeft(st *state) av {
	if _, ok := r.lastLeft(st); ok {
		return av{v: value.Int(1)}
	}
	return av{lab: FromNext}
}

// goesOnLeft notes, of a path that goes on because nothing stopped it, that an error was left on
// it which is answered as a refusal when all others have run.
func (r *run) goesOnLeft(x exit, st *state) exit {
	if x.early != 0 {
		return x
	}
	for i, out := range r.answeredLeft(x, st) {
		status := out.status
		if status == 0 {
			continue // of this one, nobody answers
		}
		if i > 0 && x.left != status {
			status = unknownLeft
		}
		x.left, x.site = status, st.leftBy
	}
	return x
}

// unknownLeft is the status with which an error that was left is answered, if it is one of several.
const unknownLeft = -1

// answerLeft is how a path ends on which an error was left and nothing answered;
// nil if it is no such path.
func (r *run) answerLeft(x exit, st *state) []exit {
	if x.goesOn || x.status != 0 {
		return nil
	}
	out := r.answeredLeft(x, st)
	for i := range out {
		if out[i].status == 0 { // nobody answers for it after all
			out[i].status, out[i].via = 200, x.via
		}
		out[i].acts = out[i].status < 400 && out[i].status > 0
	}
	return out
}

// answeredLeft is how a step outside answers for the error that was left on a path; nil if none
// was, or nobody does.
func (r *run) answeredLeft(x exit, st *state) []exit {
	fn, ok := value.Deref(orUnknown(r.onError)).(*value.Func)
	if _, left := r.read(st, &r.left.cell); !ok || !left {
		return nil
	}
	args := make([]av, len(r.shape.Params))
	for i, role := range r.shape.Params {
		args[i] = av{role: role, nilness: nonNil}
	}
	began := st.clone()
	began.aborted = false
	r.left.replies = true
	defer func() { r.left.replies = false }()
	return r.answerBy(fn, args, x, began)
}
