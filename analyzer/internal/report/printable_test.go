package report

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestControlCharacters sees to it that the analysed program does not write to the terminal.
func TestControlCharacters(t *testing.T) {
	const attack = "/a\x1b[2J\r\nGET /b\u009b31m\x07\u202e"
	r := &routes.Route{Method: "GET", Pattern: attack, Verdict: routes.Unknown, Reason: attack, Handler: "x.h" + attack, Chain: []routes.Step{{Name: "x.h" + attack, Notes: []string{attack}}}}
	table := &routes.Table{Routes: []*routes.Route{r}, Incomplete: []routes.Incomplete{{Reason: attack}}}
	finding := Finding{Message: attack, Position: routes.Position{File: attack, Line: 1, Column: 1}}
	var text, explained, lines, terminal bytes.Buffer
	Text(&text, table, false)
	Explain(&explained, r)
	Lines(&lines, Findings{List: []Finding{finding}})
	Terminal(&terminal, Findings{List: []Finding{finding}, Sources: NewSources(t.TempDir())}, false)
	for name, out := range map[string]string{"text": text.String(), "explain": explained.String(), "lines": lines.String(), "terminal": terminal.String()} {
		if strings.ContainsAny(out, "\x1b\r\x07\u009b\u202e") || !strings.Contains(out, "/a") {
			t.Errorf("%s: %q", name, out)
		}
	}
	if n := strings.Count(lines.String(), "\n"); n != 1 {
		t.Errorf("%d lines of one finding", n)
	}
}

// TestOnlyGoFilesAreShown: a //line directive of the analysed program can name any file.
func TestOnlyGoFilesAreShown(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.go": "package a\n", "secret": "token\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("secret", filepath.Join(dir, "b.go")); err != nil {
		t.Skip(err)
	}
	s := NewSources(dir)
	for name, want := range map[string]string{"a.go": "package a", "secret": "", "b.go": "", "/dev/zero": "", "no.go": ""} {
		if got := s.Line(name, 1); got != want {
			t.Errorf("%s: %q is shown, want %q", name, got, want)
		}
	}
}
