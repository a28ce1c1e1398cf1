package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// An exit is one way in which a request leaves the step.
type exit struct {
	goesOn   bool // to the rest of the chain, or to a router
	target   bool
	acts     bool // ended here, and not by refusing
	status   int  // 0 nothing was written, -1 not known
	via      string
	dec      []dec
	anon     bool
	early    int // status written before going on
	left     int // status that others answer with when all have run: see goesOnLeft
	acted    bool
	actedAt  int
	obeyed   bool // see state
	named    bool // see state
	dueAt    int  // decisions taken when it obeyed
	toldAt   int  // decisions taken when the status was written
	toldIn   int  // see state
	actedIn  int
	layer    int
	blurred  bool // see state
	doubtful bool // see state
	may      arms
	free     arms
	plain    arms
	lost     arms
	did      arms
	after    arms
	stored   arms
	site     program.Pos // where the status was written
	calledAt program.Pos // see state
	over     bool        // answered once more after refusing
	beyond   bool        // another handler was entered after refusing
	again    bool        // and refused: the status is not its own
	inBody   bool        // see state
	nobody   *nobody     // see nobody.go
	own      arms
	handed   arms // see noted
}

// classify says how a path of the step ends.
func (r *run) classify(e ending) []exit {
	st := e.st
	x := exit{
		goesOn: st.goesOn, target: st.target, status: st.status, dec: st.dec, anon: st.anon,
		early: st.early, acted: st.acted, actedAt: st.actedAt, obeyed: st.obeyed, named: st.named, dueAt: st.obeyedAt, toldAt: st.toldAt, toldIn: st.toldIn, actedIn: st.actedIn, layer: st.layer, via: "return",
		blurred: st.blurred, doubtful: st.doubtful, over: st.over, beyond: st.beyond && !st.again, again: st.again, inBody: st.inBody,
		may: st.may, free: st.free, plain: st.plain, lost: st.lost, did: st.did, after: st.after, stored: st.stored, site: st.statusBy, calledAt: st.calledAt,
		nobody: st.nobody, own: st.own, handed: st.handed,
	}
	waits := r.shape.UntilWritten && !r.endpoint && !st.ended     // for what comes after the step
	if x.status == 0 && st.pending != 0 && !st.goesOn && !waits { // it is written when all have returned
		x.status = st.pending
	}
	var out []exit
	for _, x := range r.returned(x, e) {
		out = append(out, r.goesOn(x, e)...)
	}
	return out
}

// goesOn says whether the rest of the chain follows a path.
func (r *run) goesOn(x exit, e ending) []exit {
	st := e.st
	flat := !r.shape.Wrap && !r.shape.Explicit && !r.shape.Checks && r.over.ahead == entering // a handler that wraps another one calls it
	if flat && !r.endpoint && !st.aborted && !(r.shape.UntilWritten && x.status != 0) && !(e.panics && st.ended) {
		x.goesOn = true
		if !st.goesOn {
			x.early = st.status
			x = r.goesOnLeft(x, st)
			r.goneOn(st)
		}
	}
	switch {
	case x.goesOn:
		return []exit{x}
	case x.via == "error":
		return []exit{x}
	case e.panics && !st.ended && st.status >= 300: // it is on the wire
		return []exit{x}
	case e.panics && !st.ended:
		x.via, x.status = "panic", 500
		return []exit{x}
	case st.aborted:
		x.via = "abort"
	case x.status >= 300 && x.status < 400:
		x.via = "redirect"
	}
	if r.shape.ReturnsError {
		return r.byError(x, e)
	}
	if answered := r.answerLeft(x, st); answered != nil {
		return answered
	}
	silent := st.ended && x.status == 0 && !st.acted // it was ended before anything was done
	x.acts = x.status < 400 && !st.refuses && !silent || st.over
	return []exit{x}
}

// byError classifies a path of a handler that returns an error.
func (r *run) byError(x exit, e ending) []exit {
	err := av{}
	if n := len(e.results); n > 0 {
		err = e.results[n-1]
	}
	_, isNilValue := err.v.(value.Nil)
	switch {
	case err.answer || isNilValue || err.nilness == isNil:
		if x.status == 0 {
			x.status = 200
		}
		return []exit{r.well(x, e.st)}
	case err.status > 0 || err.nilness == nonNil || err.v != nil:
		return r.answerError(x, err, e.st)
	}
	good, bad := r.either(x, err, e.st)
	if good.acts = good.status < 400; r.shape.Checks && !r.endpoint {
		good = r.well(good, e.st)
	}
	err.nilness = nonNil
	return append(r.answerError(bad, err, e.st), good)
}

