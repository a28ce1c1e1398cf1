package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A Key is one place of the request: a cookie, a header, a key of the context.
type Key struct {
	source    frameworks.Source
	typ, name string
	cell      *value.Cell // of a key that is an address
	field     string      // of what the context holds there: ".user.Name"; "*" is any
	vague     bool        // the key is not known, but its type, which is the program's own
}

// originOf numbers the place that a key names; 0 is one that is not known.
func (r *run) originOf(src frameworks.Source, key av) int {
	o := Key{source: src}
	if i, ok := key.v.(value.Iface); ok {
		o.typ = i.Type
	}
	switch v := value.Deref(key.v).(type) {
	case value.Text:
		if o.name, _ = v.Known(); o.name == "" {
			return 0
		}
	case value.Int:
		o.name, _ = value.Key(v)
	case value.Pointer:
		o.cell = v.Cell
	case *value.Struct:
		if o.typ = v.Type; len(v.Fields) > 0 {
			return 0
		}
	default:
		if o.typ = key.dyn; src != frameworks.SourceContext || key.lab != 0 || !strings.Contains(o.typ, ".") {
			return 0
		}
		o.vague = true
	}
	return r.number(o)
}

// number is the number of a place.
func (r *run) number(k Key) int {
	if i := slices.Index(r.origins, k); i >= 0 {
		return i + 1
	}
	r.origins = append(r.origins, k)
	return len(r.origins)
}

// sameOrigin is the place that both come from, if it is one.
func sameOrigin(a, b av) int {
	if a.origin == b.origin {
		return a.origin
	}
	return 0
}

// onlyOrigin is the place that one of both comes from, if the other one does not
// come from the request.
func onlyOrigin(a, b av) int {
	switch {
	case a.lab == 0:
		return b.origin
	case b.lab == 0:
		return a.origin
	}
	return sameOrigin(a, b)
}

// isList reports whether a value is a list that the program made.
func isList(a av) bool {
	_, ok := value.Deref(a.v).(*value.Slice)
	return ok
}

// proven reports whether the path has taken, of a condition on what the request
// proves, the arm that means well.
func (r *run) proven(st *state) bool { return r.provenBy(st, principal) }

func (r *run) provenBy(st *state, what Label) bool {
	for _, c := range r.condSeq {
		arm, one := onlyArm(st.may, c)
		if c.lab&what == 0 || c.lab&Told != 0 || !one {
			continue
		}
		if c.anonKnown && c.anonArm == arm {
			continue
		}
		if c.positive == 0 || c.positive == sign(arm) {
			return true
		}
	}
	return false
}

// secret notes that what the client sent is compared with a secret: it is a
// credential, whatever the name of the header that it came in.
func (r *run) secret(a av) Label {
	if !clientOnly(a) {
		return 0
	}
	if a.origin > 0 {
		r.secrets = r.secrets.with(a.origin)
	}
	return Credential
}

// findCompared says of the conditions that ask whether something is there what it
// was compared with. Of a token against forgery, the client chooses both.
func (r *run) findCompared() {
	for _, c := range r.condSeq {
		switch {
		case c.origin == 0:
		case r.echoed.has(c.origin):
			c.lab |= CSRF
		case r.secrets.has(c.origin):
			c.lab |= Credential
		}
	}
}

// Stored lists the places of the context in which the step leaves something for
// the steps that follow, also when the request proves nothing.
func (s *Summary) Stored() []Key {
	var out []Key
	for i, o := range s.run.origins {
		if slices.ContainsFunc(s.exits, func(e exit) bool { return e.goesOn && e.anon && e.stored.has(i+1) }) {
			out = append(out, o)
		}
	}
	return out
}

// Claims lists the places of the context in which the step may leave something for a
// request that proves nothing: what it finds by an id in a header, say.
func (s *Summary) Claims() []Key {
	var out []Key
	for i, o := range s.run.origins {
		if s.run.claims.has(i + 1) {
			out = append(out, o)
		}
	}
	return out
}

// given reports whether a condition asks for something in the context that an
// earlier step has put there for everybody.
func (s *Summary) given(c *cond, stored []Key) bool {
	_, asks := c.wellArm()
	return asks && c.origin > 0 && !s.run.isGiven(c.origin) && slices.Contains(stored, s.run.askedPlace(c))
}

// askedPlace is the place that a condition asks about.
func (r *run) askedPlace(c *cond) Key {
	k := r.origins[c.origin-1]
	if c.inside {
		k.field += "." + pointee
	}
	return k
}

// wellArm is the arm that a condition takes when what it asks for is there, if it asks
// for no more than that. Of a bool, it is the one that nobody takes without it.
func (c *cond) wellArm() (arm, ok bool) {
	switch {
	case c.presence && c.positive != 0:
		return c.positive > 0, true
	case c.attr != "" && c.anonKnown:
		return !c.anonArm, true
	}
	return false, false
}

// well reports whether the decision is that what it asks for is there.
func (d dec) well() bool {
	arm, ok := d.c.wellArm()
	return ok && arm == d.arm
}

// findGiven finds the paths that an anonymous request takes after all, because
// what they ask for was put into the context for everybody.
func (j *judge) findGiven() {
	if !j.asksFor(j.stored) {
		return
	}
	j.exits = slices.Clone(j.exits)
	for i := range j.exits {
		e := &j.exits[i]
		lost := false
		for _, c := range j.run.condSeq {
			lost = lost || !j.given(c, j.stored) && either(e.lost, c)
		}
		e.anon = e.anon || !lost
	}
}

// asksFor reports whether any condition does.
func (s *Summary) asksFor(stored []Key) bool {
	return len(stored) > 0 && slices.ContainsFunc(s.run.condSeq, func(c *cond) bool { return s.given(c, stored) })
}
