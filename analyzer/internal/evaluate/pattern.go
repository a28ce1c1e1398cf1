package evaluate

import (
	"path"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// joinPattern puts a prefix and a pattern together the framework's way.
func joinPattern(j frameworks.Join, prefix, pattern value.Text) value.Text {
	switch j {
	case frameworks.JoinNone:
		if len(prefix.Parts) == 0 {
			return pattern
		}
		return JoinMount(prefix, pattern)
	case frameworks.JoinMount:
		return JoinMount(prefix, pattern)
	case frameworks.JoinTrim:
		if n := len(prefix.Parts); n > 0 && !prefix.Parts[n-1].Hole {
			last := value.String(strings.TrimRight(prefix.Parts[n-1].Lit, "/"))
			prefix = value.Concat(value.Text{Parts: prefix.Parts[:n-1]}, last)
		}
	case frameworks.JoinBare:
		if p, known := pattern.Known(); known && p == "/" && len(prefix.Parts) > 0 {
			return prefix
		}
	case frameworks.JoinSlash:
		return value.Concat(trimSlash(prefix, "/"), value.Concat(value.String("/"), trimLeadingSlash(pattern)))
	case frameworks.JoinClean, frameworks.JoinPath:
		p, ok1 := prefix.Known()
		q, ok2 := pattern.Known()
		if !ok1 || !ok2 {
			return JoinMount(prefix, withSlash(prefix, pattern))
		}
		if j == frameworks.JoinPath {
			return value.String(path.Join("/", p, q))
		}
		return value.String(joinClean(p, q))
	}
	return value.Concat(prefix, pattern)
}

// joinClean is gin's joinPaths (utils.go): path.Join that keeps a final slash.
func joinClean(prefix, pattern string) string {
	if prefix == "" {
		prefix = "/"
	}
	if pattern == "" {
		return prefix
	}
	joined := path.Join(prefix, pattern)
	if strings.HasSuffix(pattern, "/") && !strings.HasSuffix(joined, "/") {
		return joined + "/"
	}
	return joined
}

// withSlash puts the slash before a pattern that has none, as joining paths does behind a prefix.
func withSlash(prefix, pattern value.Text) value.Text {
	if len(prefix.Parts) == 0 || len(pattern.Parts) == 0 || pattern.Parts[0].Hole || strings.HasPrefix(pattern.Parts[0].Lit, "/") {
		return pattern
	}
	return value.Concat(value.String("/"), pattern)
}

// JoinMount puts one slash between a mount point and what is below it.
func JoinMount(prefix, pattern value.Text) value.Text {
	prefix = trimWild(prefix)
	p := prefix.String()
	q := pattern.String()
	if strings.HasSuffix(p, "/") && strings.HasPrefix(q, "/") {
		return value.Concat(trimSlash(prefix, "/"), pattern)
	}
	return value.Concat(prefix, pattern)
}

// trimWild takes the wildcard off a mount point: "/api/*" is "/api".
func trimWild(t value.Text) value.Text {
	n := len(t.Parts)
	if n == 0 || t.Parts[n-1].Hole {
		return t
	}
	parts := append([]value.Part(nil), t.Parts...)
	parts[n-1].Lit = strings.TrimSuffix(parts[n-1].Lit, "*")
	if n == 1 && parts[0].Lit == "" {
		return value.Text{}
	}
	return value.Text{Parts: parts}
}

// trimSlash takes a final slash off a text, if what follows brings its own.
func trimSlash(t value.Text, next string) value.Text {
	n := len(t.Parts)
	if n == 0 || t.Parts[n-1].Hole || !strings.HasPrefix(next, "/") {
		return t
	}
	parts := append([]value.Part(nil), t.Parts...)
	parts[n-1].Lit = strings.TrimSuffix(parts[n-1].Lit, "/")
	if parts[n-1].Lit == "" {
		parts = parts[:n-1]
	}
	return value.Text{Parts: parts}
}

// trimLeadingSlash takes a slash off the start of a text.
func trimLeadingSlash(t value.Text) value.Text {
	if len(t.Parts) == 0 || t.Parts[0].Hole {
		return t
	}
	parts := append([]value.Part(nil), t.Parts...)
	if parts[0].Lit = strings.TrimPrefix(parts[0].Lit, "/"); parts[0].Lit == "" {
		parts = parts[1:]
	}
	return value.Text{Parts: parts}
}

// splitPattern takes "METHOD host/path" apart (net/http.ServeMux, chi's Handle).
func splitPattern(t value.Text) (method, host string, pattern value.Text) {
	if len(t.Parts) == 0 || t.Parts[0].Hole {
		return "", "", t
	}
	parts := append([]value.Part(nil), t.Parts...)
	if i := strings.IndexAny(parts[0].Lit, " \t"); i >= 0 {
		method = parts[0].Lit[:i]
		parts[0].Lit = strings.TrimLeft(parts[0].Lit[i:], " \t")
	}
	if i := strings.IndexByte(parts[0].Lit, '/'); i > 0 {
		host, parts[0].Lit = parts[0].Lit[:i], parts[0].Lit[i:]
	}
	if parts[0].Lit == "" {
		parts = parts[1:]
	}
	return method, host, value.Text{Parts: parts}
}

// kindFor finds a router kind for a receiver type, when all that is known of a
// router is the method called on it.
func (m *Machine) kindFor(symbol string) (string, bool) {
	recv, _, _ := program.SplitMethod(symbol)
	return m.tables.KindOf(strings.TrimPrefix(recv, "*"), m.tables.Owner(symbol))
}
