package report

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Terminal writes findings for somebody who looks at them: by file, each with its
// source line and the places of its story, and totals at the end.
func Terminal(w io.Writer, f Findings, color bool) error {
	var b strings.Builder
	p := painter(color)
	file := ""
	for i, x := range f.List {
		if x.Position.File != file || i == 0 {
			if file = x.Position.File; i > 0 {
				b.WriteString("\n")
			}
			fmt.Fprintf(&b, "%s\n", p.paint(bold, printable(orUnknown(file))))
		}
		if file != "" {
			fmt.Fprintf(&b, "  %d:%d", x.Position.Line, x.Position.Column)
		}
		fmt.Fprintf(&b, "  %s  %s\n", p.paint(rankColor(x.Confidence), string(x.Confidence)), printable(x.Message))
		writeSource(&b, x, f.Sources, p)
		for _, r := range x.Related {
			fmt.Fprintf(&b, "      %s\n", p.paint(dim, printable(r.Position.String()+": "+r.Message)))
		}
	}
	if len(f.List) > 0 {
		fmt.Fprintf(&b, "\n%s\n", summary(f.List))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func orUnknown(file string) string {
	if file == "" {
		return "(no file)"
	}
	return file
}

// writeSource shows the line that a finding is about, and where in it.
func writeSource(b *strings.Builder, x Finding, s *Sources, p painter) {
	line := s.Line(x.Position.File, x.Position.Line)
	trimmed := strings.TrimLeft(line, " \t")
	if trimmed == "" || utf8.RuneCountInString(trimmed) > longestLine {
		return
	}
	column := s.column(x.Position) - (len(line) - len(trimmed)) // what was cut is one byte a character
	fmt.Fprintf(b, "      %s\n", printable(trimmed))
	fmt.Fprintf(b, "      %s%s\n", strings.Repeat(" ", max(column-1, 0)), p.paint(rankColor(x.Confidence), "^"))
}

// printable makes one line of a text, without what a terminal would obey, and without
// what turns the direction of writing (CVE-2021-42574).
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n':
			return ' '
		case r < ' ' || 0x7f <= r && r < 0xa0 || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}

// summary counts findings by rank.
func summary(list []Finding) string {
	count, files := map[rule.Confidence]int{}, map[string]bool{}
	for _, f := range list {
		count[f.Confidence]++
		files[f.Position.File] = true
	}
	var ranks []string
	for _, c := range []rule.Confidence{rule.High, rule.Medium, rule.Low} {
		if count[c] > 0 {
			ranks = append(ranks, fmt.Sprintf("%d %s", count[c], c))
		}
	}
	return fmt.Sprintf("%s in %s: %s", Plural(len(list), "finding"), Plural(len(files), "file"), strings.Join(ranks, ", "))
}

// A painter colours text, or not. Codes are ECMA-48's, section 8.3.117.
type painter bool

const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	yellow = "33"
)

func (p painter) paint(code, s string) string {
	if !p || code == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func rankColor(c rule.Confidence) string {
	switch c {
	case rule.High:
		return red
	case rule.Medium:
		return yellow
	}
	return ""
}
