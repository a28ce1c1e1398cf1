package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// pooled takes something out of a pool (sync.Pool): it is what the pool's function New makes. That it may have been in
// use before, and has what was left in it then, is not followed; who takes it sets it up anew.
//
//	c := r.pool.Get().(*Context)
//	c.reset(w, req)
func (r *run) pooled(sym string, args []av, st *state, in *program.Instr, frame int) ([]ending, bool) {
	if sym != "(*sync.Pool).Get" || len(args) != 1 {
		return nil, false
	}
	p, ok := value.Deref(args[0].v).(value.Pointer)
	if !ok {
		return nil, false
	}
	pool, ok := r.load(p.Cell, st, p.Cell.Type).v.(*value.Struct)
	if !ok {
		return nil, false
	}
	made, ok := value.Deref(r.fieldNamed(pool, st, "New").v).(*value.Func)
	if !ok || made.Fn == nil || len(made.Fn.Params) > 0 {
		return nil, false
	}
	return r.callFunc(made, nil, st, in, frame), true
}
