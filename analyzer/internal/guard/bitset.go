package guard

// A bitset is a set of small numbers, a bit for each.
type bitset []uint64

func (a bitset) has(bit int) bool { return bit/64 < len(a) && a[bit/64]&(1<<(bit%64)) != 0 }

// with returns the set and one more; the receiver stays as it is.
func (a bitset) with(bit int) bitset {
	if a.has(bit) {
		return a
	}
	out := make(bitset, max(len(a), bit/64+1))
	copy(out, a)
	out.add(bit)
	return out
}

// add puts one more into a set that nobody else holds.
func (a *bitset) add(bit int) {
	for len(*a) <= bit/64 {
		*a = append(*a, 0)
	}
	(*a)[bit/64] |= 1 << (bit % 64)
}

// union returns both sets, and whether that is more than the receiver.
func (a bitset) union(b bitset) (bitset, bool) {
	grew := false
	for i, w := range b {
		if w != 0 && (i >= len(a) || a[i]|w != a[i]) {
			grew = true
			break
		}
	}
	if !grew {
		return a, false
	}
	out := make(bitset, max(len(a), len(b)))
	copy(out, a)
	for i, w := range b {
		out[i] |= w
	}
	return out, true
}

// differing returns what only one of two sets has.
func (a bitset) differing(b bitset) bitset {
	out := make(bitset, max(len(a), len(b)))
	copy(out, a)
	for i, w := range b {
		out[i] ^= w
	}
	return out
}

// drop takes one out of a set that nobody else holds.
func (a bitset) drop(bit int) { a[bit/64] &^= 1 << (bit % 64) }

// join adds another set of the same size to one that nobody else holds.
func (a bitset) join(b bitset) {
	for i := range a {
		a[i] |= b[i]
	}
}

// meets reports whether both have a bit.
func (a bitset) meets(b bitset) bool {
	for i := range min(len(a), len(b)) {
		if a[i]&b[i] != 0 {
			return true
		}
	}
	return false
}

// within reports whether all of some bits that the receiver has are in another set.
func (a bitset) within(b, some bitset) bool {
	for i := range min(len(a), len(some)) {
		if a[i]&some[i]&^at(b, i) != 0 {
			return false
		}
	}
	return true
}
