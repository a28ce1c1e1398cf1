// Package pattern compares the patterns of frameworks with paths as documents write them,
// by their shape: {id} and :id are one.
package pattern

import (
	"regexp"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A Shape is a route's pattern as paths can be held against it.
type Shape struct {
	Canonical string         // with {} for a parameter and * for a rest
	Base      bool           // its base path is not known
	matches   *regexp.Regexp // paths of a document, with {} for their parameters
	rest      bool           // it ends in whatever lies below
	vague     bool           // a part of it is not known, other than the base path
	words     int            // segments that are literal
}

// The pieces of an expression. What a parameter's own expression lets pass is not
// asked: it is taken for the parameters of a document, and for no word in it.
const (
	anyWord   = `[^/]+`
	parameter = `[^/]*\{\}[^/]*`
	anything  = `.*`
)

// Of takes the pattern of a route apart.
func Of(r *routes.Route) Shape {
	pattern, base := r.BelowBase()
	s := Shape{Base: base, rest: r.Subtree}
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
	s.Canonical = canonical.String()
	start, end := "^", "/?$"
	if s.rest {
		s.Canonical += "/*"
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

// Names are the names of a pattern's parameters that stand in braces: of /shelves/{shelf}/{place:[0-9]+}, shelf and place.
func Names(pattern string) []string {
	var out []string
	for _, part := range braces.FindAllString(pattern, -1) {
		name, _, _ := strings.Cut(strings.Trim(part, "{}"), ":")
		if name = strings.TrimSuffix(strings.TrimSuffix(name, "..."), "?"); name != "" && name != "$" {
			out = append(out, name)
		}
	}
	return out
}

func pick(constrained bool) string {
	if constrained {
		return parameter
	}
	return anyWord
}

// Path is the canonical spelling of a document's path below a base.
func Path(base, path string) string {
	return strings.TrimSuffix(base, "/") + "/" + strings.Join(segments(braces.ReplaceAllString(path, "{}")), "/")
}

// How well a route serves a path: not at all; perhaps, because something of its pattern
// stands for much; or certainly, and then more is better.
const (
	Not       = 0
	Perhaps   = 1
	Certainly = 2
)

// Fits tells how well a route serves a path that Path spells.
func (s Shape) Fits(path string) int {
	const shared = 1 << 20
	switch {
	case s.restAt(path):
		return shared
	case !s.matches.MatchString(path):
		return Not
	case s.vague, s.rest, s.Base && s.words == 0:
		return Perhaps
	}
	return Certainly + s.words
}

// restAt reports whether the path has a parameter where the pattern has a rest: a
// document has no other way to say it.
func (s Shape) restAt(path string) bool {
	stem, ok := strings.CutSuffix(path, "/{}")
	return ok && s.rest && s.Canonical == stem+"/*"
}

// Uncertain reports whether too little of the pattern is known to compare it.
func (s Shape) Uncertain() bool { return s.vague || s.Base && s.words == 0 }

// Ends reports whether the pattern is the path, below any base path.
func (s Shape) Ends(path string) bool {
	if stem, ok := strings.CutSuffix(path, "/{}"); ok && s.rest {
		return strings.HasSuffix(s.Canonical, stem+"/*")
	}
	if path = strings.TrimSuffix(path, "/"); path == "" { // every pattern ends so
		return s.Canonical == ""
	}
	return !s.vague && strings.HasSuffix(s.Canonical, path)
}
