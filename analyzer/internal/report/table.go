package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// RoutesFormats are the formats of the inventory by name, besides text.
var RoutesFormats = map[string]func(w io.Writer, t *routes.Table) error{
	"json": JSON, "markdown": Markdown, "csv": CSV,
}

// Markdown writes the inventory as a table of GitHub's dialect (GFM section 4.10), and
// below it what could not be followed.
func Markdown(w io.Writer, t *routes.Table) error {
	var b strings.Builder
	several := len(apps(t)) > 1
	head := []string{"Method", "Pattern", "Verdict", "Level", "Guards", "Handler", "Position", "Remarks"}
	if several {
		head = append([]string{"Application"}, head...)
	}
	if len(t.Routes) > 0 {
		writeMarkdownRow(&b, head)
		b.WriteString(strings.Repeat("|---", len(head)) + "|\n")
	}
	for _, r := range t.Routes {
		cells := []string{
			cell(r.Method), code(r.Host + r.Pattern), string(r.Verdict), string(r.Level), cell(guards(r)), code(routes.Short(r.Handler)), code(r.Position.String()), cell(remarks(r)),
		}
		if several {
			cells = append([]string{code(r.App)}, cells...)
		}
		writeMarkdownRow(&b, cells)
	}
	if len(t.Routes) > 0 {
		b.WriteString("\n")
	}
	b.WriteString(sums(t) + "\n")
	left := leftOpen(t)
	if len(left) > 0 {
		b.WriteString("\n")
	}
	for _, line := range left {
		b.WriteString("- " + cell(line) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeMarkdownRow(b *strings.Builder, cells []string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

// cell escapes text so that a table cell shows it as it is.
func cell(s string) string {
	return strings.NewReplacer("\\", "\\\\", "|", "\\|", "*", "\\*", "_", "\\_", "`", "\\`", "<", "&lt;", "&", "&amp;",
		"[", "\\[", "~", "\\~", "\r", " ", "\n", " ").Replace(s)
}

// code makes a code span of a cell. A span has no escapes, but for the bar, which ends
// the cell even there; the fence is longer than any in the text.
func code(s string) string {
	s = strings.NewReplacer("|", "\\|", "\r", " ", "\n", " ").Replace(s)
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if s == "" {
		return ""
	}
	if len(fence) > 1 {
		s = " " + s + " "
	}
	return fence + s + fence
}

// CSV writes the inventory as comma-separated values (RFC 4180), a line for each
// route; it has no place for what could not be followed, which text and JSON list.
func CSV(w io.Writer, t *routes.Table) error {
	out := csv.NewWriter(w)
	out.Write([]string{"app", "method", "host", "pattern", "verdict", "level", "guards", "demands", "handler", "file", "line", "reason", "remarks"})
	for _, r := range t.Routes {
		var names []string
		for _, g := range r.Guards {
			names = append(names, routes.Short(g.Name))
		}
		line := []string{
			r.App, r.Method, r.Host, r.Pattern, string(r.Verdict), string(r.Level), strings.Join(names, " > "), strings.Join(demands(r), ", "),
			r.Handler, r.Position.File, fmt.Sprint(r.Position.Line), r.Reason, remarks(r),
		}
		for i := range line {
			line[i] = literal(line[i])
		}
		out.Write(line)
	}
	out.Flush()
	return out.Error()
}

// literal marks a text that a spreadsheet would take for a formula, as a spreadsheet does (OWASP,
// "CSV Injection").
func literal(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
