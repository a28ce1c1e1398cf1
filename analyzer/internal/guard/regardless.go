package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A handler may refuse a request for another reason than who asks, because a name is not valid, or nobody of that
// name is found, and then do for it what it does for others: the check is made, and nothing comes of it. That is seen
// where something is done afterwards that the name of a function says, and nothing was before: who has begun
// may have to go on.

// regardless finds such answers of a handler.
func (j *judge) regardless() []fault {
	if !j.run.endpoint {
		return nil
	}
	var out []fault
	for _, e := range j.exits {
		if e.goesOn || e.status < 400 || e.blurred || !j.changesAfter(e) {
			continue
		}
		d, ok := j.toldFor(e)
		if !ok || d.c.tells(e.status) || e.toldIn-1 > d.c.layer || j.asksAgain(e, d) {
			continue
		}
		out = append(out, j.goesOnFrom(e, d, routes.Regardless, e.status))
	}
	return out
}

// changesAfter reports whether a path changes something after its answer, and nothing before.
func (j *judge) changesAfter(e exit) bool {
	return !e.did.meets(j.run.changing) && e.after.meets(j.run.changing)
}

// toldFor finds the decision for which a path was answered: the last one by which it differs from all that are not
// refused, if it changes all that one of them changes.
func (j *judge) toldFor(e exit) (dec, bool) {
	var others []exit
	same := false
	for _, o := range j.exits {
		if o.acts && !o.goesOn && !o.over && o.status < 400 {
			others = append(others, o)
			same = same || o.did.meets(j.run.changing) && o.did.within(e.after, j.run.changing)
		}
	}
	for i := len(j.run.condSeq) - 1; same && i >= 0; i-- {
		c := j.run.condSeq[i]
		arm, one := onlyArm(e.may, c)
		if one && !slices.ContainsFunc(others, func(o exit) bool { other, one := onlyArm(o.may, c); return !one || other == arm }) {
			return dec{c, arm}, true
		}
	}
	return dec{}, false
}

// asksAgain reports whether a path was asked the same of the same value once more, with another result: nobody takes it.
func (j *judge) asksAgain(e exit, d dec) bool {
	text, of := armText(d.c, d.arm), j.run.askedOf(d.c)
	return slices.ContainsFunc(j.run.condSeq, func(c *cond) bool {
		arm, one := onlyArm(e.may, c)
		return one && program.Not(armText(c, arm)) == text && c.frame == d.c.frame && j.run.askedOf(c) == of
	})
}

// askedOf is the register of which a condition asks whether it is nil, true or equal to something.
func (r *run) askedOf(c *cond) int {
	fn := r.prog.Func(c.fn)
	if fn == nil || len(c.in.Args) == 0 {
		return -1
	}
	of := c.in.Args[0].Reg
	for in := range fn.All() {
		if in.Dst == of && (in.Op == program.BinOp || in.Op == program.UnOp) && in.Args[0].Kind == program.Register {
			return in.Args[0].Reg
		}
	}
	return of
}