// either is a path on which nobody knows whether the returned error is nil: both ways,
// decided by what it comes from.
func (r *run) either(x exit, err av, st *state) (good, bad exit) {
	c := r.condition(-1, errReturn, err, "the returned error is not nil", max(st.layer-1, 0))
	c.presence = true
	x.doubtful = x.doubtful || err.lab&Merged != 0
	good, bad = x, x
	good.dec = append(slices.Clip(x.dec), dec{c, false})
	bad.dec = append(slices.Clip(x.dec), dec{c, true})
	good.may = x.may.with(armBit(c, false))
	bad.may = x.may.with(armBit(c, true))
	return good, bad
}

// well is the end of a path on which no error was returned: the handler has served, a
// check lets the request go on.
func (r *run) well(x exit, st *state) exit {
	if r.shape.Checks && !r.endpoint {
		x.goesOn, x.early = true, x.status
		return x
	}
	if x.status == 0 {
		x.status = 200
	}
	x.acts = x.status < 400 && !st.refuses || st.over
	return x
}

// answerError is how a returned error is answered: by the application's own
// function for that, or by the framework's.
func (r *run) answerError(x exit, err av, st *state) []exit {
	fn, ok := value.Deref(orUnknown(r.onError)).(*value.Func)
	if !ok || fn.Fn == nil || st.status != 0 {
		return []exit{r.refused(x, err, st)}
	}
	args := make([]av, len(r.shape.ErrorParams))
	for i, role := range r.shape.ErrorParams {
		if args[i] = (av{role: role, nilness: nonNil}); role == frameworks.RoleNone {
			args[i] = err
		}
	}
	out := r.answerBy(fn, args, x, st)
	for i := range out {
		if out[i].status == 0 {
			out[i].status = -1
		}
	}
	if len(out) == 0 {
		return []exit{r.refused(x, err, st)}
	}
	return out
}

// answerBy is how a function answers at the end of a path.
func (r *run) answerBy(fn *value.Func, args []av, x exit, st *state) []exit {
	began := st.clone()
	began.dec, began.actedAt, began.obeyedAt = nil, 0, 0
	began.noted = &noted{did: st.did, after: st.after, stored: st.stored, own: st.own}
	var out []exit
	layers := len(r.layers)
	for _, e := range r.callFunc(fn, args, began, r.instr(program.Instr{Dst: -1, Pos: fn.Pos, Sym: "error handler"}), 0) {
		y := x
		y.dec = append(slices.Clip(x.dec), e.st.dec...)
		y.may, _ = x.may.union(e.st.may)
		y.free, _ = x.free.union(e.st.free)
		y.plain, _ = x.plain.union(e.st.plain)
		y.lost, _ = x.lost.union(e.st.lost)
		y.via, y.status, y.site, y.toldAt = "error", e.st.status, e.st.statusBy, len(x.dec)+e.st.toldAt
		y.blurred, y.doubtful = x.blurred || e.st.blurred, x.doubtful || e.st.doubtful
		out = append(out, y)
	}
	r.layers = r.layers[:layers] // it is no step of the chain
	return out
}

// errReturn stands for the return of an error in the list of conditions.
var errReturn = &program.Instr{Op: program.Return}

// ownType reports whether an error is of a type that the program has read: a step around may make of it what it likes.
func (r *run) ownType(err av) bool {
	i, ok := err.v.(value.Iface)
	return ok && r.prog.Type(program.Bare(i.Type)) != nil
}

func (r *run) refused(x exit, err av, st *state) exit {
	x.via = "error"
	if x.status == 0 {
		x.status = r.errorStatus(err, st)
		if x.status == 0 {
			x.status = -1
			if (err.nilness == nonNil || err.v != nil) && (r.endpoint || !r.ownType(err)) {
				x.status = r.shape.ErrorStatus
			}
		}
	}
	return x
}
