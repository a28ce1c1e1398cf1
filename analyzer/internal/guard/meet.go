package guard

import (
	"slices"
	"strconv"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// The bounds on how many paths are kept apart where paths meet. Beyond them,
// paths are merged and what differed between them is no longer known; nothing is
// left out.
const (
	maxAlternatives  = 32  // lists of decisions that lead to one state
	manyAlternatives = 128 // of a step of which these leave something in doubt
	maxBases         = 24  // states that differ in what they know
	maxRoundsApart   = 24  // rounds of a loop, each of which has its own states
)

// A meeting is where paths come together: the start of a block, or the end of a
// call. Paths that know the same form one group.
type meeting struct {
	ends    bool           // of a call
	counts  []int          // the places of what counts rounds of loops
	rounds  map[string]int // groups of each round
	goesOn  bool           // a round is known behind the first one
	groups  map[string]*group
	order   []*group
	pending []*point
}

// A group is the ways that lead to one state: they differ in what was decided on
// the way.
type group struct {
	alts    []*point
	taken   []arms // what was decided on each of them, as a set
	blurred bool   // only decisions that can matter are kept
	coarse  bool   // its points may differ in what they know
}

func (m *meeting) take() []*point {
	out := m.pending
	m.pending = nil
	return out
}

// all returns the points of every group, in the order in which they came.
func (m *meeting) all() []*point {
	var out []*point
	for _, g := range m.order {
		out = append(out, g.alts...)
	}
	return out
}

// add merges a point into the meeting; it becomes pending unless it adds nothing.
func (m *meeting) add(r *run, p *point, live []int) {
	if m.groups == nil {
		m.groups, m.rounds = map[string]*group{}, map[string]int{}
	}
	round := m.round(p)
	b := r.key(p, live, true)
	g := m.groups[string(b)]
	crowded := m.rounds[round] >= maxBases || !m.goesOn && len(m.groups) >= maxBases
	if g == nil && crowded { // what is stored no longer tells paths apart
		b = append(r.key(p, live, false), " values"...)
		g = m.groups[string(b)]
	}
	coarse := g == nil && crowded && len(m.groups) >= 2*maxBases
	if coarse {
		b = append(r.flowKey(p, live, m.ends), " flow"...)
		g = m.groups[string(b)]
		r.coarse = true
	}
	if g == nil {
		g = &group{coarse: coarse}
		m.groups[string(b)] = g
		m.order = append(m.order, g)
		m.rounds[round]++
	}
	m.join(r, g, p, live)
}

// round names the round of the loops around a point, so far as it is known. A loop over a list that is
// known is gone through round by round, and the states of one do not crowd those of the others. The first
// round is known of every loop: it counts for itself when a later one is.
func (m *meeting) round(p *point) string {
	var b []byte
	for _, slot := range m.counts {
		if v := p.regs[slot]; v != nil {
			if n, ok := v.v.(value.Int); ok && v.lab&Rounds == 0 {
				m.goesOn = m.goesOn || n > 0
				b = strconv.AppendInt(b, int64(n), 10)
			}
		}
		b = append(b, ',')
	}
	if _, known := m.rounds[string(b)]; !known && len(m.rounds) >= maxRoundsApart {
		return ""
	}
	return string(b)
}

// join adds a point to its group.
func (m *meeting) join(r *run, g *group, p *point, live []int) {
	if g.blurred {
		p = &point{st: p.st.blur(r.endpoint), regs: p.regs, deferred: p.deferred}
	}
	taken, weighty := setOf(p.st.dec), weightyOf(p.st.dec)
	for i, alt := range g.alts {
		switch c := flipped(g.taken[i], taken, alt.st.dec); {
		case c != nil: // the same but for one condition: it did not matter
			m.drop(g, i)
			grown, _ := r.absorb(p, alt, live, g.coarse)
			grown.st.dec = without(p.st.dec, c)
			grown.st.vague(alt.st.blurred, alt.st.doubtful)
			m.join(r, g, grown, live)
			return
		case covers(g.taken[i], taken, weighty): // as free a way is there already
			if grown, changed := r.absorb(alt, p, live, g.coarse); changed {
				m.replace(g, i, grown)
			}
			return
		}
	}
	if len(g.alts) < r.alternatives {
		g.alts, g.taken = append(g.alts, p), append(g.taken, taken)
		m.pend(p)
		return
	}
	m.shrink(r, g, live)
	m.join(r, g, p, live)
}

// shrink makes room in a group: by leaving out decisions that hardly matter, or,
// if that was done already, by merging some.
func (m *meeting) shrink(r *run, g *group, live []int) {
	if g.blurred {
		m.condense(r, g, live)
		return
	}
	old := g.alts
	g.blurred, g.alts, g.taken = true, nil, nil
	for _, alt := range old {
		m.unpend(alt)
	}
	for _, alt := range old {
		m.join(r, g, alt, live)
	}
}

func (m *meeting) pend(p *point) { m.pending = append(m.pending, p) }

func (m *meeting) unpend(p *point) {
	if i := slices.Index(m.pending, p); i >= 0 {
		m.pending = slices.Delete(m.pending, i, i+1)
	}
}

func (m *meeting) drop(g *group, i int) {
	m.unpend(g.alts[i])
	g.alts, g.taken = slices.Delete(g.alts, i, i+1), slices.Delete(g.taken, i, i+1)
}

func (m *meeting) replace(g *group, i int, p *point) {
	m.unpend(g.alts[i])
	g.alts[i], g.taken[i] = p, setOf(p.st.dec)
	m.pend(p)
}

// absorb returns x with what y adds to it, and whether that is anything; coarse says that they
// may know other things.
func (r *run) absorb(x, y *point, live []int, coarse bool) (*point, bool) {
	changed := false
	out := &point{st: x.st.clone(), regs: slices.Clone(x.regs), deferred: x.deferred}
	for _, i := range live {
		if v, grew := joined(x.regs[i], y.regs[i]); grew {
			out.regs[i] = out.st.merged(v, x.regs[i], coarse)
			changed = true
		}
	}
	if mem, grew := out.st.joinMemory(x.st.mem, y.st.mem, coarse); grew {
		out.st.mem = mem
		changed = true
	}
	if less := out.st.joinFlow(y.st); less {
		out.st.vague(coarse, coarse)
		changed = true
	}
	if coarse && r.scouting {
		r.blended, _ = r.blended.union(x.st.may.differing(y.st.may))
	}
	if more, grew := out.st.noted.union(y.st.noted); grew {
		out.st.noted, changed = more, true
	}
	out.st.actedAt = min(out.st.actedAt, y.st.actedAt)
	out.st.obeyedAt = min(out.st.obeyedAt, y.st.obeyedAt)
	out.st.toldIn = max(out.st.toldIn, y.st.toldIn)
	out.st.toldAt = max(out.st.toldAt, y.st.toldAt)
	out.st.rewrote = max(out.st.rewrote, y.st.rewrote)
	out.st.clamp()
	return out, changed
}

// share is what two ways have in common, and no more than the decisions that both have taken.
func (r *run) share(x, y *point, live []int, coarse bool) *point {
	out, _ := r.absorb(x, y, live, coarse)
	out.st.dec = slices.DeleteFunc(slices.Clone(out.st.dec), func(d dec) bool {
		lost := !slices.Contains(y.st.dec, d)
		r.condensed = r.condensed || lost && d.c.test != nil
		return lost
	})
	out.st.vague(true, true)
	out.st.clamp()
	return out
}

// merged marks what is left of a value that was merged with another one, so that a decision
// about it is seen to be one that the ways themselves may not have had.
func (s *state) merged(v, x *av, coarse bool) *av {
	if coarse && v.v == nil && (x == nil || x.v != nil || x.nilness != v.nilness) {
		v.lab |= Merged
		s.blurred = true
	}
	return v
}

// joinFlow joins what is known of the response; it reports whether that is less
// than before.
func (s *state) joinFlow(o *state) bool {
	changed := false
	for _, p := range [...][2]*int{{&s.status, &o.status}, {&s.pending, &o.pending}, {&s.early, &o.early}} {
		if *p[0] != *p[1] && *p[0] != -1 {
			*p[0], changed = -1, true
		}
	}
	if o.layer > s.layer {
		s.layer, changed = o.layer, true
	}
	return changed
}

// joined is one of two values, and whether it says less than the first.
func joined(x, y *av) (*av, bool) {
	if x == y {
		return x, false
	}
	var zero av
	if x == nil {
		x = &zero
	}
	if y == nil {
		y = &zero
	}
	v := join(*x, *y)
	return &v, !same(v, *x)
}

// onlyOne is what one of two paths has stored at a place where the other one has stored nothing. The
// response and the request are no other ones for that: they are there, or nothing is.
func onlyOne(x *av) (*av, bool) {
	v, less := joined(x, &av{})
	if x.role == 0 && x.source == 0 {
		return v, less
	}
	v.role, v.source = x.role, x.source
	return v, !same(*v, *x)
}

// joinMemory joins what two paths have stored. A place that only one of them
// wrote holds what it wrote, or what was there before: nobody knows which.
func (st *state) joinMemory(x, y memory, coarse bool) (memory, bool) {
	out := make(memory, 0, len(x))
	changed := false
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case j == len(y) || i < len(x) && x[i].id < y[j].id:
			s := x[i]
			i++
			if v, grew := onlyOne(s.v); grew {
				s.v, changed = st.merged(v, s.v, coarse), true
			}
			out = append(out, s)
		case i == len(x) || y[j].id < x[i].id:
			s := y[j]
			j++
			v, _ := onlyOne(s.v)
			s.v = st.merged(v, s.v, coarse)
			out, changed = append(out, s), true
		default:
			s := x[i]
			if v, grew := joined(s.v, y[j].v); grew {
				s.v, changed = st.merged(v, s.v, coarse), true
			}
			out = append(out, s)
			i, j = i+1, j+1
		}
	}
	if !changed {
		return x, false
	}
	return out, true
}

