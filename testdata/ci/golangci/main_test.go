package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// asCommand is the variable that makes the test binary golangci-lint itself: so it is
// linked once.
const asCommand = "GOLANGCI_TEST_COMMAND"

// cache is where golangci-lint keeps facts and issues during the tests.
var cache string

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
		return
	}
	var err error
	if cache, err = os.MkdirTemp("", "golangci-"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(cache)
	os.Exit(code)
}

// shop lays out the module of the command's transcript, whose finding is in another
// package than the one that serves it, with the example of a configuration as it stands.
func shop(t *testing.T) (dir, transcript string) {
	t.Helper()
	return module(t, "shop.txt")
}

// module lays out the module of a transcript.
func module(t *testing.T, name string) (dir, transcript string) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("../../../analyzer/driver/testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	for _, f := range archive.Files {
		write(t, filepath.Join(dir, f.Name), string(f.Data))
	}
	write(t, filepath.Join(dir, ".golangci.yml"), read(t, "../../../.golangci.example.yml"))
	return dir, string(archive.Comment)
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

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// replace changes a file of the module.
func replace(t *testing.T, name, from, to string) {
	t.Helper()
	text := read(t, name)
	if !strings.Contains(text, from) {
		t.Fatalf("%s has no %q", name, from)
	}
	write(t, name, strings.Replace(text, from, to, 1))
}

// lint runs golangci-lint over the module and returns the issues of its report as lines,
// as guardvet prints them.
func lint(t *testing.T, dir string, wantExit int, args ...string) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "run", "--output.json.path=issues.json", "--output.sarif.path=issues.sarif")
	if cmd.Args = append(cmd.Args, args...); len(args) == 0 {
		cmd.Args = append(cmd.Args, "./...")
	}
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asCommand+"=1", "GOLANGCI_LINT_CACHE="+cache, "GOFLAGS=", "GOWORK=off", "GOPROXY=off")
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != wantExit {
		t.Fatalf("exit %d, want %d: %v\n%s", code, wantExit, err, out)
	}
	var report struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, "issues.json"))), &report); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, i := range report.Issues {
		if i.FromLinter != "guardvet" {
			t.Errorf("an issue of %s: %s", i.FromLinter, i.Text)
		}
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s", i.Pos.Filename, i.Pos.Line, i.Pos.Column, i.Text))
	}
	return lines
}

// printed are the lines that a command of the transcript prints.
func printed(t *testing.T, transcript, command string) []string {
	t.Helper()
	_, rest, ok := strings.Cut(transcript, "$ "+command+"\n")
	if !ok {
		t.Fatalf("the transcript has no %q", command)
	}
	out, _, _ := strings.Cut(rest, "[exit 1]")
	return strings.Split(strings.TrimSpace(out), "\n")
}

// TestFindings requires the findings that the command gives, also those that are
// placed in another package, from an empty cache and from a full one.
func TestFindings(t *testing.T) {
	dir, transcript := shop(t)
	want := printed(t, transcript, "guardvet")
	for _, run := range []string{"cold", "warm"} {
		if got := lint(t, dir, 1); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", run, got, want)
		}
	}
	var log struct {
		Runs []struct {
			Results []struct {
				RuleID    string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, "issues.sarif"))), &log); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range log.Runs[0].Results {
		at := r.Locations[0].PhysicalLocation
		got = append(got, fmt.Sprintf("%s:%d:%d: %s", at.ArtifactLocation.URI, at.Region.StartLine, at.Region.StartColumn, r.Message.Text))
	}
	if !slices.Equal(got, want) {
		t.Errorf("SARIF: %q, want %q", got, want)
	}
}

func TestSettings(t *testing.T) {
	dir, transcript := shop(t)
	replace(t, filepath.Join(dir, ".golangci.yml"), "strict: false", "strict: true")
	if got, want := lint(t, dir, 1), printed(t, transcript, "guardvet -unguarded.strict ."); !slices.Equal(got, want) {
		t.Errorf("strict: %q, want %q", got, want)
	}
	replace(t, filepath.Join(dir, ".golangci.yml"), "strict: true", "enabled: true")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "run", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asCommand+"=1", "GOLANGCI_LINT_CACHE="+cache)
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "unguarded.enabled") {
		t.Errorf("a setting that there is not: %v\n%s", err, out)
	}
}

// TestConfiguration requires that the settings may hold what .guardvet.yml says.
func TestConfiguration(t *testing.T) {
	dir, _ := shop(t)
	replace(t, filepath.Join(dir, ".golangci.yml"), "          unguarded:", "          config:\n            public:\n              - {route: \"DELETE /orders/{id}\", reason: for the test}\n          unguarded:")
	if got := lint(t, dir, 0); len(got) > 0 {
		t.Errorf("%q, want nothing", got)
	}
}

// TestFix requires that --fix makes of a program what the command's -fix makes of it. The
// fixes are of other packages than the one that is analysed.
func TestFix(t *testing.T) {
	mended, _ := module(t, "fix.txt")
	command := filepath.Join(t.TempDir(), "guardvet")
	for _, args := range [][]string{{"go", "-C", "../../..", "build", "-o", command, "./cmd/guardvet"}, {command, "-C", mended, "-fix", "./cmd/all"}} {
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Env = append(os.Environ(), "GOFLAGS=-buildvcs=false", "GOWORK=off") // as the action builds it: then the cache knows it
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%q: %v\n%s", args, err, out)
		}
	}
	dir, _ := module(t, "fix.txt")
	if left := lint(t, dir, 0, "--fix", "./cmd/all"); len(left) > 0 {
		t.Errorf("left %q", left)
	}
	for _, name := range []string{"api/api.go", "auth/auth.go"} {
		got, want := read(t, filepath.Join(dir, name)), read(t, filepath.Join(mended, name))
		before, _ := module(t, "fix.txt")
		if got != want || want == read(t, filepath.Join(before, name)) {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// TestNolint requires that a comment counts in the file of the finding.
func TestNolint(t *testing.T) {
	dir, _ := shop(t)
	replace(t, filepath.Join(dir, "api/api.go"), `"DELETE /orders/{id}", remove)`, `"DELETE /orders/{id}", remove) //nolint:guardvet // for the test`)
	if got := lint(t, dir, 0); len(got) > 0 {
		t.Errorf("%q, want nothing", got)
	}
}
