package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A library that verifies a token may be told not to: by an option, by a setting of what it makes to verify with, by a key that is none, or because it is given
// no secret; or nobody may look at what it says of the token.

// applies reports whether a call is one that the table's effect is of.
func (r *run) applies(e frameworks.Effect, sym string, args []av, st *state, in *program.Instr, frame int) bool {
	if !e.ByOption && e.Secret == 0 && e.KeyOf == 0 {
		return true
	}
	if frameworks.Tells(sym) != "" && r.unheard(in) {
		return true
	}
	_, _, method := program.SplitMethod(sym)
	c := &effectCall{run: r, e: e, args: args, method: method, st: st}
	if secret, ok := c.arg(e.Secret); ok && isSpelledEmpty(secret) {
		return true
	}
	if key, ok := c.arg(e.KeyOf); ok && c.anyKey(key, in, frame) {
		return true
	}
	return e.ByOption && r.spread(args, st).lab&Unsigned != 0
}

// unheard reports whether nobody looks at what a call says of a token.
func (r *run) unheard(call *program.Instr) bool {
	for fn := range r.entered {
		if slices.ContainsFunc(r.unread()[fn], func(f routes.Fault) bool { return f.Condition == call.Sym && f.Position == pos(call.Pos) }) {
			return true
		}
	}
	return false
}

// isSpelledEmpty reports whether the code says that there is nothing: what a variable holds when registration has run may be set later.
func isSpelledEmpty(a av) bool {
	switch v := a.v.(type) {
	case value.Nil:
		return a.lab == 0
	case value.Text:
		text, known := v.Known()
		return a.lab == 0 && known && text == "" && a.nilness == maybeNil
	}
	return false
}

// asksNobody reports whether an option, or a setting, says that nobody is to be asked who has signed a token.
func (c *effectCall) asksNobody(a av) bool {
	if c.e.Setting == "" {
		asked, known := boolean(a)
		return known && !asked
	}
	s := c.structOf(a.v)
	if s == nil {
		return false
	}
	n := c.prog.Type(s.Type).Field(c.e.Setting)
	if n < 0 {
		return false
	}
	set, known := boolean(c.heldIn(s, n, "bool", c.st))
	return known && set
}

// anyKey reports whether a function that is asked for the key of a token returns one, on some way, with which nobody asks who has signed it. Where a setting
// decides something in it, nobody knows.
func (c *effectCall) anyKey(key av, in *program.Instr, frame int) bool {
	fn, ok := value.Deref(key.v).(*value.Func)
	if !ok || fn.Fn == nil || !c.makesUnsigned(fn.Fn, 0) {
		return false
	}
	params := len(fn.Fn.Params)
	if fn.Recv != nil {
		params--
	}
	args := make([]av, params)
	for i := range args {
		args[i] = av{lab: Body | Unsigned, nilness: nonNil} // the token, as it was sent
	}
	var ends []ending
	before, bySetting := len(c.condSeq), false
	c.aside(c.st, func() []ending {
		ends = c.callFunc(fn, args, c.st, in, frame)
		bySetting = slices.ContainsFunc(c.condSeq[before:], func(c *cond) bool { return c.lab == 0 && c.test == nil })
		return ends
	})
	return !bySetting && slices.ContainsFunc(ends, func(e ending) bool {
		if len(e.results) == 0 {
			return false
		}
		key, ok := e.results[0].v.(value.Iface)
		return ok && c.tables.Unsigned(key.Type)
	})
}

// makesUnsigned reports whether a function, or one that it calls, makes such a key at all: most do not, and need not be followed.
func (r *run) makesUnsigned(fn *program.Func, depth int) bool {
	const deepest = 3
	for in := range fn.All() {
		switch in.Op {
		case program.MakeIface:
			if r.tables.Unsigned(in.Sym) {
				return true
			}
		case program.Call:
			if called := r.prog.Func(in.Sym); called != nil && depth < deepest && r.makesUnsigned(called, depth+1) {
				return true
			}
		}
	}
	return false
}
