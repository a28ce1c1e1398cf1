// Package report writes route tables for people and machines.
package report

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Text writes the inventory as an aligned table, a line of totals, and every
// place that could not be followed.
func Text(w io.Writer, t *routes.Table, color bool) {
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	app := ""
	for _, r := range t.Routes {
		if r.App != app {
			if app != "" {
				fmt.Fprintln(tw)
			}
			app = r.App
			fmt.Fprintf(tw, "%s\n", app)
		}
		fmt.Fprintf(tw, "  %s\t%s\t%s\t%s\t%s\t%s\n",
			r.Method, r.Host+r.Pattern, r.Verdict, demands(r), Short(r.Handler), r.Position)
	}
	tw.Flush()
	n := NewTotals(t)
	if len(t.Routes) > 0 {
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%d routes: %d guarded, %d public, %s, %d unknown; %d places not followed\n",
		n.Routes, n.Guarded, n.Public, paint(fmt.Sprintf("%d unguarded", n.Unguarded), color && n.Unguarded > 0), n.Unknown, n.Incomplete)
	for _, r := range t.Routes {
		if r.Verdict == routes.Unknown {
			fmt.Fprintf(w, "%s: unknown: %s %s: %s\n", r.Position, r.Method, r.Pattern, r.Reason)
		}
	}
	for _, i := range t.Incomplete {
		fmt.Fprintf(w, "%s: incomplete: %s\n", i.Position, i.Reason)
	}
}

// paint makes a text red on a terminal.
func paint(s string, on bool) string {
	if !on {
		return s
	}
	return "\x1b[31m" + s + "\x1b[0m"
}

// demands says in a few words what a route asks for.
func demands(r *routes.Route) string {
	switch r.Verdict {
	case routes.Guarded:
	case routes.Public:
		return "(" + r.Reason + ")"
	case routes.Unknown:
		return string(r.Level)
	default:
		return "-"
	}
	var parts []string
	for _, g := range r.Guards {
		s := Short(g.Name)
		if len(g.Demands) > 0 {
			s += "(" + strings.Join(g.Demands, ", ") + ")"
		}
		parts = append(parts, s)
	}
	return string(r.Level) + ": " + strings.Join(parts, " > ")
}

// Short drops the directories of a symbol's import path.
func Short(symbol string) string {
	prefix := ""
	if strings.HasPrefix(symbol, "(*") {
		prefix = "(*"
	} else if strings.HasPrefix(symbol, "(") {
		prefix = "("
	}
	s := symbol[strings.LastIndexByte(symbol, '/')+1:]
	if prefix != "" && !strings.HasPrefix(s, prefix) {
		s = prefix + s
	}
	return s
}
