package guard

import (
	"slices"
	"strconv"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// The bounds on the work for one step, in instructions simulated.
const (
	maxSteps    = 200_000 // for all of it
	sideSteps   = 3_000   // for a call that cannot answer the request
	errorSteps  = 40_000  // for one whose error a step may answer with
	maxDepth    = 60      // calls on the stack
	maxSame     = 2       // of them, of one function with the same arguments
	maxDeferred = 16      // calls deferred by one function
	maxAlike    = 12      // of them, of one function
)

// spend counts an instruction.
func (r *run) spend() {
	r.steps++
	if r.steps > r.limit {
		r.spent = true
	}
}

// stopped reports whether the work at hand is to be given up.
func (r *run) stopped() bool { return r.spent || r.failed != "" }

// call enters a function with a body. What the function can do to the request
// decides how much work that is worth: one that holds the response, the context
// or the rest of the chain, or answers requests, is followed as far as it goes; any other one only
// computes, and if that takes long its results are merely derived from what it
// was given.
func (r *run) call(fn *program.Func, args, free []av, st *state, in *program.Instr, parent, layer int) []ending {
	all := args
	if len(free) > 0 {
		all = slices.Concat(args, free)
	}
	if r.depth[fn.Name] >= maxAlike && !r.another(fn, free, all, st) || r.nested > maxDepth || r.depth[fn.Name] >= maxSame && r.depth[r.callKey(fn, all)] >= maxSame {
		return r.unfollowed(fn, args, all, st)
	}
	given := withoutAnswer(fn, all)
	if r.holdsRequest(given, st) || r.isLayer(fn, layer) || r.answering()[fn.Name] {
		r.serving[r.frame(parent, in, fn)] = true
		return r.follow(fn, args, free, st, in, parent, layer)
	}
	if r.leavesNothing(fn) {
		return []ending{{st: st}}
	}
	if r.heavy[fn] {
		return tooLarge(r.opaque(in, fn.Name, given, st))
	}
	outer, layers, marks := r.limit, len(r.layers), r.marks
	r.limit = min(outer, r.steps+r.worth(fn))
	ends := r.follow(fn, args, free, st, in, parent, layer)
	r.limit = outer
	if r.spent && r.steps <= outer {
		r.spent, r.layers, r.marks = false, r.layers[:layers], marks
		r.heavy[fn] = true
		return tooLarge(r.opaque(in, fn.Name, given, st))
	}
	return ends
}

// worth is how much work a call is worth that cannot answer: the error that it returns may be what a step
// answers with which stands before the handler.
func (r *run) worth(fn *program.Func) int {
	if n := len(fn.Results); n > 0 && fn.Results[n-1] == "error" && r.shape.ReturnsError && !r.endpoint {
		return errorSteps
	}
	return sideSteps
}

// withoutAnswer are the arguments as a function of their types has them: there is no answering
// with a context.Context, whatever it is.
func withoutAnswer(fn *program.Func, all []av) []av {
	out := all
	for i, p := range fn.Params {
		if i < len(all) && all[i].role == frameworks.RoleContext && p.Type == plainContext {
			if &out[0] == &all[0] {
				out = slices.Clone(all)
			}
			out[i] = asContext(out[i], p.Type)
		}
	}
	return out
}

// asContext is a value that becomes one of a type: of a handler's context all that is left then are its values.
func asContext(a av, typ string) av {
	if a.role == frameworks.RoleContext && typ == plainContext {
		a.role, a.source = 0, frameworks.SourceRequest
	}
	return a
}

// isLayer reports whether a function is itself the layer: it answers by what it returns,
// though all that it is given is the context.
func (r *run) isLayer(fn *program.Func, layer int) bool {
	return layer >= 0 && layer < len(r.layers) && r.layers[layer].fn == fn
}

// callKey names a call by its function and the storage and functions it is given:
// middleware that wraps middleware of its own kind is no recursion.
func (r *run) callKey(fn *program.Func, all []av) string {
	b := append([]byte(fn.Name), '(')
	for _, a := range all {
		b = r.spellHeld(b, a.v)
	}
	return string(b)
}

// spellHeld spells the storage and functions that a value is, or that a struct has.
func (r *run) spellHeld(b []byte, v value.Value) []byte {
	switch v := value.Deref(v).(type) {
	case *value.Func, value.Pointer:
		b = append(r.spellValue(b, v), ',')
	case *value.Struct:
		for _, f := range v.Fields {
			if f != nil && f.Val != nil {
				b = r.spellHeld(b, f.Val)
			}
		}
	}
	return b
}

// follow simulates the call, or remembers how it ended the last time.
func (r *run) follow(fn *program.Func, args, free []av, st *state, in *program.Instr, parent, layer int) []ending {
	r.entered[fn] = true
	r.takes(fn, args)
	frame := r.frame(parent, in, fn)
	r.noteForgery(fn, args, frame, parent)
	mem := r.near(st.mem, frame, args, free)
	spelt := r.memoKey(frame, layer, args, free, st, mem)
	m := r.memos[string(spelt)]
	if m == nil {
		k := string(spelt)
		k2 := r.callKey(fn, slices.Concat(args, free))
		r.depth[fn.Name]++
		r.depth[k2]++
		r.nested++
		began := st.clone()
		began.mem = mem
		began.dec, began.actedAt, began.obeyedAt, began.toldAt, began.rewrote, began.noted, began.leftBy = nil, 0, 0, 0, 0, nothing, program.Pos{}
		marks, targets, gone, cuts := r.marks, len(r.targets), len(r.gone), r.cuts
		ends := r.body(fn, args, free, began, frame, layer)
		r.nested--
		r.depth[fn.Name]--
		r.depth[k2]--
		if r.stopped() {
			return nil
		}
		r.choose(frame, ends)
		if one, ok := r.testCases(frame, ends, began); ok {
			ends = one
		}
		r.findNobody(fn, args, in, frame, layer, ends)
		m = newMemo(ends, mem)
		m.quiet = marks.flags == r.marks.flags && len(marks.opaqueWriter) == len(r.marks.opaqueWriter) && targets == len(r.targets) && gone == len(r.gone)
		if (r.depth[fn.Name] == 0 || r.cuts == cuts) && r.trying == 0 { // deep in a recursion, calls are cut short
			r.memos[k] = m
		}
	}
	out := make([]ending, 0, len(m.ends))
	for i, e := range m.ends {
		if st.contradicts(e.st) {
			continue
		}
		out = append(out, ending{st: r.after(st, e.st, m.changes[i]), results: slices.Clone(e.results), panics: e.panics})
	}
	return out
}

// after is the state after a call that began here and ended in another state.
func (r *run) after(s, end *state, changes []change) *state {
	n := end.clone()
	n.mem = s.mem.apply(changes)
	n.dec = s.dec
	more := end.noted
	if len(more.stored) > 0 && r.proven(s) {
		own := *more
		own.stored = nil
		more = &own
	}
	n.noted, _ = s.noted.union(more)
	for _, d := range end.dec {
		n.take(d.c, d.arm)
	}
	switch {
	case end.acted && (!s.acted || end.actedIn > s.actedIn):
		n.actedAt = len(s.dec) + end.actedAt
	case s.acted:
		n.actedAt = s.actedAt
	}
	if n.obeyedAt = s.obeyedAt; end.obeyed && !s.obeyed {
		n.obeyedAt = len(s.dec) + end.obeyedAt
	}
	if n.toldAt = s.toldAt; s.status == 0 {
		n.toldAt = len(s.dec) + end.toldAt
	}
	if n.rewrote = s.rewrote; end.rewrote > 0 {
		n.rewrote = max(len(s.dec)+min(end.rewrote, len(end.dec)), 1)
	}
	if n.leftBy == (program.Pos{}) {
		n.leftBy = s.leftBy
	}
	n.clamp()
	n.vague(s.blurred, s.doubtful)
	return n
}

// memoKey spells all that decides how a call ends. The next spelling overwrites it.
func (r *run) memoKey(frame, layer int, args, free []av, st *state, mem memory) []byte {
	b := r.answerKey(r.scratch[:0], st)
	for _, n := range [...]int{frame, layer} {
		b = strconv.AppendInt(b, int64(n), 10)
		b = append(b, ',')
	}
	for _, list := range [][]av{args, free} {
		for i := range list {
			b = r.spellWhole(b, &list[i])
		}
	}
	for _, s := range mem {
		b = strconv.AppendInt(b, int64(s.id), 10)
		b = append(b, '=')
		b = r.spellWhole(b, s.v)
	}
	r.scratch = b
	return b
}

// spellWhole spells all that is known of a value.
func (r *run) spellWhole(b []byte, v *av) []byte {
	b = r.spell(b, v)
	if v.lab|Label(v.nilness)|Label(v.role)|Label(v.source) != 0 || v.presence || v.positive != 0 || v.erring != 0 || v.equal != 0 || v.flag != 0 || v.pkg != 0 || v.test != nil || v.dyn != "" || v.origin != 0 || v.verdict || v.telling != "" {
		for _, n := range [...]int{int(v.lab), int(v.nilness), int(v.role), int(v.source), int(v.positive), int(v.erring), int(v.equal), int(v.flag), v.origin, int(v.pkg)} {
			b = strconv.AppendInt(append(b, ','), int64(n), 10)
		}
		for _, set := range [...]bool{v.presence, v.form, v.named, v.whom, v.whose, v.inside} {
			b = strconv.AppendBool(b, set)
		}
		b = append(strconv.AppendBool(b, v.verdict), v.telling...)
		b = append(b, v.dyn...)
		if v.test != nil {
			b = strconv.AppendInt(append(b, 't'), int64(v.test.id), 10)
		}
	}
	for _, c := range v.consts {
		b = strconv.AppendQuote(b, c)
	}
	b = append(b, v.attr...)
	for _, c := range v.holds {
		b = strconv.AppendInt(b, int64(r.cellID(c)), 10)
		b = append(b, ' ')
	}
	for i := range v.tuple {
		b = r.spellWhole(b, &v.tuple[i])
	}
	return b
}

// holdsRequest reports whether one of the values is, or holds, what a function
// needs to answer the request or to pass it on: the response, the context, the
// rest of the chain.
func (r *run) holdsRequest(args []av, st *state) bool {
	h := r.look(st, 0)
	for i := range args {
		if h.value(&args[i], 0) {
			return true
		}
	}
	return false
}

// A holding is a look for what is needed to answer the request.
type holding struct {
	*run
	st   *state
	only frameworks.Role // looked for, 0 for all of them
	turn int             // what the cells have that it has seen
}

// look begins a holding: the cells that others have seen are new to it.
func (r *run) look(st *state, only frameworks.Role) *holding {
	r.looks++
	return &holding{run: r, st: st, only: only, turn: r.looks}
}

const maxHolding = 4 // how deep to look into structs and closures

func (h *holding) value(a *av, depth int) bool {
	switch a.role {
	case frameworks.RoleWriter, frameworks.RoleContext, frameworks.RoleNext:
		if h.only == 0 || h.only == a.role {
			return true
		}
	case frameworks.RoleRequest: // with it alone nothing can be answered
		if h.only == a.role {
			return true
		}
	}
	for i := range a.tuple {
		if h.value(&a.tuple[i], depth) {
			return true
		}
	}
	return depth < maxHolding && a.v != nil && h.known(a.v, depth+1)
}

func (h *holding) known(v value.Value, depth int) bool {
	if isNext(v) {
		return h.only == 0 || h.only == frameworks.RoleNext
	}
	switch v := value.Deref(v).(type) {
	case value.Pointer:
		return h.cell(v.Cell, depth)
	case *value.Struct:
		for _, f := range v.Fields {
			if h.cell(f, depth) {
				return true
			}
		}
	case *value.Slice:
		for i := range min(v.Len, 32) {
			if h.cell(v.Array.Elems[v.Off+i], depth) {
				return true
			}
		}
	case value.Choice:
		for _, alt := range v.Alts {
			if h.known(alt.Val, depth) {
				return true
			}
		}
	case *value.Func:
		captured := h.captured[v]
		for i := range captured {
			if h.value(&captured[i], depth) {
				return true
			}
		}
		if depth == maxHolding {
			return false
		}
		for _, f := range v.Free {
			if h.known(f, depth+1) {
				return true
			}
		}
		return v.Recv != nil && h.known(v.Recv, depth+1)
	}
	return false
}

func (h *holding) cell(c *value.Cell, depth int) bool {
	if c == nil || h.seen[c] == h.turn {
		return false
	}
	h.seen[c] = h.turn
	if a := h.written(h.st, c); a != nil {
		return h.value(a, depth)
	}
	return c.Val != nil && depth < maxHolding && h.known(c.Val, depth+1)
}
