package evaluate

import (
	"path"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// joinPath is path.Join of elements of which some are not known, as a base path from the
// configuration: what is known stands where it would. An element that climbs, or that would not
// stay as it is spelled, may take away what nobody knows, and leaves nothing known.
func joinPath(list []value.Value) value.Text {
	var out value.Text
	for _, v := range list {
		t := value.AsText(v)
		if s, known := t.Known(); known && s != "" {
			t = value.String(path.Clean(s))
		}
		if slices.ContainsFunc(t.Parts, func(p value.Part) bool { return changesInPath(p.Lit) }) {
			return value.Hole("")
		}
		switch {
		case len(t.Parts) == 0: // left out
		case len(out.Parts) == 0:
			out = t
		default:
			out = value.Concat(value.Concat(trimSlash(out, "/"), value.String("/")), trimLeadingSlash(t))
		}
	}
	if s, _ := out.Known(); s == "/" {
		return out
	}
	return trimSlash(out, "/")
}

// changesInPath reports whether a piece of a path is spelled otherwise when it is joined with others.
func changesInPath(s string) bool {
	return strings.Contains(s, "//") || strings.HasPrefix(s, ".") || strings.Contains(s, "/.")
}
