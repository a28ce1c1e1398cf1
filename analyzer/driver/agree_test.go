package driver

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestVetAgrees checks that go vet with the tool prints what the command prints,
// from an empty cache and from a full one.
func TestVetAgrees(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/shop.txt")
	if err != nil {
		t.Fatal(err)
	}
	unpack(t, archive)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	vet := func() []string {
		out, err := exec.Command("go", "vet", "-vettool="+self, "./...").CombinedOutput()
		if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != 1 {
			t.Errorf("go vet: %v, want exit status 1", err)
		}
		return findingsIn(string(out))
	}
	command := func() []string {
		var out, errs bytes.Buffer
		if code := Main([]string{"./..."}, &out, &errs); code != exitFindings || errs.Len() > 0 {
			t.Errorf("exit code %d, want %d; stderr %q", code, exitFindings, errs.String())
		}
		return findingsIn(out.String())
	}
	want := vet()
	if len(want) == 0 {
		t.Fatal("no findings")
	}
	for name, got := range map[string][]string{"vet again": vet(), "command": command(), "command again": command()} {
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q\nwant %q", name, got, want)
		}
	}
}

// TestREADME checks that what the README shows is what is printed.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	transcript, err := os.ReadFile("testdata/shop.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, shown, ok := strings.Cut(string(readme), "```\n$ guardvet\n")
	shown, _, closed := strings.Cut(shown, "```")
	if !ok || !closed {
		t.Fatal("the README shows no output")
	}
	for line := range strings.Lines(shown) {
		if !strings.Contains(string(transcript), "\n"+line) {
			t.Errorf("testdata/shop.txt has no line %q", line)
		}
	}
}

// findingsIn takes the findings out of the text, without the related places that
// go vet prints below them.
func findingsIn(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") && !strings.Contains(line, ": \t") {
			out = append(out, strings.TrimPrefix(strings.TrimSpace(line), "./"))
		}
	}
	slices.Sort(out)
	return out
}
