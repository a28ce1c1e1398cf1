package driver

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// TestKeepTables changes a command under go vet: a comment leaves its findings where the table was kept,
// and a change of the program does not. Where nothing can be kept, they are the same.
func TestKeepTables(t *testing.T) {
	unpack(t, txtar.Parse([]byte(workspaceFiles)))
	dir := filepath.Join(t.TempDir(), "made", "when", "needed")
	t.Setenv(cacheVariable, dir)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("a/main.go")
	if err != nil {
		t.Fatal(err)
	}
	vet := func(text string) []string {
		if err := os.WriteFile("a/main.go", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		out, _ := exec.Command("go", "vet", "-C", "a", "-vettool="+self, "-guardvet.inventory", "-unguarded.strict", ".").CombinedOutput()
		return slices.DeleteFunc(findingsIn(string(out)), func(line string) bool { return strings.Contains(line, "exit status") })
	}
	tables := func() []string {
		files, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil {
			t.Fatal(err)
		}
		return files
	}

	first := vet(string(source))
	if n := len(tables()); n != 1 || len(first) != 2 { // the inventory, and that the route is open
		t.Fatalf("%d tables are kept, want 1; %q", n, first)
	}
	kept, past := tables()[0], time.Now().Add(-time.Hour)
	if err := os.Chtimes(kept, past, past); err != nil {
		t.Fatal(err)
	}
	if got := vet(string(source) + "\n// A comment.\n"); !slices.Equal(got, first) {
		t.Errorf("a comment made findings %q, want %q", got, first)
	}
	if info, err := os.Stat(kept); err != nil || time.Since(info.ModTime()) > time.Minute || len(tables()) != 1 {
		t.Errorf("the table was made anew (%v)", err)
	}
	guarded := strings.Replace(string(source), "w.Write", `if r.Header.Get("Authorization") != "secret" { w.WriteHeader(401); return }; w.Write`, 1)
	if got := vet(guarded); len(got) != 1 {
		t.Errorf("a guard made findings %q, want the inventory alone", got)
	}
	t.Setenv(cacheVariable, filepath.Join(os.DevNull, "nowhere"))
	if got := vet(string(source) + "\n// Another comment.\n"); !slices.Equal(got, first) {
		t.Errorf("where nothing can be kept, findings are %q, want %q", got, first)
	}
}
