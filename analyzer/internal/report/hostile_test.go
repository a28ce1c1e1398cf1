package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// hostile is what a string of the analysed program may hold: what obeys a terminal, ends a line, a
// cell, a string, a code span or a command, and invalid UTF-8.
const hostile = "=/a\x1b[2J\r\nGET /b::error::x%0A\u009b31m\x07\u202e|`<img src=x onerror=alert(1)>\",\xff\\"

// reports writes every format about a program whose every string is s.
func reports(s string) map[string]string {
	at := routes.Position{File: s + ".go", Line: 1, Column: 1}
	r := &routes.Route{
		App: s, Method: "GET", Host: s, Pattern: s, Verdict: routes.Unknown, Reason: s, Condition: s, Handler: s, Position: at, Closed: at,
		Guards: []routes.Guard{{Name: s, Demands: []string{s}, Position: at, Attached: at}},
		Chain:  []routes.Step{{Name: s, Notes: []string{s}, Condition: s, Position: at, Attached: at, Exits: []routes.Exit{{Status: 403, Condition: s, Position: at}}}},
	}
	other := *r
	other.App, other.Verdict = "other", routes.Unguarded
	table := &routes.Table{Routes: []*routes.Route{r, &other}, Incomplete: []routes.Incomplete{{Position: at, Reason: s}}}
	findings := Findings{
		List:    []Finding{{Rule: "unguarded", Message: s, Confidence: rule.High, Position: at, Related: []Related{{Position: at, Message: s}}}},
		Sources: NewSources("testdata"),
	}
	out := map[string]string{}
	add := func(name string, write func(w io.Writer)) {
		var b bytes.Buffer
		write(&b)
		out[name] = b.String()
	}
	add("routes text", func(w io.Writer) { Text(w, table, false) })
	for name, write := range RoutesFormats {
		add("routes "+name, func(w io.Writer) { write(w, table) })
	}
	for name, write := range FindingsFormats {
		add("findings "+name, func(w io.Writer) { write(w, findings) })
	}
	add("terminal", func(w io.Writer) { Terminal(w, findings, false) })
	add("explain", func(w io.Writer) { Explain(w, r) })
	add("lock", func(w io.Writer) { NewLock("./...", table).Write(w) })
	add("changes", func(w io.Writer) { Changes(w, Compare(&Lock{}, NewLock("./...", table))) })
	return out
}

// TestEveryFormat: what the analysed program spells out neither adds a line to a report of lines
// nor breaks one that is read by a program.
func TestEveryFormat(t *testing.T) {
	harmless := reports("/plain")
	for name, out := range reports(hostile) {
		switch {
		case strings.HasSuffix(name, "json"), strings.HasSuffix(name, "sarif"):
			if !json.Valid([]byte(out)) {
				t.Errorf("%s: no JSON: %q", name, out)
			}
			continue
		case strings.HasSuffix(name, "csv"):
			list, err := csv.NewReader(strings.NewReader(out)).ReadAll()
			if err != nil || len(list) != 3 {
				t.Errorf("%s: %d lines, %v", name, len(list), err)
			}
			for _, cell := range list[1] {
				if strings.HasPrefix(cell, "=") {
					t.Errorf("%s: a spreadsheet would compute %q", name, cell)
				}
			}
			continue
		}
		if got, want := strings.Count(out, "\n"), strings.Count(harmless[name], "\n"); got != want || want == 0 {
			t.Errorf("%s: %d lines, %d of a harmless program: %q", name, got, want, out)
		}
		if name != "findings github" && name != "routes markdown" && strings.ContainsAny(out, "\x1b\r\x07\u009b\u202e") {
			t.Errorf("%s: a terminal would obey %q", name, out)
		}
	}
}

// TestHostileLock reads a lock of a hostile program again: nothing has changed.
func TestHostileLock(t *testing.T) {
	out := reports(hostile)["lock"]
	l, err := ReadLock(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	l.Write(&again)
	if again.String() != out {
		t.Errorf("%q is read as %q", out, again.String())
	}
}
