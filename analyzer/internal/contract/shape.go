package contract

import (
	"regexp"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A shape is a pattern of any framework as paths can be held against it: {id} and :id are
// one.
type shape struct {
	canonical string         // with {} for a parameter and * for a rest
	matches   *regexp.Regexp // paths of a document, with {} for their parameters
	rest      bool           // it ends in whatever lies below
	vague     bool           // a part of it is not known, other than the base path
	base      bool           // its base path is not known
	words     int            // segments that are literal
}

// The pieces of an expression. What a parameter's own expression lets pass is not
// asked: it is taken for the parameters of a document, and for no word in it.
const (
	anyWord   = `[^/]+`
	parameter = `[^/]*\{\}[^/]*`
	anything  = `.*`
)

// shapeOf takes the pattern of a route apart.
func shapeOf(r *routes.Route) shape {
	pattern, base := r.BelowBase()
	s := shape{base: base, rest: r.Subtree}
	var canonical, expression strings.Builder
	parts := segments(strings.ToValidUTF8(pattern, "\uFFFD")) // as an expression must be
	for i, part := range parts {
		last := i == len(parts)-1
		switch {
		case part == "{$}":
			s.rest = false
		case strings.Contains(part, "{?"):
			s.vague = true
			expression.WriteString("/" + anything)
		case last && isRest(part):
			s.rest = true
		case strings.HasPrefix(part, ":") && strings.HasSuffix(part, "?"):
			canonical.WriteString("/{}")
			expression.WriteString("(/" + anyWord + ")?")
		default:
			c, e := segment(part)
			canonical.WriteString("/" + c)
			expression.WriteString("/" + e)
			if c == part {
				s.words++
			}
		}
	}
	s.canonical = canonical.String()
	start, end := "^", "/?$"
	if s.rest {
		s.canonical += "/*"
		end = "(/.*)?$"
	}
	if base {
		start = "^.*"
	}
	s.matches = regexp.MustCompile(start + expression.String() + end)
	return s
}

// segments cuts at slashes, but not inside the braces of a parameter's expression.
func segments(pattern string) []string {
	var out []string
	depth, start := 0, 0
	for i := range len(pattern) + 1 {
		if i < len(pattern) {
			switch pattern[i] {
			case '{':
				depth++
			case '}':
				depth--
			}
			if pattern[i] != '/' || depth > 0 {
				continue
			}
		}
		if start < i {
			out = append(out, pattern[start:i])
		}
		start = i + 1
	}
	return out
}

// isRest reports whether a segment stands for all that follows: *, *path, {path...},
// {path:*}, {path:.*}, +.
func isRest(part string) bool {
	return strings.HasPrefix(part, "*") || part == "+" || strings.HasSuffix(part, "...}") || strings.HasSuffix(part, ":*}") || strings.HasSuffix(part, ":.*}")
}

var braces = regexp.MustCompile(`\{[^{}]*(\{[^{}]*\}[^{}]*)*\}`)

// segment returns a segment in the canonical spelling and as an expression.
func segment(part string) (canonical, expression string) {
	if i := strings.IndexByte(part, ':'); i >= 0 && !strings.Contains(part, "{") {
		constrained := strings.ContainsAny(part[i+1:], ":<(")
		return part[:i] + "{}", regexp.QuoteMeta(part[:i]) + pick(constrained)
	}
	if i := strings.IndexByte(part, '*'); i >= 0 && !strings.Contains(part, "{") {
		return part[:i] + "{}", regexp.QuoteMeta(part[:i]) + anyWord
	}
	var e strings.Builder
	end := 0
	for _, at := range braces.FindAllStringIndex(part, -1) {
		e.WriteString(regexp.QuoteMeta(part[end:at[0]]) + pick(strings.Contains(part[at[0]:at[1]], ":")))
		end = at[1]
	}
	e.WriteString(regexp.QuoteMeta(part[end:]))
	return braces.ReplaceAllString(part, "{}"), e.String()
}

func pick(constrained bool) string {
	if constrained {
		return parameter
	}
	return anyWord
}

// pathShape is the canonical spelling of a document's path below a base.
func pathShape(base, path string) string {
	return strings.TrimSuffix(base, "/") + "/" + strings.Join(segments(braces.ReplaceAllString(path, "{}")), "/")
}

// fits tells how well a route serves a path: 0 is not at all, 1 that it may, because
// something of its pattern stands for much; more is better.
func (s shape) fits(path string) int {
	const may, covers, shared = 1, 2, 1 << 20
	stem, parameters := strings.CutSuffix(path, "/{}")
	switch {
	case parameters && s.rest && s.canonical == stem+"/*":
		return shared
	case !s.matches.MatchString(path):
		return 0
	case s.vague, s.rest, s.base && s.words == 0:
		return may
	}
	return covers + s.words
}
