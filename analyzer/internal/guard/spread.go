package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// spread combines values and what the lists and structs among them hold.
func (r *run) spread(args []av, st *state) av {
	out := combine(args...)
	out.lab |= r.sentWith(args, st)
	for _, a := range args {
		r.spreadInto(&out, a.v, st, 0, nil)
		if a.status != 0 {
			out.status = a.status
		}
	}
	return out
}

// spreadInto adds to out what a value holds, but for what is to be left out, if that is given.
func (r *run) spreadInto(out *av, v value.Value, st *state, depth int, leaveOut func(av) bool) {
	if depth > 2 {
		return
	}
	visit := func(c *value.Cell) {
		if c == nil {
			return
		}
		a, written := r.read(st, c)
		if !written {
			if c.Val == nil || r.owner[c] != 0 {
				return
			}
			a = fromRegistration(c.Val)
		}
		if leaveOut != nil && leaveOut(a) {
			return
		}
		out.origin = onlyOrigin(*out, a)
		out.whom = onlyWhom(*out, a)
		out.lab |= a.lab
		if a.role != 0 || a.source == frameworks.SourceRequest {
			out.lab |= Request
		}
		out.consts = joinConsts(out.consts, a.consts)
		if a.status != 0 {
			out.status = a.status
		}
		if out.pkg == 0 {
			out.pkg = a.pkg
		} else if a.pkg != 0 && a.pkg != out.pkg {
			out.pkg = -1 // errors of several
		}
		r.spreadInto(out, a.v, st, depth+1, leaveOut)
	}
	switch v := value.Deref(v).(type) {
	case *value.Slice:
		for i := range min(v.Len, 32) {
			visit(v.Array.Elems[v.Off+i])
		}
	case value.Pointer:
		if r.owner[v.Cell] == 0 {
			return // what registration made is the same for every request
		}
		visit(v.Cell)
		if s, ok := v.Cell.Val.(*value.Struct); ok {
			for _, f := range s.Fields {
				visit(f)
			}
		}
	case *value.Struct:
		for _, f := range v.Fields {
			visit(f)
		}
	case *value.Map:
		for i, c := range v.Data.Vals {
			out.consts = joinConsts(out.consts, constsOf(v.Data.Keys[i]))
			visit(c)
		}
	}
}
