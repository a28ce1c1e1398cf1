package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A Cond is a condition that could not be decided, with the arm that is being run.
type Cond struct {
	ID   *program.Instr // the If
	Arm  bool
	Text string
}

// String is the condition as source text.
func (c Cond) String() string {
	if c.Arm {
		return c.Text
	}
	return program.Not(c.Text)
}

// A frame is one call being evaluated.
type frame struct {
	fn        *program.Func
	args      []value.Value
	regs      []value.Value
	typeArgs  map[string]string
	deferred  []func()
	returns   []value.Value
	under     []string // the conditions on which each of them is returned
	flow      *flow
	from      int           // the block control came from
	arrivals  map[int][]int // at a join: the predecessors control came from
	met       map[int]met   // at a join: of which fork
	heads     map[int]bool  // blocks of undecided conditions being run
	visits    map[int]int   // of a block, while its conditions are known
	enough    bool          // its loop is left: see leaveLoop
	decided   int           // how many conditions were known so far
	decidedAt map[int]int   // the same, when a block's condition was last not known
	conds     int           // len(m.conds) at entry
	since     map[int]since // of a block, when it was first visited
	call      *program.Instr
	began     int         // the steps before it
	made      int         // what was made before it: see charge
	cut       program.Pos // where it calls itself, and is not followed further
	secures   *security   // what the options declare of the route that the call is about
}

// enter calls a function that has a body and returns its result: a value, or a
// Tuple, or nil when it returns nothing.
func (m *Machine) enter(fn *program.Func, args, free []value.Value, typeArgs map[string]string, at program.Pos) value.Value {
	if m.active[fn.Name] >= maxRecursion && !m.advances(fn, args) || len(m.stack) >= maxDepth {
		m.cutShort(fn, at)
		return m.unknownResult(fn.Results, "recursion", at)
	}
	if m.dear(fn, args, at) {
		return m.unknownResult(fn.Results, "it takes too long to follow", at)
	}
	if !m.spend(callSteps+fn.Regs+4*(len(m.stack)+len(m.conds)), at) {
		return m.unknownResult(fn.Results, "the evaluation was stopped", at)
	}
	f := &frame{
		fn: fn, args: args, regs: make([]value.Value, fn.Regs), typeArgs: typeArgs, flow: flowOf(fn),
		arrivals: map[int][]int{}, heads: map[int]bool{}, visits: map[int]int{}, decidedAt: map[int]int{}, from: -1, conds: len(m.conds), since: map[int]since{}, call: m.calling,
	}
	copy(f.regs, args)
	copy(f.regs[len(fn.Params):], free)
	m.active[fn.Name]++
	m.stack = append(m.stack, f)
	done := m.charge(f)
	m.run(f, 0, -1)
	done()
	if f.cut.Known() && m.made() != f.made {
		m.note(f.cut, notFurther(fn))
	}
	m.stack = m.stack[:len(m.stack)-1]
	m.active[fn.Name]--
	m.conds = m.conds[:f.conds]
	if m.broken == f {
		m.broken = nil
		m.unread(fn, args, at)
		return m.unknownResult(fn.Results, "it takes too long to follow", at)
	}
	if len(f.returns) == 0 {
		return m.unknownResult(fn.Results, "", at)
	}
	out := f.returns[0]
	for i, v := range f.returns[1:] {
		out = m.join(out, v, f.under[0], f.under[i+1])
	}
	return out
}

func (m *Machine) unknownResult(results []string, reason string, at program.Pos) value.Value {
	switch len(results) {
	case 0:
		return nil
	case 1:
		return unknown(results[0], reason, at)
	}
	t := make(value.Tuple, len(results))
	for i, r := range results {
		t[i] = unknown(r, reason, at)
	}
	return t
}

// meet notes the fork whose arms have met, if all that came there so far came from both of them.
func (f *frame) meet(at int, of met, came int) {
	if f.met == nil {
		f.met = map[int]met{}
	}
	if f.met[at] = of; len(f.arrivals[at]) > 0 || of.first == 0 || of.first == came {
		delete(f.met, at)
	}
}

