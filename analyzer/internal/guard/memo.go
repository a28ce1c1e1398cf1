package guard

import "slices"

// A memo is how a call ended, relative to the state it began in.
type memo struct {
	ends    []ending // with the decisions taken in the call
	began   memory   // the storage that the call could see
	changes [][]change
	quiet   bool // nothing was found in it that is marked on the step as a whole
}

func newMemo(ends []ending, began memory) *memo {
	m := &memo{ends: ends, began: began}
	for _, e := range ends {
		m.changes = append(m.changes, e.st.mem.changes(began))
	}
	return m
}

// indifferent reports whether a call that the scout made ends so in the second run, too: of
// what is decided in it, nothing matters. What a handler calls to write its answer is of
// this kind, and most of what it calls.
func (r *run) indifferent(m *memo) bool {
	if !m.quiet {
		return false
	}
	for _, e := range m.ends {
		if len(e.st.dec) > 0 || r.matters(e.st.may) {
			return false
		}
	}
	return true
}

// matters reports whether a condition is among the arms that is kept in the second run.
func (r *run) matters(a arms) bool {
	for _, c := range r.condSeq {
		if (c.test != nil || r.relevant[c]) && either(a, c) {
			return true
		}
	}
	return false
}

// later is the memo for the second run: without what only the scout notes, or tells apart.
func (r *run) later(m *memo) *memo {
	ends := slices.Clone(m.ends)
	for i, e := range ends {
		if len(e.st.may) > 0 {
			ends[i].st = e.st.clone()
			ends[i].st.note().may = nil
		}
	}
	return newMemo(r.merge(ends), m.began)
}
