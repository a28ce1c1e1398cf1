package fix

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// remove takes away a comment of one line: with its line, if it has one to itself.
func (f *file) remove(c rule.Remove) []Edit {
	p := f.pos(c.Comment)
	for _, group := range f.syntax.Comments {
		for _, comment := range group.List {
			if comment.Pos() != p || !strings.HasPrefix(comment.Text, "//guardvet:") {
				continue
			}
			start, end := f.line(p)
			before := string(f.content[start:f.offset(p)])
			if strings.TrimSpace(before) != "" {
				return []Edit{{start + len(strings.TrimRight(before, " \t")), end, ""}}
			}
			return []Edit{{start, min(end+1, len(f.content)), ""}}
		}
	}
	return nil
}
