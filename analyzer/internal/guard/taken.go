package guard

import (
	"math/bits"
	"slices"
)

// setOf is a list of decisions as a set.
func setOf(list []dec) arms {
	var set arms
	for _, d := range list {
		set.add(armBit(d.c, d.arm))
	}
	return set
}

// weightyOf is the set of those decisions of a list that are about the request or the route.
func weightyOf(list []dec) arms {
	var set arms
	for _, d := range list {
		if d.c.lab&proof != 0 || d.c.test != nil {
			set.add(armBit(d.c, d.arm))
		}
	}
	return set
}

// flipped returns the condition in which alone two ways differ, of which the first one has taken
// the decisions of a list.
func flipped(x, y arms, list []dec) *cond {
	id := -1
	for i := range max(len(x), len(y)) {
		mine, others := at(x, i)&^at(y, i), at(y, i)&^at(x, i)
		if mine|others == 0 {
			continue
		}
		bit := bits.TrailingZeros64(mine)
		if id >= 0 || mine != 1<<bit || others != 1<<(bit^1) {
			return nil
		}
		id = (64*i + bit) / 2
	}
	if i := slices.IndexFunc(list, func(d dec) bool { return d.c.id == id }); i >= 0 {
		return list[i].c
	}
	return nil
}

// covers reports whether a way asks for nothing that another one does not ask for, and the rest
// of what that one asks is neither about the request nor the route: is not among the weighty.
func covers(free, taken, weighty arms) bool {
	for i := range max(len(free), len(taken)) {
		if at(free, i)&^at(taken, i) != 0 || at(weighty, i)&^at(free, i) != 0 {
			return false
		}
	}
	return true
}
