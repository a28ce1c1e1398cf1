package driver

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// repository lays out the module of a transcript below the root of a new git
// repository, commits it, and changes what is not committed.
func repository(t *testing.T) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/lock.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i := range archive.Files {
		archive.Files[i].Name = filepath.Join("app", archive.Files[i].Name)
	}
	unpack(t, archive)
	t.Setenv("TMPDIR", t.TempDir())
	for _, args := range [][]string{
		{"init", "-q", "-b", "main"}, {"add", "."},
		{"-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-q", "-m", "first"},
	} {
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	if err := os.WriteFile("app/main.go", []byte(content(t, "app/main.go.next")), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("app/untracked.txt", nil, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestDiff compares with a commit, and requires that the repository is as it was.
func TestDiff(t *testing.T) {
	repository(t)
	state := func() string {
		out, err := exec.Command("sh", "-c", "git --no-optional-locks status --porcelain=v2 --branch; git worktree list; git stash list; find . -path ./.git/objects -prune -o -type f -newer app/untracked.txt -print").CombinedOutput()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	before := state()
	var out, errs bytes.Buffer
	code := Main([]string{"diff", "-C", "app", "main"}, &out, &errs)
	const want = `GET /old: gone, was authn by shop.require
GET /users: was authn by shop.require, now authz auditor by shop.require (main.go:12:6)
DELETE /users/{id}: was authz admin by shop.require, now unguarded (main.go:11:6)
PUT /users/{id}: new, authz admin by shop.require (main.go:13:6)
GET /{?os.Getenv()}: new, unguarded (main.go:14:6)

changes 5: weaker 1, stronger 1, new 2, gone 1, other 0
`
	if code != exitFindings || out.String() != want || errs.Len() > 0 {
		t.Errorf("exit %d, got\n%s%s\nwant exit %d\n%s", code, out.String(), errs.String(), exitFindings, want)
	}
	if after := state(); after != before {
		t.Errorf("the repository was\n%s\nand is\n%s", before, after)
	}
	empty(t, os.Getenv("TMPDIR"))
}

func TestDiffOfWhatIsNotThere(t *testing.T) {
	repository(t)
	if err := os.MkdirAll("new", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ args, want string }{
		{"diff nosuch", `guardvet: no revision "nosuch" in the repository`},
		{"diff -C new main", "guardvet: main has no directory new/"},
		{"diff -C " + t.TempDir() + " main", "guardvet: git rev-parse: not a git repository"},
	} {
		var out, errs bytes.Buffer
		if code := Main(strings.Fields(test.args), &out, &errs); code != exitTrouble || !strings.HasPrefix(errs.String(), test.want) || out.Len() > 0 {
			t.Errorf("%s: exit %d, %q, %q; want %q", test.args, code, out.String(), errs.String(), test.want)
		}
	}
	empty(t, os.Getenv("TMPDIR"))
}

// TestInterrupted requires that nothing is left behind when the user interrupts.
func TestInterrupted(t *testing.T) {
	repository(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "diff", "-C", "app", "main")
	cmd.Env = append(os.Environ(), asCommand+"=1")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for {
		if list, err := filepath.Glob(filepath.Join(os.Getenv("TMPDIR"), "guardvet-diff-*", "tree", "app", "go.mod")); err != nil || len(list) > 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitTrouble || out.Len() > 0 || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("exit %d, %q, %q; want exit %d", code, out.String(), errs.String(), exitTrouble)
	}
	empty(t, os.Getenv("TMPDIR"))
}

func empty(t *testing.T, dir string) {
	t.Helper()
	if list, err := os.ReadDir(dir); err != nil || len(list) > 0 {
		t.Errorf("left behind: %v %v", list, err)
	}
}
