package guard

import (
	"strconv"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
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
	st = a.notesChange(in, st)
	b := a.place(a.scratch[:0], in)
	for i := range args {
		b = a.spell(b, &args[i])
		for _, c := range args[i].consts {
			b = strconv.AppendQuote(b, c)
		}
	}
	a.scratch = b
	return a.noteDeed(a.deedID(b), st)
}

// place spells where a call stands, and in which call of its function.
func (a *activation) place(b []byte, in *program.Instr) []byte {
	b = strconv.AppendInt(b, int64(a.frame), 10)
	b = append(strconv.AppendInt(append(b, ' '), int64(in.Pos.Line), 10), ':')
	return append(strconv.AppendInt(b, int64(in.Pos.Col), 10), in.Pos.File...)
}

// deedID is the number of a call.
func (r *run) deedID(call []byte) int {
	id, ok := r.deeds[string(call)]
	if !ok {
		id = len(r.deeds) + 1 // 0 is stores
		r.deeds[string(call)] = id
	}
	return id
}

// notesChange notes a call besides, whatever it is given, if the name of the function says that it changes something: see regardless.go.
func (a *activation) notesChange(in *program.Instr, st *state) *state {
	if _, described := a.tables.Effect(in.Sym); described || !frameworks.NamesDeed(in.Sym) {
		return st
	}
	a.scratch = append(a.place(a.scratch[:0], in), " changes"...)
	id := a.deedID(a.scratch)
	a.changing = a.changing.with(id)
	return a.noteDeed(id, st)
}

// noteDeed notes a call by its number: before a refusal was written, or after it.
func (a *activation) noteDeed(id int, st *state) *state {
	if st.deeds().has(id) {
		return st
	}
	n := st.clone()
	n.does(id)
	return n
}

// stores stands among the deeds for what is written to what outlives the request.
const stores = 0

// deeds are those of a path before a refusal was written, or, if it was, after it.
func (s *state) deeds() arms {
	if s.status >= 300 {
		return s.after
	}
	return s.did
}

// does notes a deed in a state of one's own.
func (s *state) does(id int) {
	if s.status >= 300 {
		s.note().after = s.after.with(id)
	} else {
		s.note().did = s.did.with(id)
	}
}

// goesOnAfter reports whether a path that refuses does afterwards all that
// another one, which does not, does.
func (e exit) goesOnAfter(other exit) bool {
	some := false
	for i, w := range other.did {
		rest := w &^ at(e.did, i)
		if i == 0 {
			rest &^= 1 << stores // which of them, is not known
		}
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
