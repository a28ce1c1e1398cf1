package report

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

const mainFile = `package main

func main() {
	mux.HandleFunc("DELETE /ä/{id}", remove); mux.HandleFunc("GET /b", list)
	mux.HandleFunc("GET /c", list)
}
`

// found lays out a repository with a module below its root, and returns findings in it
// as a command in the module reports them.
func found(t *testing.T) Findings {
	t.Helper()
	root := t.TempDir()
	write(t, filepath.Join(root, ".git"), "gitdir: elsewhere")
	dir := filepath.Join(root, "my app")
	write(t, filepath.Join(dir, "go.mod"), "module example.com/app // the app\n")
	write(t, filepath.Join(dir, "cmd/main.go"), mainFile)
	at := func(line, column int) routes.Position {
		return routes.Position{File: "cmd/main.go", Line: line, Column: column}
	}
	f := Findings{Version: "v1.2.3", Sources: NewSources(dir), List: []Finding{
		{
			Rule: "unguarded", Position: at(4, 2), Message: "unguarded: DELETE /ä/{id} is served without a guard; 2 of 3", Confidence: rule.High, Subject: "DELETE /ä/{id}",
			Related: []Related{{Position: at(5, 2), Message: "GET /c is registered here"}, {Position: routes.Position{File: "/usr/lib/x y.go", Line: 7, Column: 1}, Message: "50% of it\nis here"}},
			Fixes: []Fix{{Message: "guard it", Edits: []Edit{
				{Filename: "cmd/main.go", Start: strings.Index(mainFile, "remove"), End: strings.Index(mainFile, "remove") + len("remove"), New: "guard(remove)"},
			}}},
		},
		{Rule: "unguarded", Position: at(4, 45), Message: "unguarded: GET /b is served without a guard", Confidence: rule.Medium, Subject: "GET /b", Related: []Related{}},
		{Rule: "continues", Position: routes.Position{File: "gone.go", Line: 9, Column: 3}, Message: "continues: x goes on", Confidence: rule.Low, Subject: "x", Related: []Related{}},
		{Rule: "continues", Message: "continues: somewhere", Confidence: rule.Low, Subject: "y", Related: []Related{}},
	}}
	Identify(f.List, f.Sources)
	return f
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// results keeps what a golden file is to show: not the rules, which change and are numbered,
// and not the library's defaults.
func results(t *testing.T, data []byte) string {
	t.Helper()
	_, rest, ok := strings.Cut(string(data), `"results": [`)
	if !ok {
		t.Fatalf("no results in %s", data)
	}
	rest, _, _ = strings.Cut(rest, `"tool": {`)
	var out strings.Builder
	for line := range strings.Lines(rest) {
		if !strings.Contains(line, `"ruleIndex"`) && !strings.HasSuffix(strings.TrimSuffix(strings.TrimSpace(line), ","), "-1") && !strings.Contains(line, "[]") {
			out.WriteString(line)
		}
	}
	return out.String()
}

// TestSARIF holds a report against the schema of SARIF 2.1.0, and what it says of the
// findings against what is expected.
func TestSARIF(t *testing.T) {
	f := found(t)
	f.Trouble = []string{"x/a.go:1:1: does not compile"}
	var b bytes.Buffer
	if err := SARIF(&b, f); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), f.Sources.root) {
		t.Errorf("the report names a directory of this machine: %s", f.Sources.root)
	}
	golden(t, "findings.sarif", func(w io.Writer) { w.Write([]byte(results(t, b.Bytes()))) })
	log, err := sarif.FromBytes(b.Bytes(), sarif.WithStrictValidation())
	if err != nil {
		t.Fatal(err)
	}
	if err := log.Validate(); err != nil {
		t.Error(err)
	}
	run := log.Runs[0]
	if *run.Invocations[0].ExecutionSuccessful || *run.Invocations[0].ToolExecutionNotifications[0].Message.Text != f.Trouble[0] {
		t.Error("the report does not say what could not be analysed")
	}
	for _, r := range run.Results {
		if d := run.Tool.Driver.Rules[r.RuleIndex]; *d.ID != *r.RuleID || *d.Help.Text == "" || !strings.Contains(*d.Help.Markdown, "```go") || *d.HelpURI == "" || !slices.Contains(d.Properties.Tags, "security") {
			t.Errorf("%s: rule %+v", *r.RuleID, d)
		}
	}
	log.Runs[0].Results[0].WithLevel("bad")
	if log.Validate() == nil {
		t.Error("the schema does not see what is wrong")
	}
}

func TestSARIFWithoutFindings(t *testing.T) {
	log := sarifLog(Findings{Sources: NewSources(t.TempDir())})
	if err := log.Validate(); err != nil {
		t.Error(err)
	}
	if run := log.Runs[0]; run.Results == nil || !*run.Invocations[0].ExecutionSuccessful {
		t.Error("it does not say that nothing was found") // without results means not looked for: section 3.14.23
	}
}

