package evaluate

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
)

// Missed lists the steps of the entry's router, and of those above it, that it does not
// pass because they were added too late: after the route, or after a group took its
// copy.
func (e *Entry) Missed() []Step {
	if e.Bare || e.Late || e.Fallback {
		return nil
	}
	var out []Step
	copied := e.Router.Kind.Bind == frameworks.Snapshot
	for r := e.Router; r != nil; r = r.Parent {
		for _, s := range r.Own {
			switch {
			case !s.For(e) || s.Pre || s.Name != "" && (e.without[s.Name] || r.without[s.Name]):
			case r.Kind.Bind == frameworks.Positional:
				if s.Seq > e.Seq {
					out = append(out, s)
				}
			case copied && !slices.ContainsFunc(e.Chain, func(o Step) bool { return o.At == s.At }):
				out = append(out, s)
			}
		}
		copied = r.Kind.Inherit == frameworks.InheritCopy
	}
	return out
}

// Idle reports whether the router is a group with middleware of its own on which nothing
// is registered, nor on a group below it.
func (r *Router) Idle() bool {
	return r.Parent != nil && len(r.Own) > 0 && !r.Escaped && !r.Used && !r.Parent.Escaped && r.Empty()
}

// Empty reports whether nothing is registered on the router, nor on a group below it, but
// what another one has taken over.
func (r *Router) Empty() bool {
	return (r.Taken || len(r.Entries) == 0) && !slices.ContainsFunc(r.Children, func(c *Router) bool { return !c.Empty() })
}
