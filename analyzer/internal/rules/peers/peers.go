package peers

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Peers are the routes that a route is compared with.
type Peers struct {
	All      []*routes.Route // of the same application, but for those that are public
	Guarded  []*routes.Route // of these
	Prefix   string          // the longest that the route shares with a guarded one
	Siblings []*routes.Route // those under the prefix
}

// Of finds the peers of a route.
func Of(t *routes.Table, r *routes.Route) Peers {
	var p Peers
	for _, o := range t.Routes {
		switch {
		case o.App != r.App || o.Open || o.Shadowed || o.Fallback || o.Verdict == routes.Public:
			continue
		case o.Position == r.Position && o.Host == r.Host && o.Pattern == r.Pattern:
			continue // the route itself, and its other methods
		}
		p.All = append(p.All, o)
		if !Guarded(o) {
			continue
		}
		p.Guarded = append(p.Guarded, o)
	}
	p.Prefix = SharedPrefix(r.Pattern, p.Guarded)
	if p.Prefix == "" {
		return p
	}
	for _, o := range p.All {
		if Under(p.Prefix, o.Pattern) {
			p.Siblings = append(p.Siblings, o)
		}
	}
	return p
}

// Guarded reports whether a route is a reason to expect guards on others. A guard that the
// configuration decides on is one: where it is on, what has none stays open. That a webhook
// verifies its signature is none.
func Guarded(r *routes.Route) bool {
	if r.Verdict != routes.Guarded && r.Level != routes.Conditional || len(r.Guards) == 0 {
		return false
	}
	signed := false
	for _, s := range r.Chain {
		if s.Role == "guard" {
			return true
		}
		signed = signed || s.Role == "signature"
	}
	return !signed
}

// Serves reports whether the handler of a route does more than tell everybody that there is none.
func Serves(r *routes.Route) bool {
	return len(r.Chain) == 0 || !routes.ForNobody(r.Chain[len(r.Chain)-1].Role)
}

// OwnHandler reports whether the handler of a route is that of few routes: one that many
// have is a page or a proxy that is the same for all. Closures are left out: one
// constructor makes many that differ.
func OwnHandler(t *routes.Table, r *routes.Route) bool {
	const few = 3
	if r.Handler == "" || strings.Contains(r.Handler, "$") {
		return false
	}
	places := map[routes.Position]bool{}
	for _, o := range t.Routes {
		if o.App == r.App && o.Handler == r.Handler {
			places[o.Position] = true
		}
	}
	return len(places) <= few
}

// SharedPrefix returns the longest prefix of the pattern that a guarded route is
// Under too. It ends in a literal: what is common to /users/{id} and
// /users/{name}/roles is /users.
func SharedPrefix(pattern string, guarded []*routes.Route) string {
	segs := strings.FieldsFunc(pattern, func(c rune) bool { return c == '/' })
	for n := len(segs); n > 0; n-- {
		if strings.ContainsAny(segs[n-1], "{:*") {
			continue
		}
		prefix := "/" + strings.Join(segs[:n], "/")
		for _, o := range guarded {
			if Under(prefix, o.Pattern) {
				return prefix
			}
		}
	}
	return ""
}

// Under reports whether a pattern lies under a prefix.
func Under(prefix, pattern string) bool {
	return pattern == prefix || strings.HasPrefix(pattern, prefix+"/")
}

// ChangesState reports whether a method may do more than read (RFC 9110 section 9.2.1).
func ChangesState(method string) bool {
	switch method {
	case "GET", "HEAD", "OPTIONS", "TRACE":
		return false
	}
	return true
}

// Count returns how many of the routes are guarded.
func Count(list []*routes.Route) int {
	n := 0
	for _, r := range list {
		if Guarded(r) {
			n++
		}
	}
	return n
}

// IsOpen reports whether a route is one that everybody reaches and nothing says that
// this is meant.
func IsOpen(r *routes.Route) bool {
	return r.Verdict == routes.Unguarded && r.Public == nil && !r.Fallback && !r.Open && !r.Shadowed
}

// Rank is the confidence of a finding about a route: high if it changes state.
func Rank(r *routes.Route) rule.Confidence {
	if ChangesState(r.Method) {
		return rule.High
	}
	return rule.Medium
}

// Example are the places to look at on a guarded route that another one is compared with.
func Example(r *routes.Route) []rule.Related {
	out := []rule.Related{{Position: r.Position, Message: Name(r) + " is registered here"}}
	if g := Telling(r); g.Position.File != "" {
		out = append(out, rule.Related{Position: g.Position, Message: "its guard " + Short(g.Name) + " is written here"})
	}
	return out
}
