package guard

import "slices"

// condense halves a group by merging, again and again, the two ways that lose
// least by it.
func (m *meeting) condense(r *run, g *group, live []int) {
	taken := make([]arms, len(g.alts)) // the decisions of each way, as a set
	for i, alt := range g.alts {
		taken[i] = setOf(alt.st.dec)
	}
	lost := make([][]int, len(g.alts)) // by merging i and j < i
	for i := range lost {
		lost[i] = make([]int, i)
		for j := range i {
			lost[i][j] = g.loss(taken, i, j)
		}
	}
	for len(g.alts) > maxAlternatives/2 {
		j, i := cheapest(lost)
		one, _ := r.absorb(g.alts[j], g.alts[i], live, true)
		m.drop(g, i)
		m.replace(g, j, one)
		taken, lost = slices.Delete(taken, i, i+1), slices.Delete(lost, i, i+1)
		for k := i; k < len(lost); k++ {
			lost[k] = slices.Delete(lost[k], i, i+1)
		}
		taken[j] = setOf(one.st.dec)
		for k := range lost {
			switch {
			case k < j:
				lost[j][k] = g.loss(taken, j, k)
			case k > j:
				lost[k][j] = g.loss(taken, k, j)
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

func setOf(list []dec) arms {
	var set arms
	for _, d := range list {
		set.add(armBit(d.c, d.arm))
	}
	return set
}

// loss weighs the decisions that only one of two ways has taken.
func (g *group) loss(taken []arms, i, j int) int {
	return unshared(g.alts[i].st.dec, taken[j]) + unshared(g.alts[j].st.dec, taken[i])
}

// unshared weighs the decisions of a list that are not in a set. What the request
// proves is what a step is judged by; a route has one path, and most middleware
// that asks for the method asks for more than one.
func unshared(list []dec, set arms) int {
	lost := 0
	for _, d := range list {
		switch {
		case set.has(armBit(d.c, d.arm)):
		case d.c.lab&proof != 0:
			lost += 4
		case d.c.test != nil && d.c.lab&^Method != 0:
			lost += 2
		default:
			lost++
		}
	}
	return lost
}
