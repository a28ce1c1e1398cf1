package guard

import (
	"math/bits"
	"slices"
)

// condense halves a group by merging, again and again, the two ways that lose
// least by it.
func (m *meeting) condense(r *run, g *group, live []int) {
	weigh := scaleOf(g.alts)
	lost := make([][]int, len(g.alts)) // by merging i and j < i
	for i := range lost {
		lost[i] = make([]int, i)
		for j := range i {
			lost[i][j] = weigh.loss(g.taken[i], g.taken[j])
		}
	}
	for len(g.alts) > maxAlternatives/2 {
		j, i := cheapest(lost)
		one, _ := r.absorb(g.alts[j], g.alts[i], live, true)
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

// cheapest finds j < i whose merging loses least; the first ones, of equals.
func cheapest(lost [][]int) (j, i int) {
	best := -1
	for y := range lost {
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
