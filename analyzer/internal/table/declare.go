package table

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/pattern"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// declare says what the comment of a route's handler declares, if it is for this route:
// a handler may serve many, and the comment may be an old one.
func (b *builder) declare(r *routes.Route) {
	var out *routes.Declaration
	security := []string{}
	about := false
	for _, d := range b.said.described[strings.TrimSuffix(r.Handler, "$bound")] {
		switch d.Verb {
		case program.DeclaresRoute:
			about = about || isAbout(d.Reason, r)
		case program.DeclaresSecurity:
			security = append(security, d.Reason)
		}
		if out == nil || d.Verb == program.DeclaresSecurity && len(security) == 1 {
			out = &routes.Declaration{Position: position(d.Pos)}
		}
	}
	if about {
		out.Security = security
		r.Declared = out
	}
}

// isAbout reports whether a line "/users/{id} [delete]" is about a route, whose base path
// it leaves out.
func isAbout(line string, r *routes.Route) bool {
	path, rest, ok := strings.Cut(line, "[")
	method, _, closed := strings.Cut(rest, "]")
	if !ok || !closed || r.Method != "*" && !strings.EqualFold(strings.TrimSpace(method), r.Method) {
		return false
	}
	return pattern.Of(r).Ends(pattern.Path("", strings.TrimSpace(path)))
}
