package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Middleware may let everybody pass and leave in the context why somebody is nobody: an error,
// where a user would be otherwise. A step behind it refuses whoever has that. Such a step is
// simulated once more, with what the context then holds for a request that proves nothing.

// A Given is what a place of the context holds for every request that proves nothing.
type Given struct {
	Key    Key
	Type   string // its dynamic type; empty if that is not known
	Status int    // that it stands for; 0 if that is not known
	Fields bool   // it is a struct whose fields are known, and places of their own
	// Plain: it says nothing of who asks. It is the application's own, or came from what Lab says.
	// Of the other fields, only the type is known.
	Plain bool
	Lab   Label
	Typed bool // only the type is given: whose methods an interface has that it is asked by
	// Nothing is there for any request: see unkept.go.
	Nothing bool
}

// A gone is what is stored where a request goes on of which it is not said that it proves anything.
type gone struct {
	mem memory
	// found: something that an unread function made of the request as a whole was asked for, and is
	// there. If that is stored, too, it is somebody whom a library of sessions has found.
	found bool
}

func (r *run) goneOn(st *state) {
	r.went = append(r.went, st.mem)
	if st.anon && !r.proven(st) {
		r.gone = append(r.gone, gone{mem: st.mem, found: r.provenBy(st, proof)})
	}
}

// findGivens finds the places that hold something wherever a request that proves nothing goes on.
func (r *run) findGivens() {
	for i, k := range r.origins {
		if r.keeps.has(i+1) && r.context[i+1] != nil && len(r.gone) > 0 {
			if g, ok := r.givenIn(r.context[i+1]); ok {
				g.Key = k
				r.givens = append(r.givens, g)
			}
		}
	}
}

func (r *run) givenIn(c *value.Cell) (Given, bool) {
	var out Given
	found := false
	for _, at := range r.gone {
		v, ok := r.read(&state{mem: at.mem}, c)
		if at.found && v.lab&proof != 0 {
			continue
		}
		if empty, known := emptiness(v); !ok || !known || empty || v.lab&proof != 0 {
			return Given{}, false
		}
		inside := effectCall{run: r, st: &state{mem: at.mem}}
		g := Given{Type: dynamicType(v), Status: v.status, Fields: out.Fields || inside.structOf(v.v) != nil}
		if isPointer(g.Type) && !g.Fields && g.Status == 0 { // to nothing, perhaps
			return Given{}, false
		}
		if found && g.Type != out.Type {
			return Given{}, false
		}
		if found && g.Status != out.Status {
			g.Status = 0
		}
		out, found = g, true
	}
	return out, found
}

// Leave is what the context holds behind the step, for a request that proves nothing, if it
// held what is given before; sure is false for a step that is there under a condition only.
func (s *Summary) Leave(before []Given, sure bool) []Given {
	out := slices.DeleteFunc(slices.Clone(before), func(g Given) bool {
		for i, k := range s.run.origins {
			if s.run.keeps.has(i+1) && (k == g.Key || g.Plain && k.within(g.Key)) || s.run.fills.has(i+1) && g.filledBy(k) {
				return true
			}
		}
		return false
	})
	if sure {
		out = append(out, s.run.givens...)
	}
	return out
}

// Given is the step as it is behind others that leave something in the context.
func (s *Summary) Given(context []Given) *Summary {
	var asked []Given
	for _, g := range context {
		switch {
		case g.Nothing || s.turnsOn(g):
			asked = append(asked, g)
		case s.calls(g) && (g.Plain || g.Type != ""):
			g.Typed = !g.Plain
			asked = append(asked, g)
		}
	}
	if len(asked) == 0 || s.again == nil {
		return s
	}
	for _, one := range s.givenTo {
		if slices.Equal(one.run.before, asked) {
			return one
		}
	}
	one := s.again(asked)
	s.givenTo = append(s.givenTo, one)
	return one
}

// turnsOn reports whether the step refuses those for whom the place holds what is given, or
// asks which type it has. One that asks for fields of it is judged by these: see leaves.
func (s *Summary) turnsOn(g Given) bool {
	if g.Plain {
		return s.looksAt(g)
	}
	turns := false
	for _, c := range s.run.condSeq {
		if c.origin == 0 {
			continue
		}
		there, asks := c.wellArm()
		switch k := s.run.origins[c.origin-1]; {
		case k == g.Key:
			turns = turns || asks && (g.Type != "" && s.run.asserted.has(c.origin) || s.stops(c, there))
		case g.Fields && k.within(g.Key):
			return false
		}
	}
	return turns
}

// calls reports whether the step asks what is given, or the whole that it is a field of, by the methods
// of an interface, and may refuse somebody for what it says. Which type has them decides what they are.
func (s *Summary) calls(g Given) bool {
	for i, k := range s.run.origins {
		if s.run.called.has(i+1) && (k == g.Key || g.Plain && g.Key.within(k)) {
			return slices.ContainsFunc(s.exits, func(e exit) bool { return !e.goesOn })
		}
	}
	return false
}

// typeAt is the type of what a place holds, if that is all that is given.
func (r *run) typeAt(origin int) string {
	g, _ := r.leftAt(origin, func(g Given) bool { return g.Typed })
	return g.Type
}

// within reports whether a place is a field of what is in another one.
func (k Key) within(whole Key) bool {
	field := k.field
	k.field = whole.field
	return k == whole && strings.HasPrefix(field, whole.field+".")
}

// stops reports whether nobody gets past one arm of a condition, and somebody past the other.
func (s *Summary) stops(c *cond, arm bool) bool {
	stopped, passed := false, false
	for _, e := range s.exits {
		for _, d := range e.dec {
			switch {
			case d.c != c:
			case d.arm != arm:
				passed = passed || e.proceeds(s.run.endpoint)
			case e.goesOn:
				return false
			default:
				stopped = stopped || refusal(e) || e.via == "error"
			}
		}
	}
	return stopped && passed
}

// isGiven reports whether a place holds for the request what an earlier step has left there.
func (r *run) isGiven(origin int) bool {
	_, ok := r.givenAt(origin)
	return ok
}

func (r *run) givenAt(origin int) (Given, bool) {
	return r.leftAt(origin, func(g Given) bool { return !g.Plain && !g.Typed && !g.Nothing })
}

// leftAt is what earlier steps have left in a place, of one kind.
func (r *run) leftAt(origin int, kind func(Given) bool) (Given, bool) {
	if origin <= 0 {
		return Given{}, false
	}
	i := slices.IndexFunc(r.before, func(g Given) bool { return kind(g) && g.Key == r.origins[origin-1] })
	if i < 0 {
		return Given{}, false
	}
	return r.before[i], true
}