// key spells what a point knows, without its decisions, and with or without what
// was stored. The next spelling overwrites it.
func (r *run) key(p *point, live []int, memory bool) []byte {
	b := r.answerKey(r.scratch[:0], p.st)
	if r.scouting && p.st.status|p.st.pending != 0 {
		b = strconv.AppendInt(b, int64(p.st.statusBy.Line), 10)
		b = append(append(b, ':'), p.st.statusBy.File...)
	}
	b = append(b, '|')
	var zero av
	for _, i := range live {
		v := p.regs[i]
		if v == nil {
			v = &zero
		}
		b = r.spell(b, v)
	}
	b = append(b, '|')
	if memory {
		b = r.memoryKey(b, p.st.mem)
	}
	b = strconv.AppendInt(b, int64(len(p.deferred)), 10)
	r.scratch = b
	return b
}

func (r *run) memoryKey(b []byte, m memory) []byte {
	for _, s := range m {
		b = strconv.AppendInt(b, int64(s.id), 10)
		b = append(b, '=')
		b = r.spell(b, s.v)
	}
	return b
}

// answerKey spells where the request is and what was answered.
func (r *run) answerKey(b []byte, s *state) []byte {
	b = r.flow(b, s)
	for _, n := range [...]int{s.status, s.pending, s.early, s.layer} {
		b = append(strconv.AppendInt(b, int64(n), 10), ',')
	}
	return b
}

