package inbrowser

import (
	"encoding/json"
	"slices"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// named requires a name of every control, row and landmark that a screen reader finds.
func (p *tab) named() {
	p.Helper()
	tree, err := chromedp.Call(p.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		p.Fatal(err)
	}
	want := []string{"button", "combobox", "searchbox", "tab", "tree", "treeitem", "grid", "row", "rowheader", "columnheader", "gridcell", "search", "complementary", "tabpanel", "tablist", "heading"}
	seen := map[string]int{}
	for _, node := range tree.Nodes {
		if node.Ignored || node.Role == nil {
			continue
		}
		role := text(node.Role)
		if !slices.Contains(want, role) {
			continue
		}
		seen[role]++
		if node.Name == nil || text(node.Name) == "" {
			p.Errorf("a %s has no name (node %d)", role, node.BackendDOMNodeID)
		}
	}
	for _, role := range []string{"button", "combobox", "searchbox", "tab", "complementary", "search"} {
		if seen[role] == 0 {
			p.Errorf("there is no %s: %v", role, seen)
		}
	}
	if seen["treeitem"]+seen["gridcell"] == 0 {
		p.Errorf("there are no rows: %v", seen)
	}
}

// text reads a value of the tree that is a string.
func text(v *accessibility.Value) string {
	var s string
	if json.Unmarshal(v.Value, &s) != nil {
		return ""
	}
	return s
}
