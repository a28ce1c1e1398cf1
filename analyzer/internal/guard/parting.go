package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A chain may be one handler, whose steps call one another with what comes next: each of them calls it at several
// places, with its own writer around the response or without, and all of them together have more ways than can be
// followed. Then the first one that hands the request to a handler that was there before serving is parted from
// that, and each is followed by itself, as steps are that a framework calls. What a step does after the handler
// inside has served is then no longer seen together with what that answered.

// An heir is a handler that a request is handed to, and the decisions on the ways to it.
type heir struct {
	h   value.Value
	may arms
}

// hands notes one more handing over.
func (o *handover) hands(h value.Value, may arms) {
	for i, t := range o.to {
		if sameValue(value.Deref(t.h), value.Deref(h)) {
			o.to[i].may, _ = t.may.union(may)
			return
		}
	}
	o.to = append(o.to, heir{h, may})
}

// innerHandler is the handler to which a step hands requests, or one of several that was chosen at registration; nil
// if it hands them to others, too.
func (r *run) innerHandler() value.Value {
	o := &r.over
	switch {
	case len(o.to) == 0 || o.past || len(r.targets) > 0:
		return nil
	case len(o.to) == 1:
		return o.to[0].h
	case o.ahead != parting || !r.endpoint:
		return nil
	}
	var out value.Choice
	for i, t := range o.to {
		alt := value.Alt{Val: t.h}
		for _, other := range slices.Concat(o.to[:i], o.to[i+1:]) {
			c := r.chosenBetween(t, other)
			if c == nil {
				return nil
			}
			arm, _ := onlyArm(t.may, c)
			alt.Cond = armText(c, arm)
		}
		out.Alts = append(out.Alts, alt)
	}
	return out
}

// chosenBetween is the condition by which it was chosen at registration which of two handlers it is.
func (r *run) chosenBetween(a, b heir) *cond {
	for _, c := range r.condSeq {
		one, certain := onlyArm(a.may, c)
		other, otherwise := onlyArm(b.may, c)
		if c.fixed && certain && otherwise && one != other {
			return c
		}
	}
	return nil
}

// aroundResponse reports whether a value is a struct around the response, as of a middleware that counts or compresses
// what is written: the response is in an embedded field, or in that of what is in it.
func (r *run) aroundResponse(v av, st *state) bool {
	for range maxNested {
		inner, ok := r.embeds(v, st)
		if !ok {
			return false
		}
		if v = inner; v.role == frameworks.RoleWriter {
			return true
		}
	}
	return false
}

// maxNested bounds the structs around a response: one may contain itself.
const maxNested = 32

// embeds is what the first embedded field of a struct holds that was set while serving.
func (r *run) embeds(v av, st *state) (av, bool) {
	s, ok := structOf(v.v)
	if !ok {
		return av{}, false
	}
	t := r.prog.Type(s.Type)
	for i, f := range s.Fields {
		if t == nil || i >= len(t.Fields) || f == nil || !t.Fields[i].Embedded {
			continue
		}
		if held, written := r.read(st, f); written && (held.role == frameworks.RoleWriter || held.v != nil) {
			return held, true
		}
	}
	return av{}, false
}

// Parted reports whether the step was parted from the handler inside because both were too large: it may serve
// requests itself that it does not hand to that.
func (s *Summary) Parted() bool { return s.Inner != nil && s.run.over.ahead == parting }

// mayBeParted reports whether a step has more ways than were followed, and hands the request to a handler that
// was there before serving. Of a step behind which a request goes on by itself, nobody would know that it did.
func (s *Summary) mayBeParted(place Place) bool {
	r := s.run
	return (place.Last || r.shape.Wrap || r.shape.Explicit) && r.over.some && (r.overfull() || r.cuts > 0) && !s.crowded()
}
