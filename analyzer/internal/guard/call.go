package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// callInstr runs a call; every way it ends continues the path.
func (a *activation) callInstr(out []*point, in *program.Instr, p *point) []*point {
	args := make([]av, len(in.Args))
	for i, o := range in.Args {
		args[i] = a.operand(p, o)
	}
	a.noteChallenge(args)
	switch in.N {
	case program.ModeGo:
		a.started = true
		a.handsOut(args, p.st)
		p.st, p.own = a.changed(args, p.st), false
		return append(out, p) // more than that another goroutine does not decide about this request
	case program.ModeDefer:
		if len(p.deferred) >= maxDeferred {
			a.fail(a.where() + " defers more calls than are followed")
			return out
		}
		p.deferred = append(p.deferred[:len(p.deferred):len(p.deferred)], func(st *state) *state {
			for _, e := range a.dispatchCall(in, args, st) {
				return e.st
			}
			return st
		})
		return append(out, p)
	}
	st, handing := a.hand(in, args, a.deed(in, args, p.st))
	ends := a.calledHere(in, st, a.dispatchCall(in, args, st))
	handing.hears(ends)
	last := len(ends) - 1 // the path itself goes on in the last way
	for last >= 0 && ends[last].panics {
		last--
	}
	for i, e := range ends {
		if e.panics {
			a.ends = append(a.ends, ending{st: e.st, panics: true})
			continue
		}
		q := p
		if i < last {
			q = &point{regs: p.regs, deferred: p.deferred}
			p.ownRegs = false
		}
		if q.st, q.own = e.st, false; in.Dst >= 0 {
			q.set(a.info.slots[in.Dst], a.hold(a.spellOut(in, a.internTests(e.result()))))
		}
		out = append(out, q)
	}
	return out
}

// calledHere notes where the function of a layer calls another one that answers.
func (a *activation) calledHere(in *program.Instr, before *state, ends []ending) []ending {
	if before.status != 0 || a.layer < 0 || a.layer >= len(a.layers) || a.layers[a.layer].fn != a.fn {
		return ends
	}
	for i, e := range ends {
		if e.st.status != 0 && e.st.layer == before.layer && e.st.statusBy != in.Pos {
			ends[i].st = e.st.clone()
			ends[i].st.calledAt = in.Pos
		}
	}
	return ends
}

func (a *activation) dispatchCall(in *program.Instr, args []av, st *state) []ending {
	if always, ok := a.saysAlways(in); ok {
		return []ending{{st: st, results: []av{always}}}
	}
	if in.Op == program.Invoke {
		return a.invoke(in, args[0], args[1:], st, a.frame)
	}
	if in.Sym == "builtin.delete" && a.keepsFound(args[1:], st) {
		return []ending{{st: st, results: []av{{}}}}
	}
	if in.Sym != "" {
		return a.callSymbol(in.Sym, args, st, in, a.frame, a.layer)
	}
	return a.callValue(args[0], args[1:], st, in)
}

// callValue calls a function value.
func (a *activation) callValue(fn av, args []av, st *state, in *program.Instr) []ending {
	if isNext(fn.v) {
		return a.goOn(a.handsOwn(args, st))
	}
	if decodes(fn.v) {
		return a.effect(frameworks.Effect{Source: frameworks.SourceBody}, "", args, st, in, a.frame)
	}
	switch f := value.Deref(fn.v).(type) {
	case *value.Func:
		return a.callFunc(f, args, st, in, a.frame)
	case value.Native:
		if ad, ok := f.Obj.(*value.Adapter); ok {
			return a.adapter(ad, args, st, a.frame)
		}
	case value.Choice:
		return a.eachChoice(f, fn, args, st, in, a.frame, func(fn av, st *state) []ending { return a.callValue(fn, args, st, in) })
	}
	a.wrapsUnread(in, args)
	a.handsUnread(args, st)
	return a.opaque(in, "a function that is not known", append([]av{fn}, args...), st)
}

// goOn is the rest of the chain being run.
func (r *run) goOn(st *state) []ending {
	r.over.past = true
	return r.rest(st)
}

// rest is what comes behind the step being run.
func (r *run) rest(st *state) []ending {
	n := st.clone()
	if !n.goesOn && !r.left.replies { // the rest has run
		n.goesOn, n.early = true, n.status
		r.goneOn(n)
	}
	return []ending{{st: n, results: []av{{lab: FromNext, answer: true}}}}
}