func TestLinesAndAnnotations(t *testing.T) {
	f := found(t)
	for name, format := range map[string]FindingsWriter{"findings.txt": Lines, "findings.github.txt": Annotations} {
		golden(t, name, func(w io.Writer) { format(w, f) })
	}
	if got, want := property("a:b,c%\n"), "a%3Ab%2Cc%25%0A"; got != want {
		t.Errorf("property %q, want %q", got, want)
	}
}

func TestTerminal(t *testing.T) {
	f := found(t)
	golden(t, "findings.terminal.txt", func(w io.Writer) { Terminal(w, f, false) })
	golden(t, "findings.color.txt", func(w io.Writer) { Terminal(w, f, true) })
	golden(t, "findings.none.txt", func(w io.Writer) { Terminal(w, Findings{Sources: f.Sources}, true) })
	if got := printable("a\x1b[31m\tb\u009bc\x7f"); got != "a[31m bc" {
		t.Errorf("a source line may command the terminal: %q", got)
	}
}

// TestFingerprints changes the program in ways that leave a finding the same, and in
// ways that do not.
func TestFingerprints(t *testing.T) {
	old := found(t).List[0].Fingerprint
	for name, test := range map[string]struct {
		change func(f *Findings)
		same   bool
	}{
		"lines above": {func(f *Findings) { replace(t, f, "package main\n", "package main\n\n\n"); f.List[0].Position.Line += 2 }, true},
		"indented": {func(f *Findings) {
			replace(t, f, "\tmux.HandleFunc(\"DEL", "\t\tmux.HandleFunc(\"DEL")
			f.List[0].Position.Column++
		}, true},
		"message":    {func(f *Findings) { f.List[0].Message = "unguarded: DELETE /ä/{id} is served without a guard; 7 of 9" }, true},
		"confidence": {func(f *Findings) { f.List[0].Confidence = rule.Low }, true},
		"from above": {func(f *Findings) {
			f.Sources = NewSources(filepath.Dir(f.Sources.dir))
			f.List[0].Position.File = "my app/cmd/main.go"
		}, true},
		"rule":        {func(f *Findings) { f.List[0].Rule = "bypass" }, false},
		"route":       {func(f *Findings) { f.List[0].Subject = "PUT /ä/{id}" }, false},
		"source line": {func(f *Findings) { replace(t, f, "remove", "erase") }, false},
		"file": {func(f *Findings) {
			write(t, filepath.Join(f.Sources.dir, "main.go"), mainFile)
			f.List[0].Position.File = "main.go"
		}, false},
		"module": {func(f *Findings) { write(t, filepath.Join(f.Sources.dir, "go.mod"), "module example.com/other\n") }, false},
	} {
		f := found(t)
		f.Sources = NewSources(f.Sources.dir) // that has read nothing yet
		test.change(&f)
		Identify(f.List[:1], f.Sources)
		if same := f.List[0].Fingerprint == old; same != test.same {
			t.Errorf("%s: the fingerprint is the same: %t, want %t", name, same, test.same)
		}
	}
	twice := slices.Repeat(found(t).List[:1], 2)
	twice[0].Subject, twice[1].Subject = "x.f$1", "x.f$2$1" // closures
	Identify(twice, found(t).Sources)
	a, b := twice[0].Fingerprint, twice[1].Fingerprint
	if strings.TrimSuffix(a, ":1") != strings.TrimSuffix(b, ":2") || a == b {
		t.Errorf("fingerprints of what is alike: %s, %s", a, b)
	}
}

func replace(t *testing.T, f *Findings, from, to string) {
	t.Helper()
	write(t, filepath.Join(f.Sources.dir, "cmd/main.go"), strings.Replace(mainFile, from, to, 1))
}

func TestBaseline(t *testing.T) {
	f := found(t)
	f.List[1].Message = strings.Replace(f.List[1].Message, " without", "\n\twithout", 1) // a condition may have lines
	var b bytes.Buffer
	if err := NewBaseline("-tags=x ./...", f.List[1:]).Write(&b); err != nil {
		t.Fatal(err)
	}
	read, err := ReadBaseline(strings.NewReader(strings.ReplaceAll(b.String(), "\n", "\r\n"))) // as git may check it out
	if err != nil {
		t.Fatal(err)
	}
	if read.Scope != "-tags=x ./..." || len(read.Entries) != 3 || read.Entries[2].Text != "cmd/main.go: GET /b is served without a guard" {
		t.Errorf("%+v", read)
	}
	fresh, stale := read.Split(f.List[:2])
	if len(fresh) != 1 || fresh[0].Subject != f.List[0].Subject || len(stale) != 2 || stale[0].Rule != "continues" {
		t.Errorf("fresh %+v, stale %+v", fresh, stale)
	}
	for _, bad := range []string{"", "unguarded x:1 y\n", "# guardvet baseline 2\n", baselineHead + "\n>>>>>>> main\n"} {
		if _, err := ReadBaseline(strings.NewReader(bad)); err == nil {
			t.Errorf("%q is read without an error", bad)
		}
	}
}
