package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// An activation is one call being simulated: all its paths at once.
type activation struct {
	*run
	fn    *program.Func
	info  *info
	frame int
	layer int
	ends  []ending
	meets []meeting // by block
	// started: a go statement was met.
	started bool
}

// A point is a state at one place of a function.
//
// While a block runs, the state and the registers are changed in place if they belong to
// the point. Where paths meet, and in what calls begin with and end in, both are shared,
// and nobody changes them.
type point struct {
	st       *state
	regs     []*av // by slot; nil: not written, or not known
	deferred []func(*state) *state
	own      bool // the state belongs to the point
	ownRegs  bool // the registers do
}

// state is the state of the point, to be changed in place.
func (p *point) state() *state {
	if !p.own {
		p.st, p.own = p.st.clone(), true
	}
	return p.st
}

func (p *point) get(slot int) av {
	if v := p.regs[slot]; v != nil {
		return *v
	}
	return av{}
}

// set writes the register at a place.
func (p *point) set(slot int, v *av) {
	if !p.ownRegs {
		p.regs, p.ownRegs = slices.Clone(p.regs), true
	}
	p.regs[slot] = v
}

// body simulates a function with a body. It returns every way the call can end.
func (r *run) body(fn *program.Func, args, free []av, st *state, frame, layer int) []ending {
	a := &activation{
		run: r, fn: fn, info: r.info(fn), frame: frame, layer: layer,
		meets: make([]meeting, len(fn.Blocks)),
	}
	p := &point{st: st, regs: make([]*av, a.info.size)}
	for i := range args {
		p.regs[i] = &args[i]
	}
	for i := range free {
		p.regs[len(fn.Params)+i] = &free[i]
	}
	begin := []*point{p}
	for i := range len(args) + len(free) {
		begin = a.partEach(begin, i)
	}
	for _, p := range begin {
		a.arrive(0, p)
	}
	for {
		b := a.next()
		if b < 0 {
			break
		}
		for _, p := range a.meets[b].take() {
			a.block(b, p)
			if r.stopped() {
				return nil
			}
		}
	}
	return a.tidy()
}

// next picks the pending block that comes first in reverse postorder, so that
// paths which meet are merged before they go on.
func (a *activation) next() int {
	best := -1
	for b := range a.meets {
		if len(a.meets[b].pending) > 0 && (best < 0 || a.info.order[b] < a.info.order[best]) {
			best = b
		}
	}
	return best
}

// arrive brings a path to a block, where it may merge with others.
func (a *activation) arrive(b int, p *point) {
	m := &a.meets[b]
	if a.info.counting != nil {
		m.counts = a.info.counting[b]
	}
	m.add(a.run, p, a.info.live[b])
}

// block runs the instructions of a block from one point.
func (a *activation) block(b int, p *point) {
	blk := &a.fn.Blocks[b]
	work := []*point{{st: p.st, regs: p.regs, deferred: p.deferred}}
	var next []*point
	for i := range blk.Instrs {
		in := &blk.Instrs[i]
		if straight(in.Op) {
			for _, p := range work {
				if a.spend(); a.stopped() {
					return
				}
				if in.Op != program.Lookup {
					a.compute(in, p)
				}
			}
			if in.Op == program.Lookup {
				work = a.look(in, work)
			}
			if in.Dst >= 0 {
				work = a.partRead(in, work)
			}
			continue
		}
		next = next[:0]
		for _, p := range work {
			if a.spend(); a.stopped() {
				return
			}
			next = a.instr(next, b, blk, in, p)
		}
		if work, next = next, work; len(work) == 0 {
			return
		}
		if len(work) > maxBases {
			work = a.gather(work)
		}
	}
}

// gather merges paths in the middle of a block, where several calls fork them.
func (a *activation) gather(work []*point) []*point {
	var m meeting
	all := make([]int, a.info.size)
	for i := range all {
		all[i] = i
	}
	for _, p := range work {
		m.add(a.run, p, all)
	}
	return m.all()
}

// goTo moves a path along an edge: phis read their operand for it.
func (a *activation) goTo(from, to int, p *point) {
	blk := &a.fn.Blocks[to]
	q := &point{st: p.st, regs: p.regs, deferred: p.deferred}
	for i := range blk.Instrs {
		in := &blk.Instrs[i]
		if in.Op != program.Phi {
			break
		}
		for j, pred := range blk.Preds {
			if pred == from && j < len(in.Args) {
				q.set(a.info.slots[in.Dst], a.hold(a.operand(p, in.Args[j])))
				break
			}
		}
	}
	a.arrive(to, q)
}

// instr runs an instruction that ends the path or may fork it, and appends the paths that
// go on to out.
func (a *activation) instr(out []*point, b int, blk *program.Block, in *program.Instr, p *point) []*point {
	switch in.Op {
	case program.Phi:
		return append(out, p)
	case program.Jump:
		a.goTo(b, blk.Succs[0], p)
		return out
	case program.If:
		a.branch(b, blk, in, p)
		return out
	case program.Return:
		var results []av
		for _, o := range in.Args {
			results = append(results, a.operand(p, o))
		}
		if p.st.status == 0 && a.nested == a.outermost() {
			st := p.state()
			st.statusBy, st.toldAt, st.toldIn = in.Pos, len(st.dec), st.layer
		}
		a.ends = append(a.ends, ending{st: p.st, results: results})
		return out
	case program.Panic:
		a.panicking = true
		a.ends = append(a.ends, ending{st: a.unwind(p), panics: true})
		a.panicking = false
		return out
	case program.RunDefers:
		p.st, p.own = a.unwind(p), false
		p.deferred = nil
		return append(out, p)
	}
	return a.callInstr(out, in, p)
}