// callFunc calls a function through a value. One that is given the request (or
// what it is made of) is a handler: a layer of the chain.
func (r *run) callFunc(fn *value.Func, args []av, st *state, in *program.Instr, frame int) []ending {
	if !r.hasOwn(fn, r.shape.Method) {
		if ends, ok := r.handOver(fn, args, st); ok {
			return ends
		}
	}
	holds := r.captured[fn]
	if fn.Recv != nil || len(holds) == 1 && fn.Fn != nil && len(fn.Fn.Free) == 0 && len(fn.Fn.Params) == len(args)+1 {
		recv := r.setUp(fromRegistration(orUnknown(fn.Recv)))
		if len(holds) == 1 {
			recv = holds[0]
		}
		args = append([]av{recv}, args...)
	}
	r.noteFunction(in, fn.Fn)
	layer := st.layer - 1
	_, described := r.tables.Effect(fn.Symbol)
	if layer >= 0 && (described || r.onlyTells(fn) || !r.serves(args) && !r.tables.IsHandler(fn.Type)) {
		return r.enter(fn, holds, args, st, in, frame, layer, r.callSymbol)
	}
	layer = r.layer(fn, st, cellKey{frame, in})
	st = st.entering(layer)
	if g, ok := r.declaredOf(trimClosure(fn.Symbol)); ok {
		refused, passed := r.declaredStep(g, st, in, frame, layer)
		return append(r.enter(fn, holds, args, passed, in, frame, layer, r.callKnown), refused)
	}
	return r.enter(fn, holds, args, st, in, frame, layer, r.callKnown)
}

// enter runs the function of a value, with what it has captured.
func (r *run) enter(fn *value.Func, holds, args []av, st *state, in *program.Instr, frame, layer int, call caller) []ending {
	if fn.Fn == nil || len(fn.Free) == 0 {
		return call(fn.Symbol, args, st, in, frame, layer)
	}
	free := make([]av, len(fn.Free))
	for i, v := range fn.Free {
		free[i] = r.setUp(fromRegistration(orUnknown(v)))
		if i < len(holds) {
			free[i] = holds[i]
		}
	}
	if len(args) < len(fn.Fn.Params) {
		r.handsOut(args, st)
		return []ending{{st: st, results: r.opaqueResults(fn.Fn.Results, combine(args...))}}
	}
	return r.call(fn.Fn, args, free, st, in, frame, layer)
}

func orUnknown(v value.Value) value.Value {
	if v == nil {
		return &value.Unknown{}
	}
	return v
}

// onlyTells reports whether all that a function returns is whether something is so, or a list: it
// says something of the request to a handler, and is none itself.
func (r *run) onlyTells(fn *value.Func) bool {
	if fn.Fn == nil || len(fn.Fn.Results) != 1 {
		return false
	}
	t := r.prog.Type(fn.Fn.Results[0])
	if t == nil {
		return fn.Fn.Results[0] == "bool"
	}
	return t.Kind == program.KindBool || t.Kind == program.KindMap || t.Kind == program.KindSlice && t.Elem != "byte"
}

// serves reports whether the request itself is among the arguments: that which the
// handler was given, which may be its context alone.
func (r *run) serves(args []av) bool {
	byContext := slices.Contains(r.shape.Params, frameworks.RoleValues)
	for _, a := range args {
		if a.role == frameworks.RoleRequest || a.role == frameworks.RoleContext || byContext && a.source == frameworks.SourceRequest {
			return true
		}
	}
	return false
}

// layer is the number of the layer that a function is when it is called at a
// place. In the next round of a loop it is the one that it was in the last.
func (r *run) layer(fn *value.Func, st *state, at cellKey) int {
	l := &layer{fn: fn.Fn, name: fn.Symbol, depth: st.layer, at: at}
	for i := st.layer - 1; i >= 0; i = r.layers[i].depth - 1 {
		if o := r.layers[i]; o.name == l.name && o.fn == l.fn && o.at == at {
			return i
		}
	}
	for i, o := range r.layers {
		if o.name == l.name && o.fn == l.fn && o.depth == l.depth {
			return i
		}
	}
	r.layers = append(r.layers, l)
	return len(r.layers) - 1
}

// A caller calls a function by name.
type caller func(sym string, args []av, st *state, in *program.Instr, frame, layer int) []ending

// callSymbol calls a function by name. What is declared of it counts more than its body.
func (r *run) callSymbol(sym string, args []av, st *state, in *program.Instr, frame, layer int) []ending {
	g, ok := r.declaredOf(sym)
	if !ok {
		return r.callKnown(sym, args, st, in, frame, layer)
	}
	if results := r.resultsOf(sym, in); len(results) > 0 {
		return r.declaredCheck(g, results, st)
	}
	refused, passed := r.declaredStep(g, st, in, frame, layer)
	return append(r.callKnown(sym, args, passed, in, frame, layer), refused)
}

