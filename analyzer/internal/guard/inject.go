package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// injected is what a function is called with whose parameters are found by their types.
// What the framework does not bring, an earlier step has put into the context: without
// it, the function is not called at all.
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
			arg.lab = labelOf(frameworks.SourceContext)
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
	if len(e.results) > 1 {
		x.status = -1
		if i, ok := value.Deref(first.v).(value.Int); ok {
			x.status = int(i)
		}
		return []exit{x}
	}
	_, text := value.Deref(first.v).(value.Text)
	_, isNilValue := first.v.(value.Nil)
	switch {
	case text || len(r.results) == 1 && r.results[0] != "error":
		x.status = 200
		return []exit{x}
	case isNilValue || first.nilness == isNil:
		return []exit{x}
	}
	refuse := func(x exit) exit {
		x.via, x.status = "error", r.shape.ErrorStatus
		return x
	}
	if first.nilness == nonNil || first.v != nil {
		return []exit{refuse(x)}
	}
	good, bad := r.either(x, first, e.st)
	return []exit{refuse(bad), good}
}
