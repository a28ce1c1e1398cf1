package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// An activation is one call being simulated: all its paths at once.
type activation struct {
	*run
	fn      *program.Func
	info    *info
	frame   int
	layer   int
	ends    []ending
	pending []map[string]*point // by block
	seen    []map[string]*point
	types   map[string]string
}

// A point is a state at the start of a block.
type point struct {
	st       *state
	regs     []av
	base     string
	deferred []func(*state) *state
}

// call simulates a function with a body. It returns every way the call can end.
func (r *run) call(fn *program.Func, args, free []av, st *state, in *program.Instr, parent, layer int) []ending {
	if r.depth[fn.Name] >= maxSame || len(r.layers) > maxDepth || r.nesting() > maxDepth {
		return []ending{{st: st, results: r.opaqueResults(fn.Results, combine(args...))}}
	}
	r.depth[fn.Name]++
	defer func() { r.depth[fn.Name]-- }()
	a := &activation{
		run: r, fn: fn, info: r.info(fn), frame: r.frame(parent, in, fn), layer: layer,
		pending: make([]map[string]*point, len(fn.Blocks)), seen: make([]map[string]*point, len(fn.Blocks)),
	}
	regs := make([]av, fn.Regs)
	copy(regs, args)
	copy(regs[len(fn.Params):], free)
	a.arrive(0, &point{st: st, regs: regs})
	for {
		b := a.next()
		if b < 0 {
			break
		}
		points := a.pending[b]
		a.pending[b] = nil
		for _, p := range sorted(points) {
			a.block(b, p)
			if r.failed != "" {
				return a.ends
			}
		}
	}
	return a.tidy()
}

func (r *run) nesting() int {
	n := 0
	for _, d := range r.depth {
		n += d
	}
	return n
}

// next picks the pending block that comes first in reverse postorder, so that
// paths which meet are merged before they go on.
func (a *activation) next() int {
	best := -1
	for b, p := range a.pending {
		if len(p) > 0 && (best < 0 || a.info.order[b] < a.info.order[best]) {
			best = b
		}
	}
	return best
}

func sorted(points map[string]*point) []*point {
	keys := make([]string, 0, len(points))
	for k := range points {
		keys = append(keys, k)
	}
	sortStrings(keys)
	out := make([]*point, len(keys))
	for i, k := range keys {
		out[i] = points[k]
	}
	return out
}

// arrive brings a path to a block. Equal states merge; two that differ only in
// the arm taken of one condition become one for which it did not matter.
func (a *activation) arrive(b int, p *point) {
	p.base = a.base(p.st, p.regs, a.info.live[b])
	if a.seen[b] == nil {
		a.seen[b] = map[string]*point{}
	}
	if a.pending[b] == nil {
		a.pending[b] = map[string]*point{}
	}
	for i := len(p.st.dec) - 1; i >= 0; i-- {
		flipped := append([]dec(nil), p.st.dec...)
		flipped[i].arm = !flipped[i].arm
		other := a.pending[b][p.base+"#"+decKey(flipped)]
		if other == nil {
			continue
		}
		delete(a.pending[b], p.base+"#"+decKey(flipped))
		delete(a.seen[b], p.base+"#"+decKey(flipped))
		st := p.st.clone()
		st.dec = without(p.st.dec, p.st.dec[i].c)
		st.merge(other.st)
		a.arrive(b, &point{st: st, regs: joinRegs(p.regs, other.regs), deferred: p.deferred})
		return
	}
	k := p.base + "#" + decKey(p.st.dec)
	if old := a.seen[b][k]; old != nil {
		if !grows(old.regs, p.regs, a.info.live[b]) {
			return
		}
		old.regs = joinRegs(old.regs, p.regs)
		old.st = old.st.clone()
		old.st.merge(p.st)
		a.pending[b][k] = old
		return
	}
	if len(a.seen[b]) >= maxStates/8 && !p.st.blurred {
		a.arrive(b, &point{st: p.st.blur(), regs: p.regs, deferred: p.deferred})
		return
	}
	if len(a.seen[b]) >= maxStates {
		a.fail("too many paths through " + a.fn.Name)
		return
	}
	a.seen[b][k] = p
	a.pending[b][k] = p
}

func joinRegs(x, y []av) []av {
	out := make([]av, len(x))
	for i := range x {
		out[i] = join(x[i], y[i])
	}
	return out
}

// grows reports whether y has labels that x does not have yet.
func grows(x, y []av, live []int) bool {
	for _, i := range live {
		if y[i].lab&^x[i].lab != 0 || len(joinConsts(x[i].consts, y[i].consts)) > len(x[i].consts) {
			return true
		}
	}
	return false
}

