package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A step may keep a credential in the context, as it was sent. That counts as being looked at where a step reads what is there.

// looksInArgs notes the credentials that a call of a framework may look at, but for one that it keeps.
func (c *effectCall) looksInArgs() {
	kept, ok := c.stored()
	place := 0
	if ok && c.e.Source != frameworks.SourceRoute && c.e.Stores != 0 && len(c.shape.Inject) == 0 && plainCredential(kept) {
		place = c.contextPlace()
	}
	if place == 0 {
		c.run.looksIn(c.st, c.args...)
		return
	}
	for i, a := range c.args {
		if i != c.e.Stores.Index(c.method) {
			c.run.looksIn(c.st, a)
		}
	}
	if c.run.leftAsSent == nil {
		c.run.leftAsSent = map[int]arms{}
	}
	c.run.leftAsSent[place] = c.run.leftAsSent[place].with(kept.origin)
}

// plainCredential reports whether a value is what was sent, in no struct or list.
func plainCredential(a av) bool {
	switch value.Deref(a.v).(type) {
	case nil, value.Text:
		return a.lab&^FromNext == Credential && a.origin != 0
	}
	return false
}

// readsKept notes that a call reads what is in the context, and does not put it there.
func (c *effectCall) readsKept() {
	if _, stores := c.stored(); c.e.Source == frameworks.SourceContext && !stores {
		c.run.readsFrom = c.run.readsFrom.with(c.contextPlace())
	}
}

// handsKept reports whether who is given a value can read from it what is in the context, be it by a function that holds that.
func (r *run) handsKept(a av, st *state) bool {
	if fn, ok := value.Deref(a.v).(*value.Func); ok && r.spread(r.captured[fn], st).lab&Request != 0 {
		return true
	}
	return a.role == frameworks.RoleContext || a.role == frameworks.RoleRequest || a.source == frameworks.SourceRequest || a.source == frameworks.SourceContext || a.lab&Request != 0
}

// Keeps lists the places in the context where the step keeps a credential as it was sent.
func (s *Summary) Keeps(k Key) []Key {
	var out []Key
	for place, of := range s.run.leftAsSent {
		for i, o := range s.run.origins {
			if of.has(i+1) && o.source == k.source && o.name == k.name {
				out = append(out, s.run.origins[place-1])
			}
		}
	}
	return out
}

// ReadsAny reports whether the step reads what is in one of the places, or may.
func (s *Summary) ReadsAny(places []Key) bool {
	if len(places) == 0 {
		return false
	}
	if s.run.readsFrom.has(0) {
		return true
	}
	for i, o := range s.run.origins {
		if s.run.readsFrom.has(i+1) && (o.vague || slices.Contains(places, o)) {
			return true
		}
	}
	return false
}
