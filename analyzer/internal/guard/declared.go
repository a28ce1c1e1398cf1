package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A function may guard in a way that its body does not show: it asks a server of
// policies, or code that is not there. Then the application says so.

// Declare tells the machine of functions that guard, by symbol.
func (m *Machine) Declare(guards map[string]routes.DeclaredGuard) {
	m.declared, m.met = guards, map[string]bool{}
}

// Met reports whether a step came to a function that is declared to guard.
func (m *Machine) Met(symbol string) bool { return m.met[symbol] }

// declaredOf is what is declared of a function.
func (m *Machine) declaredOf(symbol string) (routes.DeclaredGuard, bool) {
	g, ok := m.declared[symbol]
	if ok {
		m.mu.Lock()
		m.met[symbol] = true
		m.mu.Unlock()
	}
	return g, ok
}

// declaredStep enters a middleware or handler that is declared to guard: it refuses a
// request that proves nothing, and does for others what its body says.
func (r *run) declaredStep(g routes.DeclaredGuard, st *state, in *program.Instr, frame, layer int) (refused ending, passed *state) {
	return r.sure(g, "it is declared to guard", st, in, frame, layer)
}

// sure is a check of which it is known that it refuses a request that proves nothing, and not
// how.
func (r *run) sure(g routes.DeclaredGuard, text string, st *state, in *program.Instr, frame, layer int) (refused ending, passed *state) {
	c := r.condition(frame, r.instr(program.Instr{Op: program.If, Sym: g.Func + text, Pos: in.Pos}), asked(g), text, layer)
	c.anonKnown, c.anonArm, c.fn = true, false, g.Func
	no := r.decide(st, c, false)
	no.status, no.aborted, no.full = statusFor(g), true, true
	no.statusBy = program.Pos{} // nobody knows what it answers, or where
	yes := r.decide(st, c, true)
	if yes.anon {
		yes.note().lost = yes.lost.with(armBit(c, true))
	}
	yes.anon = false
	return ending{st: no, results: []av{{answer: true}}}, yes
}

// resultsOf are the types of what a call returns.
func (r *run) resultsOf(sym string, in *program.Instr) []string {
	if fn := r.prog.Func(sym); fn != nil {
		return fn.Results
	}
	if list, ok := strings.CutPrefix(in.Type, "("); ok {
		return strings.Split(strings.TrimSuffix(list, ")"), ", ")
	}
	if in.Type == "" {
		return nil
	}
	return []string{in.Type}
}

// declaredCheck is what a function returns that is declared to check: what says so is
// false, an error or nil for a request that proves nothing.
func (r *run) declaredCheck(g routes.DeclaredGuard, results []string, st *state) []ending {
	out := make([]av, len(results))
	for i, typ := range results {
		a := asked(g)
		switch {
		case typ == "bool":
			a.v, a.positive = value.Bool(false), 1
		case typ == "error":
			a.nilness, a.positive = nonNil, -1
		case i == len(results)-1 || strings.HasPrefix(typ, "*"):
			a.v, a.nilness, a.positive = value.Nil{}, isNil, 1
		}
		out[i] = a
	}
	return []ending{{st: st, results: out}}
}

// asked is a value that says whether a declared guard lets the request pass.
func asked(g routes.DeclaredGuard) av {
	a := av{lab: Credential, presence: true, positive: 1}
	if g.Level == routes.Authz {
		a.lab, a.presence, a.consts = Credential|Attr, false, g.Demands
	}
	return a
}

// statusFor is what a declared guard answers.
func statusFor(g routes.DeclaredGuard) int {
	if g.Level == routes.Authz {
		return 403
	}
	return 401
}