// block runs the instructions of a block from one point.
func (a *activation) block(b int, p *point) {
	blk := &a.fn.Blocks[b]
	work := []*point{{st: p.st, regs: append([]av(nil), p.regs...), deferred: p.deferred}}
	for i := range blk.Instrs {
		in := &blk.Instrs[i]
		var next []*point
		for _, p := range work {
			if a.steps++; a.steps > maxSteps {
				a.fail(a.fn.Name + " is too large to follow")
				return
			}
			next = append(next, a.instr(b, blk, in, p)...)
		}
		if work = next; len(work) == 0 {
			return
		}
		if len(work) > maxStates {
			a.fail("too many paths through " + a.fn.Name)
			return
		}
	}
}

// goTo moves a path along an edge: phis read their operand for it.
func (a *activation) goTo(from, to int, p *point) {
	blk := &a.fn.Blocks[to]
	q := &point{st: p.st, regs: append([]av(nil), p.regs...), deferred: p.deferred}
	for i := range blk.Instrs {
		in := &blk.Instrs[i]
		if in.Op != program.Phi {
			break
		}
		for j, pred := range blk.Preds {
			if pred == from && j < len(in.Args) {
				q.regs[in.Dst] = a.operand(p, in.Args[j])
				break
			}
		}
	}
	a.arrive(to, q)
}

// instr runs one instruction; a call may fork the path.
func (a *activation) instr(b int, blk *program.Block, in *program.Instr, p *point) []*point {
	switch in.Op {
	case program.Phi:
		return []*point{p}
	case program.Jump:
		a.goTo(b, blk.Succs[0], p)
		return nil
	case program.If:
		a.branch(b, blk, in, p)
		return nil
	case program.Return:
		var results []av
		for _, o := range in.Args {
			results = append(results, a.operand(p, o))
		}
		a.ends = append(a.ends, ending{st: p.st, results: results})
		return nil
	case program.Panic:
		a.ends = append(a.ends, ending{st: a.unwind(p), panics: true})
		return nil
	case program.RunDefers:
		p.st = a.unwind(p)
		p.deferred = nil
		return []*point{p}
	case program.Call, program.Invoke:
		return a.callInstr(in, p)
	}
	v := a.simple(in, p)
	if in.Dst >= 0 {
		p.regs[in.Dst] = v
	}
	return []*point{p}
}

func (a *activation) unwind(p *point) *state {
	st := p.st
	for i := len(p.deferred) - 1; i >= 0; i-- {
		st = p.deferred[i](st)
	}
	return st
}

// branch decides a condition or takes both arms.
func (a *activation) branch(b int, blk *program.Block, in *program.Instr, p *point) {
	v := a.operand(p, in.Args[0])
	truth, decided := value.Deref(v.v).(value.Bool)
	asked := v.lab&principal != 0
	if decided && !asked {
		a.goTo(b, blk.Succs[armIndex(bool(truth))], p)
		return
	}
	c := a.condition(a.frame, in, v, in.Text, a.fn.Name, a.layer)
	if decided {
		c.anonKnown, c.anonArm = true, bool(truth)
	}
	for _, arm := range []bool{true, false} {
		q := &point{st: p.st.with(c, arm), regs: p.regs, deferred: p.deferred}
		if decided && arm != bool(truth) {
			q.st.anon = false
		}
		a.goTo(b, blk.Succs[armIndex(arm)], q)
	}
}

func armIndex(truth bool) int {
	if truth {
		return 0
	}
	return 1
}

// tidy merges endings that the caller cannot tell apart and forgets storage that
// ended with the call.
func (a *activation) tidy() []ending {
	byKey := map[string]int{}
	var out []ending
	for _, e := range a.ends {
		e.st = e.st.clone()
		keep := a.reachable(e)
		e.st.forget(func(c *value.Cell) bool { return a.madeHere(c) && !keep[c] })
		out = a.addEnding(out, byKey, e)
	}
	kept := out[:0]
	for _, e := range out {
		if e.st != nil { // merged into another one
			kept = append(kept, e)
		}
	}
	return kept
}

func (a *activation) addEnding(out []ending, byKey map[string]int, e ending) []ending {
	regs := append([]av(nil), e.results...)
	live := make([]int, len(regs))
	for i := range live {
		live[i] = i
	}
	base := a.base(e.st, regs, live)
	if e.panics {
		base += "panic"
	}
	for i := len(e.st.dec) - 1; i >= 0; i-- {
		flipped := append([]dec(nil), e.st.dec...)
		flipped[i].arm = !flipped[i].arm
		k := base + "#" + decKey(flipped)
		j, ok := byKey[k]
		if !ok || out[j].st == nil {
			continue
		}
		other := out[j]
		out[j].st = nil
		delete(byKey, k)
		st := e.st.clone()
		st.dec = without(e.st.dec, e.st.dec[i].c)
		st.merge(other.st)
		merged := ending{st: st, results: joinRegs(e.results, other.results), panics: e.panics}
		return a.addEnding(out, byKey, merged)
	}
	k := base + "#" + decKey(e.st.dec)
	if j, ok := byKey[k]; ok {
		out[j].results = joinRegs(out[j].results, e.results)
		return out
	}
	byKey[k] = len(out)
	return append(out, e)
}
