package report

import (
	"slices"
	"sort"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/spelling"
)

// Find returns the routes that a description means: "DELETE /users/{id}", the
// pattern alone, or a path that it matches. Of several patterns that match a
// path it returns those that say most about it, as routers do.
func Find(t *routes.Table, what string) []*routes.Route {
	method, pattern := splitRoute(what)
	var found []*routes.Route
	best := 0
	for _, r := range t.Routes {
		if method != "" && r.Method != method && r.Method != "*" {
			continue
		}
		n := match(r, pattern)
		if n > best {
			best, found = n, nil
		}
		if n > 0 && n == best {
			found = append(found, r)
		}
	}
	return found
}

func splitRoute(what string) (method, pattern string) {
	what = strings.TrimSpace(what)
	if m, p, ok := strings.Cut(what, " "); ok {
		return strings.ToUpper(m), strings.TrimSpace(p)
	}
	return "", what
}

// match returns how well a route fits a pattern or path; 0 is not at all.
func match(r *routes.Route, path string) int {
	const exact, whole = 1 << 20, 1 << 10
	if path == r.Pattern || path == r.Host+r.Pattern {
		return exact
	}
	if r.Host != "" {
		path = strings.TrimPrefix(path, r.Host)
	}
	pattern := strings.TrimSuffix(r.Pattern, "{$}")
	p, s := segments(pattern), segments(path)
	literal := 1
	for i, seg := range p {
		switch {
		case isWildcard(seg):
			return literal
		case i >= len(s):
			return 0
		case seg == s[i]:
			literal++
		case !strings.ContainsAny(seg, "{:"):
			return 0
		}
	}
	switch {
	case len(p) == len(s):
		return whole + literal
	case strings.HasSuffix(pattern, "/") && pattern == r.Pattern:
		return literal // in some routers a subtree
	}
	return 0
}

func segments(path string) []string {
	return strings.FieldsFunc(path, func(c rune) bool { return c == '/' })
}

func isWildcard(seg string) bool {
	return strings.HasPrefix(seg, "*") || strings.HasPrefix(seg, "{") && strings.HasSuffix(seg, "...}")
}

// Nearest lists the routes most like one that does not exist.
func Nearest(t *routes.Table, what string) []string {
	const most = 3
	method, pattern := splitRoute(what)
	distances := map[string]int{}
	var names []string
	for _, r := range t.Routes {
		name := title(r)
		if _, again := distances[name]; again {
			continue
		}
		d := 2 * spelling.Distance(strings.ToLower(r.Host+r.Pattern), strings.ToLower(asPattern(pattern, r)))
		if method != "" && r.Method != method && r.Method != "*" {
			d++
		}
		distances[name] = d
		names = append(names, name)
	}
	sort.SliceStable(names, func(i, j int) bool { return distances[names[i]] < distances[names[j]] })
	return slices.Clip(names[:min(most, len(names))])
}

// asPattern writes a path with the parameters of a route's pattern where they stand, so
// that long values count for nothing.
func asPattern(path string, r *routes.Route) string {
	p, s := strings.Split(r.Host+r.Pattern, "/"), strings.Split(path, "/")
	if len(p) != len(s) {
		return path
	}
	for i, seg := range p {
		if strings.ContainsAny(seg, "{:*") {
			s[i] = seg
		}
	}
	return strings.Join(s, "/")
}