// A met is a fork whose arms have come to where they meet: the first one so many times.
type met struct {
	fork  fork
	first int
}

// An arrival is the predecessors that control came to a block from under a condition.
type arrival struct {
	preds []int
	cond  string
}

// arms are those by which control came, in the order of the block's predecessors.
func (m met) arms(blk *program.Block, preds []int) []arrival {
	out := []arrival{{preds[:m.first], All(m.fork.conds[0])}, {preds[m.first:], All(m.fork.conds[1])}}
	i := slices.IndexFunc(blk.Preds, func(p int) bool { return slices.Contains(preds, p) })
	if i >= 0 && !slices.Contains(out[0].preds, blk.Preds[i]) {
		slices.Reverse(out)
	}
	return out
}

// An outcome is how a run ended.
type outcome int8

const (
	ended   outcome = iota // returned, panicked, or out of fuel
	reached                // at the block where it should stop
	looped                 // back at a condition that is being run
	goesOn                 // at the next block (of one block only)
)

// run executes from block b until control reaches the block stop, or ends.
func (m *Machine) run(f *frame, b, stop int) outcome {
	for {
		if b == stop && b >= 0 {
			f.arrivals[b] = append(f.arrivals[b], f.from)
			return reached
		}
		if f.heads[b] { // once round a loop whose condition is not known
			m.afterRound(f, b, &f.fn.Blocks[b])
			return looped
		}
		if f.visits[b]++; f.visits[b] == 1 {
			f.since[b] = since{m.seq, len(m.routers), m.made(), m.steps}
		}
		if exit, ok := f.flow.exits[b]; ok && m.dawdles(f.since[b]) {
			if m.mayRegister(f.fn.Name) {
				m.note(f.fn.Pos, "a loop in "+f.fn.Name+" takes too long to be followed to its end")
			}
			f.from, b = b, exit
			continue
		}
		endless := f.visits[b] > 1 && f.flow.endless[b] // one round shows what it does
		if endless && m.filling(f.since[b]) || f.visits[b] > maxUnroll && m.mayRegister(f.fn.Name) {
			m.note(f.fn.Pos, "a loop in "+f.fn.Name+" does not end")
		}
		if endless || f.visits[b] > maxUnroll || f.enough && f.visits[b] >= maxServers {
			return ended
		}
		next, out := m.block(f, b, stop)
		if out != goesOn {
			return out
		}
		f.from, b = b, next
	}
}

// A since is how much was registered, how many routers there were, and how many steps were taken, at some time.
type since struct{ seq, routers, made, steps int }

// dawdles reports whether a loop has taken as many steps as all calls of a function may that register nothing, and has registered
// nothing: it waits for something, say, of which it is known what it was at first.
func (m *Machine) dawdles(s since) bool { return m.steps-s.steps > maxSpent && m.made() == s.made }

// filling reports whether routers that there were at a time have got routes since: a loop that
// makes its own each time makes the same.
func (m *Machine) filling(s since) bool {
	return slices.ContainsFunc(m.routers[:s.routers], func(r *Router) bool {
		return slices.ContainsFunc(r.Entries, func(e *Entry) bool { return e.Seq > s.seq })
	})
}

// block executes one block and says where control goes next.
func (m *Machine) block(f *frame, b, stop int) (next int, out outcome) {
	blk := &f.fn.Blocks[b]
	m.phis(f, b, blk)
	for i := range blk.Instrs {
		in := &blk.Instrs[i]
		if !m.spend(1, in.Pos) {
			return -1, ended
		}
		switch in.Op {
		case program.Phi:
		case program.Jump:
			return blk.Succs[0], goesOn
		case program.If:
			return m.branch(f, b, blk, in, stop)
		case program.Return:
			m.ret(f, in)
			return -1, ended
		case program.Panic:
			return -1, ended
		default:
			v := m.instr(f, in)
			if in.Dst >= 0 {
				f.regs[in.Dst] = v
			}
		}
	}
	return -1, ended
}

