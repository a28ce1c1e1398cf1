package unguarded

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// peers are the routes that a route is compared with.
type peers struct {
	all      []*routes.Route // of the same application, but for those that are public
	guarded  []*routes.Route // of these
	prefix   string          // the longest that the route shares with a guarded one
	siblings []*routes.Route // those under the prefix
	same     *routes.Route   // a guarded one with the same handler
}

func peersOf(t *routes.Table, r *routes.Route) peers {
	var p peers
	for _, o := range t.Routes {
		switch {
		case o.App != r.App || o.Open || o.Shadowed || o.Fallback || o.Verdict == routes.Public:
			continue
		case o.Position == r.Position && o.Host == r.Host && o.Pattern == r.Pattern:
			continue // the route itself, and its other methods
		}
		p.all = append(p.all, o)
		if !guarded(o) {
			continue
		}
		p.guarded = append(p.guarded, o)
		if p.same == nil && sameHandler(o, r) {
			p.same = o
		}
	}
	p.prefix = sharedPrefix(r.Pattern, p.guarded)
	if p.prefix == "" {
		return p
	}
	for _, o := range p.all {
		if under(p.prefix, o.Pattern) {
			p.siblings = append(p.siblings, o)
		}
	}
	return p
}

// guarded reports whether a route is a reason to expect guards on others. That a
// webhook verifies its signature is none.
func guarded(r *routes.Route) bool {
	if r.Verdict != routes.Guarded || len(r.Guards) == 0 {
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

// sameHandler leaves closures out: one constructor makes many that differ.
func sameHandler(a, b *routes.Route) bool {
	return a.Handler == b.Handler && a.Handler != "" && !strings.Contains(a.Handler, "$")
}

// sharedPrefix returns the longest prefix of the pattern that a guarded route is
// under too. It ends in a literal: what is common to /users/{id} and
// /users/{name}/roles is /users.
func sharedPrefix(pattern string, guarded []*routes.Route) string {
	segs := strings.FieldsFunc(pattern, func(c rune) bool { return c == '/' })
	for n := len(segs); n > 0; n-- {
		if strings.ContainsAny(segs[n-1], "{:*") {
			continue
		}
		prefix := "/" + strings.Join(segs[:n], "/")
		for _, o := range guarded {
			if under(prefix, o.Pattern) {
				return prefix
			}
		}
	}
	return ""
}

func under(prefix, pattern string) bool {
	return pattern == prefix || strings.HasPrefix(pattern, prefix+"/")
}

// confidence adds up what speaks for a mistake.
func confidence(r *routes.Route, p peers) rule.Confidence {
	score := 0
	if changesState(r.Method) {
		score++
	}
	if p.same != nil {
		score += 2
	}
	switch {
	case p.prefix == "":
		score-- // a part of the application in which nothing is guarded
	case count(p.siblings) == len(p.siblings):
		score++
	}
	switch {
	case score >= 2:
		return rule.High
	case score == 1:
		return rule.Medium
	}
	return rule.Low
}

func changesState(method string) bool {
	switch method {
	case "GET", "HEAD", "OPTIONS", "TRACE":
		return false
	}
	return true
}

// count returns how many of the routes are guarded.
func count(list []*routes.Route) int {
	n := 0
	for _, r := range list {
		if guarded(r) {
			n++
		}
	}
	return n
}
