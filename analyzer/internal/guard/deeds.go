package guard

import (
	"strconv"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A handler may write that it refuses and go on all the same. What tells it from
// one that stops is what it does afterwards: the very calls that it makes for a
// request that it accepts. So the calls that a handler's own function makes, and
// those that it gives the request, are noted, apart from each other what came
// before a refusal was written and what came after it.

// deed notes a call of a function that serves.
func (a *activation) deed(in *program.Instr, args []av, st *state) *state {
	if !a.endpoint || a.layer >= len(a.layers) || a.layer < 0 || a.layers[a.layer].fn != a.fn && !a.serving[a.frame] {
		return st
	}
	if st.status >= 200 && st.status < 300 { // the request has been served; what follows is done for every request
		return st
	}
	b := strconv.AppendInt(a.scratch[:0], int64(a.frame), 10)
	b = append(strconv.AppendInt(append(b, ' '), int64(in.Pos.Line), 10), ':')
	b = append(strconv.AppendInt(b, int64(in.Pos.Col), 10), in.Pos.File...)
	for i := range args {
		b = a.spell(b, &args[i])
		for _, c := range args[i].consts {
			b = strconv.AppendQuote(b, c)
		}
	}
	a.scratch = b
	id, ok := a.deeds[string(b)]
	if !ok {
		id = len(a.deeds)
		a.deeds[string(b)] = id
	}
	was := st.did
	if st.status >= 300 {
		was = st.after
	}
	if was.has(id) {
		return st
	}
	n := st.clone()
	if st.status >= 300 {
		n.note().after = was.with(id)
	} else {
		n.note().did = was.with(id)
	}
	return n
}

// goesOnAfter reports whether a path that refuses does afterwards all that
// another one, which does not, does.
func (e exit) goesOnAfter(other exit) bool {
	some := false
	for i, w := range other.did {
		rest := w &^ at(e.did, i)
		if rest&^at(e.after, i) != 0 {
			return false
		}
		some = some || rest != 0
	}
	return some
}

func at(a arms, i int) uint64 {
	if i < len(a) {
		return a[i]
	}
	return 0
}
