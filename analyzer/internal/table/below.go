package table

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// below reports whether a pattern can match under a prefix that was not
// stripped: a nested router sees the whole path.
func below(prefix, pattern value.Text) bool {
	p, ok1 := prefix.Known()
	q, ok2 := pattern.Known()
	if !ok1 || !ok2 {
		return true
	}
	p = strings.TrimRight(cutWildcard(p), "/")
	q = strings.TrimRight(cutWildcard(q), "/")
	return strings.HasPrefix(q, p) || strings.HasPrefix(p, q)
}

// cutWildcard keeps what is fixed at the start of a pattern.
func cutWildcard(p string) string {
	if i := strings.IndexAny(p, "{:*"); i >= 0 {
		return p[:i]
	}
	return p
}

func joinBelow(prefix, pattern value.Text) value.Text {
	p := prefix.String()
	if p == "" || p == "/" {
		return pattern
	}
	return evaluate.JoinMount(prefix, pattern)
}

func intersect(a, b []string) []string {
	if len(b) == 0 || len(b) == 1 && b[0] == "*" {
		return a
	}
	if len(a) == 1 && a[0] == "*" {
		return b
	}
	var out []string
	for _, m := range a {
		if slices.Contains(b, m) {
			out = append(out, m)
		}
	}
	return out
}