// outermost is how deep the function stands that is the handler: the one that is called, or, where that is glue,
// the one that it calls.
func (r *run) outermost() int {
	if r.shape.Glue {
		return 2
	}
	return 1
}

// straight reports whether after an instruction comes the next one, on one path.
func straight(op program.Op) bool {
	switch op {
	case program.Phi, program.Jump, program.If, program.Return, program.Panic, program.RunDefers, program.Call, program.Invoke:
		return false
	}
	return true
}

// compute runs an instruction after which comes the next one.
func (a *activation) compute(in *program.Instr, p *point) {
	if in.Op == program.MapUpdate {
		a.noteChallenge([]av{a.operand(p, in.Args[1])})
	}
	v := a.spellOut(in, a.internTests(a.simple(in, p)))
	if in.Dst >= 0 {
		p.set(a.info.slots[in.Dst], a.hold(v))
	}
}

// hold gives a value a place; places are made many at a time, and more each time: most
// handlers need few.
func (r *run) hold(v av) *av {
	if n := cap(r.places); len(r.places) == n {
		r.places = make([]av, 0, min(max(8, 2*n), 64))
	}
	r.places = append(r.places, v)
	return &r.places[len(r.places)-1]
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
	if isAbsent(v.v) {
		if arm, ok := a.roundOn(b); ok {
			a.goTo(b, blk.Succs[arm], p)
			return
		}
	}
	a.loseCount(b, p, v.lab)
	v.test = v.test.since(p.st)
	a.over.busy = a.over.busy || asked && p.st.goesOn
	c := a.condition(a.frame, in, v, in.Text, a.layer)
	c.stored = c.stored || len(a.toldBy) > 0 && v.lab&sent != 0 && a.asksStore(in.Args[0], 0)
	c.fn, c.parts = a.fn.Name, a.partsBefore(blk, in)
	a.noteQuestion(c, b, v)
	c.outright = a.saysOutright(c, in)
	c.late = c.late || p.st.status >= 200 && p.st.status < 300
	if !decided && asked {
		truth, decided = a.sentNothing(c, blk, p)
	}
	if decided {
		c.anonKnown, c.anonArm = true, bool(truth)
		if a.isGiven(c.origin) {
			c.positive = sign(!bool(truth)) // it is there for those who are nobody
		}
	}
	only, routed := a.routed(v.test)
	if arm, asked := p.st.said(c); asked {
		only, routed = arm, true
	}
	for _, arm := range []bool{true, false} {
		if routed && arm != only {
			continue
		}
		q := &point{st: a.decide(p.st, c, arm), regs: a.learn(a.info.tests[b], p, arm), deferred: p.deferred}
		q.st.asksDeed(v, arm)
		q.st.doubtful = q.st.doubtful || v.lab&Merged != 0 && a.keepsApart(c) // there may be one arm only
		if decided && arm != bool(truth) {
			if q.st.anon {
				q.st.note().lost = q.st.lost.with(armBit(c, arm))
			}
			q.st.anon = false
		} else if decided && q.st.anon {
			q.st.note().free = q.st.free.with(armBit(c, arm))
		} else if q.st.anon && c.lab&principal != 0 && saysNothingOfWho(v) {
			q.st.note().plain = q.st.plain.with(armBit(c, arm))
		}
		a.goTo(b, blk.Succs[armIndex(arm)], q)
	}
}

// learn is what is known on one arm of a condition: whether the value that was
// compared with nil is nil.
func (a *activation) learn(t nilTest, p *point, arm bool) []*av {
	if t.slot < 0 || p.regs[t.slot] == nil {
		return p.regs
	}
	v := *p.regs[t.slot]
	if v.sure || v.role != 0 || v.source != 0 {
		return p.regs
	}
	if v.sure, v.nilness = true, nonNil; t.equal == arm {
		v.v, v.nilness = nil, isNil
	} else if _, anonymous := v.v.(value.Nil); anonymous {
		v.v = nil
	}
	regs := slices.Clone(p.regs)
	regs[t.slot] = &v
	return regs
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
	for i := range a.ends {
		e := &a.ends[i]
		e.st = e.st.clone()
		keep := a.reachable(*e)
		e.st.forget(func(c *value.Cell) bool { return a.madeWithin(c) && !keep[c] })
	}
	return a.merge(a.forms(a.ends))
}

// merge merges endings of a call that the caller cannot tell apart.
func (r *run) merge(ends []ending) []ending {
	returns, panics := meeting{ends: true}, meeting{ends: true}
	for _, e := range ends {
		p := &point{st: e.st, regs: make([]*av, len(e.results))}
		live := make([]int, len(e.results))
		for i := range e.results {
			p.regs[i], live[i] = &e.results[i], i
		}
		if e.panics {
			panics.add(r, p, live)
		} else {
			returns.add(r, p, live)
		}
	}
	var out []ending
	for _, p := range returns.all() {
		e := ending{st: p.st, results: make([]av, len(p.regs))}
		for i := range p.regs {
			e.results[i] = *p.regs[i]
		}
		out = append(out, e)
	}
	for _, p := range panics.all() {
		out = append(out, ending{st: p.st, panics: true})
	}
	return out
}
