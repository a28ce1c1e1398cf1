package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestControlCharacters sees to it that the analysed program does not write to the terminal.
func TestControlCharacters(t *testing.T) {
	const attack = "/a\x1b[2J\r\nGET /b\u009b31m\x07"
	r := &routes.Route{Method: "GET", Pattern: attack, Verdict: routes.Unknown, Reason: attack, Handler: "x.h" + attack, Chain: []routes.Step{{Name: "x.h" + attack, Notes: []string{attack}}}}
	table := &routes.Table{Routes: []*routes.Route{r}, Incomplete: []routes.Incomplete{{Reason: attack}}}
	var text, explained, lines bytes.Buffer
	Text(&text, table, false)
	Explain(&explained, r)
	Lines(&lines, Findings{List: []Finding{{Message: attack}}})
	for name, out := range map[string]string{"text": text.String(), "explain": explained.String(), "lines": lines.String()} {
		if strings.ContainsAny(out, "\x1b\r\x07\u009b") || !strings.Contains(out, "/a") {
			t.Errorf("%s: %q", name, out)
		}
	}
	if n := strings.Count(lines.String(), "\n"); n != 1 {
		t.Errorf("%d lines of one finding", n)
	}
}
