// Package report writes route tables for people and machines.
package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Text writes the inventory as an aligned table, a line of totals, and then the
// reason of every unknown route and every place that could not be followed.
func Text(w io.Writer, t *routes.Table, color bool) {
	if len(t.Routes) > 0 {
		writeRows(w, rows(t), color)
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, sums(t))
	for _, line := range leftOpen(t) {
		fmt.Fprintln(w, printable(line))
	}
}

// sums is the line of totals.
func sums(t *routes.Table) string {
	n := count(t)
	return fmt.Sprintf("routes %d: guarded %d, public %d, unguarded %d, unknown %d; incomplete %d",
		n.Routes, n.Guarded, n.Public, n.Unguarded, n.Unknown, n.Incomplete)
}

// leftOpen lists what is not known: routes, and places that could not be followed.
func leftOpen(t *routes.Table) []string {
	var out []string
	for _, r := range t.Routes {
		if r.Verdict == routes.Unknown {
			out = append(out, fmt.Sprintf("%s: unknown: %s: %s", r.Position, title(r), r.Reason))
		}
	}
	for _, i := range t.Incomplete {
		out = append(out, fmt.Sprintf("%s: incomplete: %s", i.Position, i.Reason))
	}
	return out
}

// apps are the applications of a table.
func apps(t *routes.Table) map[string]bool {
	out := map[string]bool{}
	for _, r := range t.Routes {
		out[r.App] = true
	}
	return out
}

// A row is the cells of a line, or a heading.
type row struct {
	cells   []string
	heading string
}

const verdictColumn = 2

// rows lays the table out; applications get headings when there are several.
func rows(t *routes.Table) []row {
	several := len(apps(t)) > 1
	out := []row{{cells: []string{"METHOD", "PATTERN", "VERDICT", "LEVEL", "GUARDS", "HANDLER", "POSITION"}}}
	app := ""
	for _, r := range t.Routes {
		if several && r.App != app {
			app = r.App
			out = append(out, row{heading: app})
		}
		cells := []string{
			r.Method, r.Host + r.Pattern, string(r.Verdict), string(r.Level), guards(r), routes.Short(r.Handler), r.Position.String(),
		}
		if s := remarks(r); s != "" {
			cells = append(cells, s)
		}
		for i := range cells {
			cells[i] = printable(cells[i])
		}
		out = append(out, row{cells: cells})
	}
	return out
}

func writeRows(w io.Writer, list []row, color bool) {
	var widths []int
	for _, r := range list {
		for i, c := range r.cells {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(c))
		}
	}
	for _, r := range list {
		if r.heading != "" {
			fmt.Fprintf(w, "\n%s\n", printable(r.heading))
			continue
		}
		var line strings.Builder
		for i, c := range r.cells {
			padding := widths[i] - utf8.RuneCountInString(c) + 2
			if color && i == verdictColumn {
				c = paint(c)
			}
			line.WriteString(c)
			if i < len(r.cells)-1 {
				line.WriteString(strings.Repeat(" ", padding))
			}
		}
		fmt.Fprintln(w, line.String())
	}
}

// paint colours a verdict.
func paint(verdict string) string {
	code := map[string]string{
		string(routes.Unguarded): "31", string(routes.Unknown): "33", string(routes.Guarded): "32",
	}[verdict]
	if code == "" {
		return verdict
	}
	return "\x1b[" + code + "m" + verdict + "\x1b[0m"
}

// guards lists what a route asks for in order, or why it asks nothing.
func guards(r *routes.Route) string {
	var parts []string
	for _, g := range r.Guards {
		s := routes.Short(g.Name)
		if len(g.Demands) > 0 {
			s += "(" + strings.Join(g.Demands, ", ") + ")"
		}
		parts = append(parts, s)
	}
	switch {
	case len(parts) > 0:
		return strings.Join(parts, " > ")
	case r.Verdict == routes.Public && r.Reason != "":
		return "(" + r.Reason + ")"
	}
	return "-"
}

// remarks are what is unusual about a route.
func remarks(r *routes.Route) string {
	var out []string
	if r.Condition != "" {
		out = append(out, "only if "+r.Condition)
	}
	if r.Shadowed {
		out = append(out, "never reached: another registration wins")
	}
	if r.Fallback {
		out = append(out, "for what no route matches")
	}
	if r.Open {
		out = append(out, "not served here")
	}
	return strings.Join(out, "; ")
}

// title names a route in running text.
func title(r *routes.Route) string { return r.Method + " " + r.Host + r.Pattern }
