package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// split takes a known text to pieces: above all the empty header of an anonymous
// request, of which nothing or one empty piece is left.
func split(sym string, args []av) ([]string, bool) {
	if len(args) == 0 {
		return nil, false
	}
	texts, ok := knownTexts(args[:min(2, len(args))])
	if !ok {
		return nil, false
	}
	switch {
	case sym == "strings.Fields":
		return strings.Fields(texts[0]), true
	case sym == "strings.Split" && len(texts) == 2:
		return strings.Split(texts[0], texts[1]), true
	case sym == "strings.SplitN" && len(args) == 3:
		n, ok := value.Deref(args[2].v).(value.Int)
		return strings.SplitN(texts[0], texts[1], int(n)), ok
	}
	return nil, false
}

// listOf is a list of texts: one list for the same texts, so that states can be equal.
func (r *run) listOf(texts []string) *value.Slice {
	key := strings.Join(texts, "\x00")
	if r.lists[key] == nil {
		cells := make([]*value.Cell, len(texts))
		for i, s := range texts {
			cells[i] = &value.Cell{Type: "string", Val: value.String(s)}
		}
		r.lists[key] = &value.Slice{Type: "[]string", Array: &value.Array{Elems: cells}, Len: len(texts), Cap: len(texts)}
	}
	return r.lists[key]
}
