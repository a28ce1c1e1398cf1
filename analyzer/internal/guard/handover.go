package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A handler may be wrapped by hand: auth(http.HandlerFunc(show)). What wraps it
// is middleware like any other, and is judged as one: it hands the request over to
// the handler inside, and that is the next step of the chain. So is a handler that
// only passes requests on to the one in its field.

// A watch says what a run does with a handler that the step hands the request to.
type watch uint8

const (
	entering watch = iota // it is entered
	wrapping              // it is the next step, if this one is only middleware around it
	parting               // it is the next step, whatever this one serves itself: both together are too large to follow
)

// A handover is what a run finds of handlers that the step hands the request to.
type handover struct {
	ahead watch
	to    []heir
	cut   string // off the path of what they get
	some  bool   // there are any, whether the run looks for them or not
	past  bool   // the rest of the chain is reached without them
	busy  bool   // something is checked or written after the handler inside has served
}

// handOver hands the request to a handler that was there before serving, if the
// run watches for that. ok is false if the handler is to be entered.
func (r *run) handOver(h value.Value, args []av, st *state) (ends []ending, ok bool) {
	if st.layer == 0 || !r.wholeRequest(args, st) || r.madeServing(h) {
		return nil, false
	}
	r.over.some = true
	if r.over.ahead == entering || r.over.ahead == wrapping && !r.untouched(args) {
		return nil, false
	}
	switch {
	case len(r.over.to) == 0:
		r.over.cut = st.cut
	case r.over.cut != st.cut:
		r.over.cut = AnyCut
	}
	r.over.hands(h, st.may)
	r.over.busy = r.over.busy || st.goesOn
	return r.rest(st), true
}

// handsAll reports whether a request can be handed over to one of several handlers, whichever it is.
func (r *run) handsAll(c value.Choice) bool {
	return !slices.ContainsFunc(c.Alts, func(alt value.Alt) bool {
		_, isFunc := value.Deref(alt.Val).(*value.Func)
		return isFunc && r.hasOwn(alt.Val, r.shape.Method) || r.isRouter(alt.Val)
	})
}

// wholeRequest reports whether arguments are those of a handler, be it with something around the response.
func (r *run) wholeRequest(args []av, st *state) bool {
	if len(args) != len(r.shape.Params) {
		return false
	}
	for i, role := range r.shape.Params {
		if args[i].role != role && (role != frameworks.RoleWriter || !r.aroundResponse(args[i], st)) {
			return false
		}
	}
	return true
}

// untouched reports whether arguments are what the step itself was given.
func (r *run) untouched(args []av) bool {
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
		return r.closed(v) || v.Fn == nil || !r.answers(v.Fn)
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

// closed reports whether a function holds what there was not before serving. A method of what there was
// (next.ServeHTTP) holds nothing else.
func (r *run) closed(fn *value.Func) bool {
	holds, made := r.captured[fn]
	if !made || len(holds) != 1 || fn.Recv == nil || holds[0].lab != 0 {
		return made
	}
	switch v := value.Deref(fn.Recv).(type) {
	case value.Pointer:
		return r.local(v.Cell)
	case *value.Struct:
		return slices.ContainsFunc(v.Fields, func(c *value.Cell) bool { return c != nil && r.local(c) })
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

// isAround reports whether the step is middleware around one handler: every request
// that it does not refuse goes there and to none of so many routers, and nothing
// comes of it afterwards.
func (r *run) isAround(exits []exit) bool {
	switch {
	case r.innerHandler() == nil:
		return false
	case r.over.ahead == parting:
		return true
	case r.over.busy:
		return false
	}
	for _, e := range exits {
		if !e.goesOn && e.status < 400 && e.via != "redirect" {
			return false
		}
	}
	return true
}
