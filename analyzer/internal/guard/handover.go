package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A handler may be wrapped by hand: auth(http.HandlerFunc(show)). What wraps it
// is middleware like any other, and is judged as one: it hands the request over to
// the handler inside, and that is the next step of the chain. So is a handler that
// only passes requests on to the one in its field.

// A handover is what a run finds of handlers that the step hands the request to.
type handover struct {
	watched bool // the run looks for them, and does not enter them
	to      []value.Value
	cut     string // off the path of what they get
	busy    bool   // something is checked or written after the handler inside has served
}

// handOver hands the request to a handler that was there before serving, if the
// run watches for that. ok is false if the handler is to be entered.
func (r *run) handOver(h value.Value, args []av, st *state) (ends []ending, ok bool) {
	if !r.over.watched || st.layer == 0 || !r.wholeRequest(args) || r.madeServing(h) {
		return nil, false
	}
	switch {
	case len(r.over.to) == 0:
		r.over.cut = st.cut
	case r.over.cut != st.cut:
		r.over.cut = AnyCut
	}
	known := false
	for _, t := range r.over.to {
		known = known || sameValue(value.Deref(t), value.Deref(h))
	}
	if !known {
		r.over.to = append(r.over.to, h)
	}
	r.over.busy = r.over.busy || st.goesOn
	return r.goOn(st), true
}

// handsAll reports whether a request can be handed over to one of several handlers, whichever it is.
func (r *run) handsAll(c value.Choice) bool {
	return !slices.ContainsFunc(c.Alts, func(alt value.Alt) bool {
		_, isFunc := value.Deref(alt.Val).(*value.Func)
		return isFunc && r.hasOwn(alt.Val, r.shape.Method) || r.isRouter(alt.Val)
	})
}

// wholeRequest reports whether arguments are those of a handler.
func (r *run) wholeRequest(args []av) bool {
	if len(args) != len(r.shape.Params) {
		return false
	}
	for i, role := range r.shape.Params {
		if args[i].role != role {
			return false
		}
	}
	return true
}

// madeServing reports whether a handler was made while the request was served.
func (r *run) madeServing(h value.Value) bool {
	switch v := value.Deref(h).(type) {
	case *value.Func:
		_, made := r.captured[v]
		return made || v.Fn == nil || !r.answers(v.Fn)
	case value.Pointer:
		return r.local(v.Cell)
	case value.Choice:
		return slices.ContainsFunc(v.Alts, func(alt value.Alt) bool { return r.madeServing(alt.Val) })
	case value.Native:
		ad, ok := v.Obj.(*value.Adapter)
		return !ok || ad.Leaf || ad.Shape == "" && r.madeServing(ad.Inner)
	}
	return true
}

// answers reports whether a function answers for itself, and leaves nothing to do
// for who calls it, but what the framework does for all handlers.
func (r *run) answers(fn *program.Func) bool {
	results := 0
	if r.shape.ReturnsError {
		results = 1
	}
	return len(fn.Results) == results
}

// wraps reports whether the step is middleware around one handler: every request
// that it does not refuse goes there and to none of so many routers, and nothing
// comes of it afterwards.
func (o *handover) wraps(exits []exit, routers int) bool {
	if len(o.to) != 1 || o.busy || routers > 0 {
		return false
	}
	for _, e := range exits {
		if !e.goesOn && e.status < 400 && e.via != "redirect" {
			return false
		}
	}
	return true
}