func (m *Machine) phis(f *frame, b int, blk *program.Block) {
	preds := f.arrivals[b]
	if len(preds) == 0 {
		preds = []int{f.from}
	}
	arms := []arrival{{preds: preds}}
	if of, forked := f.met[b]; forked {
		arms = of.arms(blk, preds)
	}
	delete(f.arrivals, b)
	delete(f.met, b)
	var vals []value.Value
	var dsts []int
	for i := range blk.Instrs {
		in := &blk.Instrs[i]
		if in.Op != program.Phi {
			break
		}
		var v value.Value
		for _, arm := range arms {
			v = m.join(v, m.joinAll(f.incoming(m, blk, in, arm.preds)), arms[0].cond, arm.cond)
		}
		if v == nil {
			v = unknown(in.Type, "", in.Pos)
		}
		vals, dsts = append(vals, v), append(dsts, in.Dst)
	}
	for i, d := range dsts {
		f.regs[d] = vals[i]
	}
}

// incoming lists what a phi is for those of its block's predecessors that control came from.
func (f *frame) incoming(m *Machine, blk *program.Block, in *program.Instr, preds []int) []value.Value {
	var vals []value.Value
	for j, p := range blk.Preds {
		for _, from := range preds {
			if p == from {
				vals = append(vals, m.operand(f, in.Args[j]))
			}
		}
	}
	return vals
}

// afterRound leaves for what follows a loop whose condition is not known what a round of it
// made, or what there was before, because there may be none. Of routers and the like
// it is what the round made: what is registered on them is looked for.
func (m *Machine) afterRound(f *frame, b int, blk *program.Block) {
	before := slices.Clone(f.regs)
	m.phis(f, b, blk)
	head := &blk.Instrs[len(blk.Instrs)-1]
	for i := range blk.Instrs {
		in := &blk.Instrs[i]
		if in.Op != program.Phi {
			return
		}
		if made, isNative := value.Deref(f.regs[in.Dst]).(value.Native); isNative {
			if _, isHandler := made.Obj.(*value.Adapter); !isHandler {
				continue
			}
		}
		f.regs[in.Dst] = m.join(before[in.Dst], f.regs[in.Dst], armOf(head, 1).String(), armOf(head, 0).String())
	}
}

func (m *Machine) ret(f *frame, in *program.Instr) {
	f.under = append(f.under, All(m.conds[f.conds:]))
	switch len(in.Args) {
	case 0:
		f.returns = append(f.returns, nil)
	case 1:
		f.returns = append(f.returns, m.operand(f, in.Args[0]))
	default:
		t := make(value.Tuple, len(in.Args))
		for i, a := range in.Args {
			t[i] = m.operand(f, a)
		}
		f.returns = append(f.returns, t)
	}
}

// branch decides an If, or runs both arms up to where they meet again.
func (m *Machine) branch(f *frame, b int, blk *program.Block, in *program.Instr, stop int) (int, outcome) {
	if v, ok := m.known(f, in); ok {
		f.decided++
		m.givesUp(f, b, in, bool(v))
		if v {
			return blk.Succs[0], goesOn
		}
		return blk.Succs[1], goesOn
	}
	first, second := m.failing(f, b, in)
	if first != second { // one arm ends in an error: the other one is the way
		if first {
			return blk.Succs[1], goesOn
		}
		return blk.Succs[0], goesOn
	}
	if at, again := f.decidedAt[b]; again && at == f.decided && f.visits[b] > 1 {
		return -1, looped // a whole round in which nothing was decided: the next is no different
	}
	f.decidedAt[b] = f.decided
	f.heads[b] = true
	defer delete(f.heads, b)
	return m.bothArms(f, m.fork(f, b, in), stop)
}

// known returns what the condition of an If is, if that is known.
func (m *Machine) known(f *frame, in *program.Instr) (v value.Bool, ok bool) {
	v, ok = value.Deref(m.operand(f, in.Args[0])).(value.Bool)
	return v, ok
}

