package guard

import (
	"path"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A step before the handler may do with the name of the route what no test says: take it apart in a way of its
// own, or look up what it asks for in a table. It is simulated once more for each route whose name is a text,
// and sees that text.

// namesRoute reports whether a step before the handler asks the route for more than tests answer.
func (s *Summary) namesRoute() bool {
	r := s.run
	if r.endpoint && len(r.targets) == 0 || r.spent || s.Failed != "" {
		return false
	}
	return r.tabled || slices.ContainsFunc(r.condSeq, func(c *cond) bool { return c.lab&Path != 0 && c.test == nil })
}

// named is what the step is for a route that has a name: itself, if that makes no difference.
func (s *Summary) named(at Target) *Summary {
	if s.byName == nil || s.byName.steps > maxApart || !slices.ContainsFunc(naming, func(src frameworks.Source) bool {
		_, ok := (&test{subject: src}).spelled(at)
		return ok
	}) {
		return s
	}
	return s.byName.forTarget(at)
}

// naming are the sources that may be texts when the route is known.
var naming = []frameworks.Source{frameworks.SourceRoute, frameworks.SourcePath}

// spelled is the text that the route, or a part of it, is for a target. A path that the router takes in other
// spellings, too, is none.
func (t *test) spelled(at Target) (string, bool) {
	if t.op != "" || t.negate || t.next != nil {
		return "", false
	}
	subject := at.Pattern
	switch t.subject {
	case frameworks.SourceRoute:
	case frameworks.SourceService:
		subject = strings.Trim(path.Dir(at.Pattern), "/")
	case frameworks.SourceCall:
		subject = path.Base(at.Pattern)
	case frameworks.SourcePath:
		subject = strings.TrimSuffix(at.Path, "{$}")
		if at.Lax != 0 || at.Rest || strings.IndexAny(subject, "{:*") >= 0 {
			return "", false
		}
	case frameworks.SourceMethod:
		return at.Method, at.Method != "" && at.Method != "*" && !at.Others && (t.renamed || !at.Renamed)
	default:
		return "", false
	}
	if t.subject != frameworks.SourcePath && (!at.Routed || at.Pattern == "") {
		return "", false
	}
	if t.cut != "" {
		subject, _ = behind(subject, t.cut)
	}
	if t.part != 0 {
		subject = t.partOf(subject)
	}
	return subject, true
}

// spellOut makes a text of what is asked of the route, in a run for one that has a name.
func (r *run) spellOut(in *program.Instr, v av) av {
	if r.at == nil || !r.at.spell || in.Type != "string" || v.test == nil || v.v != nil {
		return v
	}
	if text, ok := v.test.spelled(*r.at); ok {
		return known(value.String(text))
	}
	return v
}

// spellsFor reports whether a call may be about the route, in a run for one that has a name: of that, nothing but
// the text is left.
func (r *run) spellsFor(args []av) bool {
	return r.at != nil && r.at.spell && slices.ContainsFunc(args, func(a av) bool {
		_, known := textOf(a)
		return known
	})
}
