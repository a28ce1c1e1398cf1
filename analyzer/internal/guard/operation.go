package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// Servers that a generator writes call the application by an interface: what acts
// for a route is the method that was written by hand, not the wrapper around it.

// noteOperation notes a method of the application that generated code calls with the
// request or its context. One that returns a context is asked before the operation is.
func (r *run) noteOperation(in *program.Instr, symbol string) {
	fn := r.prog.Func(symbol)
	if !r.handsOn(in, fn) || slices.Contains(fn.Results, "context.Context") {
		return
	}
	for _, p := range fn.Params {
		if p.Type == "context.Context" || p.Type == "*net/http.Request" || r.isContext(p.Type) || r.carriesRequest(p.Type) {
			r.operations[fn] = true
			return
		}
	}
}

// noteFunction does so for a function, which may as well be one that answers for errors: it
// is an operation if it is given what was read from the request, with that.
func (r *run) noteFunction(in *program.Instr, fn *program.Func) {
	if r.handsOn(in, fn) && slices.ContainsFunc(fn.Params, func(p program.Var) bool { return r.carriesRequest(p.Type) }) {
		r.operations[fn] = true
	}
}

// handsOn reports whether generated code calls a function that was written by hand, and not in
// a library: what a client of another server calls there is no operation of this one.
func (r *run) handsOn(in *program.Instr, fn *program.Func) bool {
	if fn == nil || !r.prog.Generated(in.Pos.File) || r.prog.Generated(fn.Pos.File) {
		return false
	}
	_, own := r.prog.File(fn.Pos.File)
	return own
}

// isContext reports whether a type is what the handlers of the framework are given.
func (r *run) isContext(typ string) bool {
	t := strings.TrimPrefix(typ, "*")
	return r.tables.Owner(t[:max(strings.LastIndexByte(t, '.'), 0)]) != ""
}

// carriesRequest reports whether a type is a struct with the request in a field, besides
// what was read from it.
func (r *run) carriesRequest(typ string) bool {
	t := r.prog.Type(typ)
	return t != nil && t.Kind == program.KindStruct && slices.ContainsFunc(t.Fields, func(f program.StructField) bool { return f.Type == "*net/http.Request" })
}

// operation is the only method that was noted, or nil.
func (r *run) operation() *program.Func {
	if len(r.operations) != 1 {
		return nil
	}
	for fn := range r.operations {
		return fn
	}
	return nil
}

// routesItself reports whether generated code calls one of several methods, by a path that
// it takes apart in a way that is not followed.
func (r *run) routesItself() bool {
	if !r.endpoint || len(r.operations) < 2 {
		return false
	}
	return slices.ContainsFunc(r.condSeq, func(c *cond) bool { return c.lab&Path != 0 && c.test == nil })
}
