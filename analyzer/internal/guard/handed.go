package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Generated code hands what a document declares of an operation to a function of the
// application's, and believes what that returns. Whether the declaration holds is for that
// function alone: it may return no error to anybody, or never look at the scopes that it is
// handed. What it is handed, a struct, is followed by that struct and its copies.

// A handing is a call that hands a declaration to a function.
type handing struct {
	id      int
	at      cellKey
	pos     program.Pos
	scheme  string
	scopes  []string
	fields  []string      // that have scopes
	to      *program.Func // the first function on its way that somebody wrote
	refuses bool          // it may return an error
	inKey   bool          // it is put into the context
}

// hand notes that a call of generated code hands a declaration to a function. It returns the
// handing, or nil.
func (a *activation) hand(in *program.Instr, args []av, st *state) (*state, *handing) {
	if !a.fn.Generated {
		return st, nil
	}
	if h := a.puts(in, args, st); h != nil {
		return st.withHanded(h.bit()), nil
	}
	for _, arg := range args {
		s, ok := structOf(arg.v)
		if !ok {
			continue
		}
		form, ok := a.tables.Handed(in.Sym, s.Type)
		if !ok {
			continue
		}
		here := cellKey{a.frame, in}
		h := a.handings[s]
		if h == nil {
			h = &handing{id: len(a.handed), at: here, pos: in.Pos, fields: form.Scopes}
			a.handings[s] = h
			a.handed = append(a.handed, h)
		}
		if h.at != here { // it is handed on
			continue
		}
		h.scheme = form.Scheme(s.Type)
		if name, ok := textOf(a.fieldNamed(s, st, form.Name)); ok {
			h.scheme = name
		}
		for _, field := range form.Scopes {
			if v := a.fieldNamed(s, st, field); v.v != nil {
				h.scopes = a.spread([]av{v}, st).consts
				break
			}
		}
		return st.withHanded(h.bit()), h
	}
	return st, nil
}

// puts notes that a call puts the scopes of a declaration into the context, and returns the
// handing if it does.
func (a *activation) puts(in *program.Instr, args []av, st *state) *handing {
	for i, arg := range args {
		key, known := textOf(arg)
		scheme, ok := a.tables.HandedUnder(key)
		if !known || !ok || i+1 == len(args) {
			continue
		}
		at := cellKey{a.frame, in}
		if j := slices.IndexFunc(a.handed, func(h *handing) bool { return h.at == at }); j >= 0 {
			return a.handed[j]
		}
		h := &handing{id: len(a.handed), at: at, pos: in.Pos, scheme: scheme, scopes: a.spread(args[i+1:i+2], st).consts, inKey: true}
		a.handed = append(a.handed, h)
		return h
	}
	return nil
}

// fieldNamed is what a field of a struct holds; nothing if there is no such field.
func (r *run) fieldNamed(s *value.Struct, st *state, name string) av {
	t := r.prog.Type(s.Type)
	i := t.Field(name)
	if i < 0 || name == "" {
		return av{}
	}
	c := r.fieldOfStruct(s, i)
	if c == nil {
		return zeroAV(r.prog, t.Fields[i].Type)
	}
	return r.load(c, st, t.Fields[i].Type)
}

// hears notes whether the function that was handed a declaration may refuse.
func (h *handing) hears(ends []ending) {
	if h == nil {
		return
	}
	h.refuses = h.refuses || len(ends) == 0 || slices.ContainsFunc(ends, func(e ending) bool {
		if e.panics || len(e.results) == 0 {
			return true
		}
		err := e.results[len(e.results)-1]
		_, none := err.v.(value.Nil)
		return err.lab != 0 || !none && err.nilness != isNil
	})
}

// takes notes the function that somebody wrote, and that is given a declaration.
func (r *run) takes(fn *program.Func, args []av) {
	if len(r.handings) == 0 || fn.Generated || !fn.Pos.Known() {
		return
	}
	for _, arg := range args {
		if h := r.handingOf(arg); h != nil && h.to == nil {
			h.to = fn
		}
	}
}

func (r *run) handingOf(a av) *handing {
	if len(r.handings) == 0 {
		return nil
	}
	s, ok := structOf(a.v)
	if !ok {
		return nil
	}
	return r.handings[s]
}

// copies follows a declaration into a copy of the struct.
func (r *run) copies(to, from *value.Struct) {
	if h := r.handings[from]; h != nil {
		r.handings[to] = h
	}
}

// readsField notes that a field of a declaration is asked for which has scopes.
func (a *activation) readsField(base av, in *program.Instr, p *point) {
	if h := a.handingOf(base); h != nil && !a.fn.Generated && slices.Contains(h.fields, in.Sym) {
		p.st, p.own = p.st.withHanded(h.scopesBit()), true
	}
}

// escapes notes the declarations that are out of sight from here: whoever has them may
// look at the scopes.
func (r *run) escapes(args []av, st *state) *state {
	for _, arg := range args {
		if h := r.handingOf(arg); h != nil {
			st = st.withHanded(h.scopesBit())
		}
	}
	return st
}

// bit is what is noted when it is handed over, and scopesBit when its scopes are looked at.
func (h *handing) bit() int       { return 2 * h.id }
func (h *handing) scopesBit() int { return 2*h.id + 1 }

// withHanded is the state and one more note on what was handed over.
func (s *state) withHanded(bit int) *state {
	n := s.clone()
	n.note().handed = s.handed.with(bit)
	return n
}

// A Declared is what a document declares of an operation, and what became of it.
type Declared struct {
	Scheme string
	Scopes []string
	At     program.Pos   // where it is handed over
	To     *program.Func // to which function; nil if that is not known
	// Accepts: the function returns no error to anybody. Unread: neither it, nor what it
	// calls, looks at the scopes.
	Accepts, Unread bool
	// Optional: it may be left out, as far as the code tells.
	Optional bool
}

// Declared lists what is declared of the operation that serves a route. Always says that
// nobody is served without a declaration having been handed over: one that demands nothing
// of some is none.
func (s *Summary) Declared(at Target) (list []Declared, always bool) {
	if s = s.For(at); s.run == nil || len(s.run.handed) == 0 {
		return nil, false
	}
	var met arms
	always = true
	for _, e := range s.forRoute(at) {
		met, _ = met.union(e.handed)
		if e.anon && e.proceeds(s.run.endpoint) {
			always = always && len(e.handed) > 0
		}
	}
	for _, h := range s.run.handed {
		if met.has(h.bit()) {
			list = append(list, Declared{
				Scheme: h.scheme, Scopes: h.scopes, At: h.pos, To: h.to,
				Accepts: !h.refuses && h.to != nil, Unread: len(h.scopes) > 0 && h.to != nil && !met.has(h.scopesBit()),
				Optional: h.inKey,
			})
		}
	}
	return list, always
}
