package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// injected is what a function is called with whose parameters are found by their types.
// What the framework does not bring, an earlier step has put into the context: without
// it, the function is not called at all; what was put there may be nil.
func (r *run) injected(fn *value.Func) []av {
	if fn.Fn == nil {
		return nil
	}
	params := fn.Fn.Params
	if fn.Recv != nil && len(params) > 0 {
		params = params[1:]
	}
	var args []av
	for _, p := range params {
		arg := av{role: r.shape.Inject[strings.TrimPrefix(p.Type, "*")], nilness: nonNil}
		if arg.role == 0 {
			arg.lab, arg.nilness = labelOf(frameworks.SourceContext), maybeNil
		}
		args = append(args, arg)
	}
	return args
}

// returned is a path on which what the handler returns is written.
func (r *run) returned(x exit, e ending) []exit {
	if !r.shape.WritesResults || x.status != 0 || x.goesOn || len(e.results) == 0 {
		return []exit{x}
	}
	first := e.results[0]
	if len(r.results) == 2 && r.results[0] != "int" && r.results[1] == "error" {
		return r.writtenOrRefused(x, e.results[1], e.st, 200)
	}
	if len(e.results) > 1 {
		x.status = -1
		if i, ok := value.Deref(first.v).(value.Int); ok {
			x.status = int(i)
		}
		return []exit{x}
	}
	_, text := value.Deref(first.v).(value.Text)
	if text || len(r.results) == 1 && r.results[0] != "error" {
		x.status = 200
		return []exit{x}
	}
	return r.writtenOrRefused(x, first, e.st, 0)
}

// writtenOrRefused is a path on which an error is returned: if there is one, it is written,
// otherwise something else with the status is, or, with none, nothing.
func (r *run) writtenOrRefused(x exit, err av, st *state, status int) []exit {
	bad := x
	bad.via, bad.status = "error", r.shape.ErrorStatus
	_, isNilValue := err.v.(value.Nil)
	switch {
	case isNilValue || err.nilness == isNil:
		x.status = status
		return []exit{x}
	case err.nilness == nonNil || err.v != nil:
		return []exit{bad}
	}
	good, bad := r.either(x, err, st)
	good.status = status
	bad.via, bad.status = "error", r.shape.ErrorStatus
	return []exit{bad, good}
}
