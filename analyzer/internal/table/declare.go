package table

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/pattern"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// declare says what the route was registered with declares; else what the comment of its
// handler does, if it is for this route: a handler may serve many, and the comment may be an
// old one.
func (b *builder) declare(r *routes.Route, c context) {
	if r.Declared != nil { // by what was handed over
		return
	}
	if len(c.declares) > 0 {
		r.Declared = &routes.Declaration{Position: r.Position, Security: c.declares}
		return
	}
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

// handed says what generated code hands over on the way of a route to a function that is to
// hold it. Where nobody holds anything it is told of the first such function, and else of one
// that does not look at the scopes. A function accepts everybody only if what it serves does
// not refuse anybody either, but for generated code that wants something to be sent.
func handed(r *routes.Route, sum *guard.Summary, at guard.Target, j guard.Judgement) {
	if r.Declared != nil || sum == nil {
		return
	}
	list, always := sum.Declared(at)
	if len(list) == 0 || !always {
		return
	}
	tell := max(0, slices.IndexFunc(list, func(d guard.Declared) bool { return d.Unread }))
	accepts := j.Generated && !slices.ContainsFunc(list, func(d guard.Declared) bool { return !d.Accepts })
	if accepts {
		tell = 0
	}
	d := list[tell]
	out := &routes.Declaration{Position: position(d.At), Scopes: d.Scopes, Accepts: accepts, Unread: d.Unread, Optional: d.Optional}
	if d.To != nil {
		out.Holder, out.Position = d.To.Name, position(d.To.Pos)
	}
	var names []string
	for _, d := range list {
		names = append(names, d.Scheme)
	}
	out.Security = []string{strings.Join(names, ", ")} // whether all of them or one is asked for is not known
	r.Declared = out
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