// bothArms runs the arms of a fork one after the other on the
// same storage: what the first one stores is taken back before the second one
// runs, and where they meet a place holds a choice of both.
func (m *Machine) bothArms(f *frame, k fork, stop int) (int, outcome) {
	join, depth := k.join, len(m.conds)
	var outs [2]outcome
	var wrote [2]map[*value.Cell]value.Value
	first := 0 // how often the first arm came to where they meet
	arrivals, visits := f.arrivals, f.visits
	f.arrivals = map[int][]int{}
	for arm := range 2 {
		m.conds = append(m.conds[:depth:depth], k.conds[arm]...)
		m.remember()
		f.from, f.visits = k.from[arm][0], map[int]int{}
		if len(k.from[arm]) > 1 {
			f.arrivals[k.to[arm]] = k.from[arm]
		}
		outs[arm] = m.run(f, k.to[arm], join)
		wrote[arm] = m.rollback()
		if arm == 0 {
			first = len(f.arrivals[join])
		}
	}
	m.conds = m.conds[:depth]
	came := f.arrivals[join]
	f.arrivals, f.visits = arrivals, visits
	if outs[0] != ended && outs[1] != ended || outs[0] == outs[1] {
		m.merge(wrote[0], wrote[1], k)
	} else {
		arm := 0 // the arm that comes back; the rest of the function runs only under it
		if outs[0] == ended {
			arm = 1
		}
		m.replay(wrote[arm])
		for _, c := range k.conds[arm] {
			if !slices.Contains(m.conds, c) {
				m.conds = append(m.conds, c)
			}
		}
	}
	switch {
	case outs[0] == reached || outs[1] == reached:
		f.meet(join, met{k, first}, len(came))
		f.arrivals[join] = append(f.arrivals[join], came...)
		if join == stop {
			return stop, reached
		}
		return join, goesOn
	case outs[0] == looped || outs[1] == looped:
		return -1, looped
	}
	return -1, ended
}

func armOf(in *program.Instr, arm int) Cond {
	text := strings.TrimSpace(in.Text)
	if text == "" {
		text = "a condition"
	}
	return Cond{ID: in, Arm: arm == 0, Text: text}
}

// failing reports, for each arm of an undecided condition, whether it is the
// error arm: the one taken when an error is not nil and that leaves the
// function, or one whose every end is a panic or a returned error. Start-up code
// that fails serves nothing.
func (m *Machine) failing(f *frame, b int, in *program.Instr) (first, second bool) {
	ends := f.flow.ends(b)
	if ends[0] == endsBadly || ends[1] == endsBadly {
		return ends[0] == endsBadly, ends[1] == endsBadly
	}
	errArm, ok := errorTest(f.fn, b, in)
	if ok && ends[errArm] == endsPlainly {
		return errArm == 0, errArm == 1
	}
	return false, false
}

// givesUp says so where registration ends in an error by what is known, be it known wrongly: what was not
// registered for that would be missed, and nobody would see it.
func (m *Machine) givesUp(f *frame, b int, in *program.Instr, arm bool) {
	if len(m.conds) > 0 || !m.mayRegister(f.fn.Name) {
		return
	}
	if first, second := m.failing(f, b, in); first != second && first == arm {
		m.note(in.Pos, "registration ends here with an error, as far as is known: "+strings.TrimSpace(in.Text))
	}
}

// errorTest recognises "err != nil" and says which arm is taken when it holds.
func errorTest(fn *program.Func, b int, in *program.Instr) (arm int, ok bool) {
	if in.Args[0].Kind != program.Register {
		return 0, false
	}
	for i := len(fn.Blocks[b].Instrs) - 1; i >= 0; i-- {
		def := &fn.Blocks[b].Instrs[i]
		if def.Dst != in.Args[0].Reg || def.Op != program.BinOp {
			continue
		}
		for _, a := range def.Args {
			if a.IsNil() && a.Const.Type == "error" {
				if def.Sym == "!=" {
					return 0, true
				}
				return 1, def.Sym == "=="
			}
		}
	}
	return 0, false
}