// flow spells where the request is: what must not be merged.
func (r *run) flow(b []byte, s *state) []byte {
	for _, set := range [...]bool{s.aborted, s.goesOn, s.target, s.acted, s.obeyed, s.named, s.anon, s.full, s.held, s.over, s.beyond, s.again, s.refuses, s.inBody, s.renamed, s.ended} {
		if set {
			b = append(b, '1')
		} else {
			b = append(b, '0')
		}
	}
	b = strconv.AppendInt(b, int64(s.actedIn), 10)
	if s.nobody != nil {
		b = strconv.AppendInt(append(b, 'n'), int64(s.nobody.id), 10)
	}
	return append(append(b, s.cut...), ';')
}

// flowKey spells the little by which points are told apart when there are too
// many: where the request is, whether something was written, and at the end of a
// call what its results say of success, and which status they are.
func (r *run) flowKey(p *point, live []int, ends bool) []byte {
	b := r.flow(nil, p.st)
	switch {
	case p.st.status == 0:
		b = append(b, '0')
	case p.st.status >= 400 || p.st.status < 0:
		b = append(b, 'e')
	default:
		b = append(b, 'k')
	}
	b = strconv.AppendInt(b, int64(len(p.deferred)), 10)
	if !ends {
		return b
	}
	for _, i := range live {
		v := p.get(i)
		if empty, ok := emptiness(v); ok {
			b = strconv.AppendBool(b, empty)
		}
		if t, ok := boolean(v); ok {
			b = strconv.AppendBool(b, t)
		}
		if n, ok := value.Deref(v.v).(value.Int); ok && n < 600 { // a status may be
			b = strconv.AppendInt(b, int64(n), 10)
		}
		b = append(b, ';')
	}
	return b
}

func boolean(a av) (truth, ok bool) {
	b, ok := value.Deref(a.v).(value.Bool)
	return bool(b), ok
}
