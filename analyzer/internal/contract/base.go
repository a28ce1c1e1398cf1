package contract

import (
	"maps"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/pattern"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// base is the server's path below which most operations are served: a gateway in front
// may take it off.
func (c *comparer) base() string {
	best, most := "", -1
	for _, base := range append(slices.Clone(c.doc.Bases), "") {
		n := 0
		for _, o := range c.doc.Operations {
			if _, fit := c.serving(base, o); fit >= pattern.Certainly {
				n++
			}
		}
		if n > most {
			best, most = base, n
		}
	}
	return best
}

// below drops the routes that are not below a path: the document does not speak of them.
func (c *comparer) below(base string) {
	var kept []*routes.Route
	var shapes []pattern.Shape
	for i, s := range c.shapes {
		if s.Base || s.Canonical == base || strings.HasPrefix(s.Canonical, base+"/") {
			kept, shapes = append(kept, c.routes[i]), append(shapes, s)
		}
	}
	c.routes, c.shapes = kept, shapes
}

// Suggest names the path below which most operations of a document would be served, and
// how many, for a document that does not say so itself. It returns "" if there is none.
func Suggest(t *routes.Table, doc *Document) (base string, operations int) {
	c := newComparer(t, doc)
	counts := map[string]int{}
	for _, o := range doc.Operations {
		path, of := pattern.Path("", o.Path), map[string]bool{}
		for i, r := range c.routes {
			if prefix, ok := strings.CutSuffix(c.shapes[i].Canonical, path); ok && prefix != "" && answers(r.Method, o.Method) {
				of[prefix] = true
			}
		}
		for prefix := range of {
			counts[prefix]++
		}
	}
	for _, prefix := range slices.Sorted(maps.Keys(counts)) {
		if counts[prefix] > operations {
			base, operations = prefix, counts[prefix]
		}
	}
	return base, operations
}
