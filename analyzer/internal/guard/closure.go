package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (a *activation) closure(in *program.Instr, p *point) av {
	free := make([]value.Value, len(in.Args))
	extra := make([]av, len(in.Args))
	for i := range in.Args {
		extra[i] = a.ofRound(in.Args[i], a.operand(p, in.Args[i]), p)
		free[i] = extra[i].v
	}
	return av{v: a.intern(cellKey{a.frame, in}, &value.Func{Symbol: in.Sym, Fn: a.prog.Func(in.Sym), Free: free, Pos: in.Pos}, extra), nilness: nonNil}
}

// made is a function value made while serving, with what is known of what it holds.
type made struct {
	fn    *value.Func
	holds []av
}

// intern gives equal function values one identity, so that states can be equal.
func (r *run) intern(k cellKey, fn *value.Func, holds []av) *value.Func {
	for _, m := range r.made[k] {
		same := sameOrNil(m.fn.Recv, fn.Recv)
		for i := range holds {
			same = same && sameOrNil(m.holds[i].v, holds[i].v) && m.holds[i].role == holds[i].role
		}
		if same {
			for i := range holds {
				m.holds[i] = join(m.holds[i], holds[i])
			}
			return m.fn
		}
	}
	r.made[k] = append(r.made[k], made{fn, holds})
	r.captured[fn] = holds
	return fn
}

// retyped is a function value of another type: the same one each time.
func (r *run) retyped(fn *value.Func, typ string) *value.Func {
	k := typedFunc{fn, typ}
	if r.typed[k] == nil {
		c := *fn
		c.Type = typ
		r.typed[k] = &c
		if holds, ok := r.captured[fn]; ok {
			r.captured[&c] = holds
		}
	}
	return r.typed[k]
}

type typedFunc struct {
	fn  *value.Func
	typ string
}

func sameOrNil(a, b value.Value) bool { return a == nil && b == nil || sameValue(a, b) }

func (a *activation) bound(recv av, in *program.Instr) av {
	sym := in.Sym
	if _, name, _ := program.SplitMethod(sym); name == a.shape.Method && isNext(recv.v) {
		return recv // next.ServeHTTP is next
	}
	if in.N == 1 {
		if s, r, ok := a.dispatch(in.Sym, recv); ok {
			sym, recv = s, r
		}
	}
	fn := &value.Func{Symbol: sym, Fn: a.prog.Func(sym), Recv: recv.v, Pos: in.Pos}
	return av{v: a.intern(cellKey{a.frame, in}, fn, []av{recv}), nilness: nonNil}
}
