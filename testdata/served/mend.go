package served

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Mend copies folders of the module to another place and has the findings of the packages
// mended there. It returns the folder of the copy, and the findings that are left, as
// "file:line rule". All files must be formatted, and there may be no finding in the
// folder app on a line without a comment for it: see [CheckFindings].
func Mend(t *testing.T, packages, app string, folders ...string) (dir string, left []string) {
	t.Helper()
	guardvet := build(t)
	guardvet.dir = guardvet.copied(t, folders)
	out, err := exec.Command(guardvet.path, "-C", guardvet.dir, "-fix", packages).CombinedOutput()
	if exit, ok := err.(*exec.ExitError); err != nil && (!ok || exit.ExitCode() != 1) {
		t.Fatalf("guardvet -fix: %v\n%s", err, out)
	}
	if out, err := exec.Command("gofmt", "-l", guardvet.dir).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("gofmt -l: %v\n%s", err, out)
	}
	want := wanted(t, filepath.Join(guardvet.dir, app))
	for _, f := range guardvet.findings(t, packages) {
		left = append(left, f.where())
		if !slices.Contains(want, f.where()) {
			t.Errorf("new: %s: %s", f.where(), f.Message)
		}
	}
	return guardvet.dir, left
}

// copied makes a module of folders, without their tests.
func (g tool) copied(t *testing.T, folders []string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range append([]string{"go.mod", "go.sum"}, folders...) {
		root := filepath.Join(g.dir, name)
		if err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			to := filepath.Join(dir, name, strings.TrimPrefix(path, root))
			if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
				return err
			}
			return os.WriteFile(to, data, 0o644)
		}); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Run runs a program in a module, gives it a value and reads one, as JSON.
func Run(t *testing.T, dir, program string, in, out any) {
	t.Helper()
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	run := exec.Command("go", "run", program)
	run.Dir, run.Stdin = dir, bytes.NewReader(data)
	printed, err := run.Output()
	if err != nil {
		t.Fatalf("go run: %v\n%s", err, stderr(err))
	}
	if err := json.Unmarshal(printed, out); err != nil {
		t.Fatalf("%v in %q", err, printed)
	}
}