// callKnown calls a function by name: what the tables say of it first, then its
// body, then the little that is known of functions without one.
func (r *run) callKnown(sym string, args []av, st *state, in *program.Instr, frame, layer int) []ending {
	if name, ok := strings.CutPrefix(sym, "builtin."); ok {
		return r.builtin(name, args, st, in)
	}
	if e, ok := r.tables.Effect(sym); ok {
		return r.effect(e, sym, args, st, in, frame)
	}
	if e, ok := r.tables.Signs(sym); ok && r.applies(e, sym, args, st, in, frame) {
		return r.effect(e, sym, args, st, in, frame)
	}
	if c, ok := r.tables.Call(sym); ok && (c.Op == frameworks.OpLeaf || c.Op == frameworks.OpWrap) {
		return []ending{{st: st, results: []av{r.makeAdapter(c, sym, args, st, in, frame)}}}
	}
	fn := r.prog.Func(sym)
	if fn != nil && len(args) >= len(fn.Params) && (concerns(args) || r.touches(sym) || returnsConstants(fn) || decidesConstants(fn, args) || toldNobody(in, args) || r.spellsFor(args) || r.makesError(fn) || makesStruct(fn)) {
		return r.call(fn, args, nil, st, in, frame, layer)
	}
	if ends, ok := r.errorFunc(sym, args, st, in, frame); ok {
		return ends
	}
	if ends, ok := r.decodesCredential(sym, args, st); ok {
		return ends
	}
	if res, ok := r.fold(sym, args, st); ok {
		st = r.changed(args, st)
		if strings.HasPrefix(sym, "encoding/") { // json.Unmarshal
			st = r.fill(av{lab: res.lab, holds: r.given(args, nil, st)}, st)
		}
		return []ending{{st: st, results: []av{res}}}
	}
	if ends, ok := r.pooled(sym, args, st, in, frame); ok {
		return ends
	}
	if ends, ok := r.callBack(sym, args, st, in, frame); ok {
		return ends
	}
	if ends, ok := r.lookedUpIn(sym, args, st, in, frame); ok {
		return ends
	}
	return r.removes(in, sym, args, st, r.opaque(in, sym, args, st))
}

// concerns reports whether an argument has to do with the request: only then is
// a body worth entering.
func concerns(args []av) bool {
	for _, a := range args {
		if a.role != 0 || a.source != 0 || a.lab != 0 || a.status != 0 || a.dyn == wrappedError {
			return true
		}
		switch v := value.Deref(a.v).(type) {
		case *value.Func, value.Pointer, *value.Struct, value.Native, value.Choice:
			return true
		case *value.Slice:
			if holdsParts(v) {
				return true
			}
		}
	}
	return false
}

// returnsConstants reports whether a function does nothing but return constants: the name or
// the status that a type of errors has.
func returnsConstants(fn *program.Func) bool {
	if len(fn.Blocks) != 1 || len(fn.Blocks[0].Instrs) != 1 {
		return false
	}
	for _, o := range fn.Blocks[0].Instrs[0].Args {
		if o.Kind != program.Constant {
			return false
		}
	}
	return fn.Blocks[0].Instrs[0].Op == program.Return
}

// makesError reports whether a function does nothing but make an error with a status.
func (r *run) makesError(fn *program.Func) bool {
	if len(fn.Blocks) != 1 {
		return false
	}
	return slices.ContainsFunc(fn.Blocks[0].Instrs, func(in program.Instr) bool {
		e, ok := r.tables.Effect(in.Sym)
		return ok && in.Op == program.Call && e.Error
	})
}

// makesStruct reports whether a function does nothing but make a struct: an answer, say, with
// a code that is asked for later, and that is another one if it is none.
func makesStruct(fn *program.Func) bool {
	const most = 4 // blocks
	if len(fn.Blocks) > most || len(fn.Results) != 1 {
		return false
	}
	made := false
	for in := range fn.All() {
		switch in.Op {
		case program.Alloc:
			made = true
		case program.FieldAddr, program.Store, program.MakeIface, program.ChangeType, program.Return, program.BinOp, program.If, program.Jump, program.Phi:
		default:
			return false
		}
	}
	return made
}

// decidesConstants reports whether a call asks a question of what is all known, texts and verdicts, or of nobody.
func decidesConstants(fn *program.Func, args []av) bool {
	if len(args) == 0 || !slices.Equal(fn.Results, []string{"bool"}) {
		return false
	}
	for _, a := range args {
		_, nobody := a.v.(value.Nil)
		if !a.constant() && !nobody {
			return false
		}
	}
	return true
}

// toldNobody reports whether an argument is what another function says of who has sent nothing, an empty text or nil, and
// no constant of the call: whoever has sent something is asked about by the same function.
//
//	err := verify(bearer(r)) // which returns "" if there is no such header
func toldNobody(in *program.Instr, args []av) bool {
	nobody := 0
	for _, a := range args {
		text, isText := textOf(a)
		if _, isNil := a.v.(value.Nil); isNil || isText && text == "" {
			nobody++
		}
	}
	for _, o := range in.Args {
		if o.IsNil() || o.Kind == program.Constant && o.Const.Kind == program.ConstString && o.Const.Str == "" {
			nobody--
		}
	}
	return nobody > 0
}

// touches reports whether a function can, by calls, write a response, stop or go
// on without being given the request as an argument: it never can, unless it
// holds it. Closures are entered for what they hold; other functions are not.
func (r *run) touches(sym string) bool { return strings.Contains(sym, "$") }
