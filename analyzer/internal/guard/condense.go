package guard

import (
	"math/bits"
	"slices"
)

// condense halves a group by merging, again and again, the two ways that lose
// least by it. The ways that ask for least stay as they are: one of them is how a request that
// proves nothing gets through, if any does.
func (m *meeting) condense(r *run, g *group, live []int) {
	g.freestFirst()
	weigh := scaleOf(g.alts)
	lost := make([][]int, len(g.alts)) // by merging i and j < i
	for i := range lost {
		lost[i] = make([]int, i)
		for j := range i {
			lost[i][j] = weigh.loss(g.taken[i], g.taken[j])
		}
	}
	for len(g.alts) > r.alternatives/2 {
		j, i := cheapest(lost, r.alternatives/8)
		one := r.share(g.alts[j], g.alts[i], live, g.coarse)
		m.drop(g, i)
		m.replace(g, j, one)
		lost = slices.Delete(lost, i, i+1)
		for k := i; k < len(lost); k++ {
			lost[k] = slices.Delete(lost[k], i, i+1)
		}
		for k := range lost {
			switch {
			case k < j:
				lost[j][k] = weigh.loss(g.taken[j], g.taken[k])
			case k > j:
				lost[k][j] = weigh.loss(g.taken[k], g.taken[j])
			}
		}
	}
}

// freestFirst puts the ways on which least is asked of what the request proves before the others.
func (g *group) freestFirst() {
	order := make([]int, len(g.alts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return g.alts[i].st.demands() - g.alts[j].st.demands() })
	alts, taken := make([]*point, len(order)), make([]arms, len(order))
	for to, from := range order {
		alts[to], taken[to] = g.alts[from], g.taken[from]
	}
	g.alts, g.taken = alts, taken
}

// demands counts the decisions about what the request proves, but for those that one which
// proves nothing is known to take.
func (s *state) demands() int {
	n := 0
	for _, d := range s.dec {
		if d.c.lab&proof != 0 && !s.free.has(armBit(d.c, d.arm)) {
			n++
		}
	}
	return n
}

// cheapest finds j < i whose merging loses least; the first ones, of equals. The first few are
// left alone.
func cheapest(lost [][]int, few int) (j, i int) {
	best := -1
	for y := few; y < len(lost); y++ {
		for x := y + 1; x < len(lost); x++ {
			if l := lost[x][y]; best < 0 || l < best {
				best, j, i = l, y, x
			}
		}
	}
	return j, i
}

// A scale weighs decisions. What the request proves is what a step is judged by; a route has one
// path, and most middleware that asks for the method asks for more than one.
type scale struct{ proof, route arms }

// scaleOf is the scale for the decisions of some ways.
func scaleOf(ways []*point) scale {
	var s scale
	for _, p := range ways {
		for _, d := range p.st.dec {
			switch {
			case d.c.lab&proof != 0:
				s.proof.add(armBit(d.c, d.arm))
			case d.c.test != nil && d.c.lab&^Method != 0:
				s.route.add(armBit(d.c, d.arm))
			}
		}
	}
	return s
}

// loss weighs the decisions that only one of two ways has taken.
func (s scale) loss(x, y arms) int {
	lost := 0
	for i := range max(len(x), len(y)) {
		w := at(x, i) ^ at(y, i)
		lost += bits.OnesCount64(w) + 3*bits.OnesCount64(w&at(s.proof, i)) + bits.OnesCount64(w&at(s.route, i))
	}
	return lost
}
