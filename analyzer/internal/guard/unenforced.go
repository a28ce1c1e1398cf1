package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// withoutGuard judges a step in which nothing is enforced.
func (j *judge) withoutGuard() (State, string) {
	r := j.run
	if isUnknownValue(j.value) && !r.describes(j.value) {
		return Unknown, "the function is not known" + reasonOf(j.value)
	}
	if r.marks.unknownNext {
		return Unknown, "the request is handed to a handler that is not known"
	}
	if r.marks.unreadStop {
		return Unknown, "a function that is not known may stop the request"
	}
	if j.blurredDenial() {
		return Unknown, "it has more conditions than are followed"
	}
	if j.weak || j.strangersRefused() {
		return Unknown, "it may refuse who asks, but not certainly"
	}
	if j.refusesAll() {
		return Unknown, "it refuses everybody, as far as is known"
	}
	return Open, ""
}

// refusesAll reports whether all ways end with 401 or 403, whoever asks: what they ask for no step has left, say, or a setting that was
// not read decides. A handler that asks nothing is none: see servesNobody.
func (j *judge) refusesAll() bool {
	return len(j.exits) > 0 && !j.servesNobody() && !slices.ContainsFunc(j.exits, func(e exit) bool {
		return e.goesOn || e.acts || e.acted || !isRefusal(e.status)
	})
}

// blurredDenial reports whether the step refuses some requests, on conditions
// that were not all kept apart; or that it looks at what a request proves, and what
// becomes of the request then was neither kept apart nor is its status known.
func (j *judge) blurredDenial() bool {
	if j.run.coarse && slices.ContainsFunc(j.run.condSeq, func(c *cond) bool { return c.lab&principal != 0 }) &&
		slices.ContainsFunc(j.exits, func(e exit) bool { return !e.goesOn && (e.doubtful && e.status == -1 || e.via == "panic") }) {
		return true
	}
	blurred, denies := false, false
	for _, e := range j.exits {
		blurred = blurred || e.blurred
		stopped := e.status == 200 && (!j.run.endpoint || j.early(e)) // a page for those who may not
		denies = denies || !e.goesOn && (isRefusal(e.status) || e.via == "redirect" || stopped) && j.mayDeny(e)
	}
	return blurred && denies
}

// mayDeny reports whether any condition of the step could be what it refuses for on a path: a
// filter for foreign origins asks nothing of who asks, however many conditions it has.
func (j *judge) mayDeny(e exit) bool {
	return slices.ContainsFunc(j.run.condSeq, func(c *cond) bool {
		return c.lab&principal != 0 || c.denial(e.status, e.via, j.run.endpoint && !j.early(e))
	})
}

func isUnknownValue(v value.Value) bool {
	switch v := value.Deref(v).(type) {
	case nil, *value.Unknown, value.Nil:
		return true
	case *value.Func:
		return v.Fn == nil
	}
	return false
}

// describes reports whether a table says of a function without a body here that it answers.
func (r *run) describes(v value.Value) bool {
	fn, ok := value.Deref(v).(*value.Func)
	if !ok {
		return false
	}
	e, _ := r.tables.Effect(fn.Symbol)
	return e.Writes
}

func reasonOf(v value.Value) string {
	switch v := value.Deref(v).(type) {
	case *value.Unknown:
		if v.Reason != "" {
			return " (" + v.Reason + ")"
		}
	case *value.Func:
		return " (" + v.Symbol + " has no body here)"
	}
	return ""
}
