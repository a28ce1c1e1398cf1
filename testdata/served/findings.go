package served

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// CheckFindings requires of the packages a finding for every line of the folders' files
// with a comment that says so,
//
//	f() // want rule
//
// and no others. A number moves the line: "want:-1 rule" is for the line above.
func CheckFindings(t *testing.T, packages string, folders ...string) {
	t.Helper()
	guardvet := build(t)
	var got []string
	for _, f := range guardvet.findings(t, packages) {
		got = append(got, f.where())
	}
	var want []string
	for _, folder := range folders {
		want = append(want, wanted(t, filepath.Join("..", folder))...)
	}
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("missed: %s", f)
		}
	}
	for _, f := range got {
		if !slices.Contains(want, f) {
			t.Errorf("not wanted: %s", f)
		}
	}
}

// A finding is what guardvet reports.
type finding struct {
	Rule     string `json:"rule"`
	Position string `json:"position"`
	Message  string `json:"message"`
}

// where is the file, without its folder, the line and the rule.
func (f finding) where() string {
	at := strings.Split(filepath.ToSlash(f.Position), ":")
	return fmt.Sprintf("%s:%s %s", filepath.Base(at[0]), at[1], f.Rule)
}

// findings runs it on packages of the module of the samples.
func (g tool) findings(t *testing.T, packages string) []finding {
	t.Helper()
	out, err := exec.Command(g.path, "-C", g.dir, "-json", packages).Output()
	if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() != 1) {
		t.Fatalf("guardvet: %v\n%s", err, stderr(err))
	}
	var report struct{ Findings []finding }
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	return report.Findings
}

var comment = regexp.MustCompile(`// want(:-?\d+)? (\w+)`)

// wanted lists what the comments of a folder's files ask for.
func wanted(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", folder, err)
	}
	var out []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			m := comment.FindStringSubmatch(line)
			if m == nil || strings.HasSuffix(file, "_test.go") {
				continue
			}
			moved, _ := strconv.Atoi(strings.TrimPrefix(m[1], ":"))
			out = append(out, fmt.Sprintf("%s:%d %s", filepath.Base(file), i+1+moved, m[2]))
		}
	}
	return out
}

// CheckOnce requires one message of a rule that has a text in it, and no more.
func CheckOnce(t *testing.T, packages, rule, text string) {
	t.Helper()
	var got []string
	for _, f := range build(t).findings(t, packages) {
		if f.Rule == rule && strings.Contains(f.Message, text) {
			got = append(got, f.Message)
		}
	}
	if len(got) != 1 {
		t.Errorf("%d messages of %s about %s: %q", len(got), rule, text, got)
	}
}

// CheckRule requires exactly these messages of a rule for packages of the module of the
// samples, in the order of their places.
func CheckRule(t *testing.T, packages, rule string, want ...string) {
	t.Helper()
	var got []string
	for _, f := range build(t).findings(t, packages) {
		if f.Rule == rule {
			got = append(got, f.Message)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("rule %s says\n%s\nwant\n%s", rule, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
