package driver

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/guardvet/guardvet/analyzer/internal/report"
)

// TestFixesAgree checks that go vet and go fix make of a module what the command makes of
// it, and that neither puts what the go command has kept in the place of a newer text. The
// fixes are of other packages than the one that is analysed.
func TestFixesAgree(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/fix.txt")
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	unpack(t, archive)
	const packages = "./cmd/all"
	var out, errs bytes.Buffer
	if code := Main([]string{"-fix", packages}, &out, &errs); code != exitClean {
		t.Fatalf("exit code %d: %s%s", code, &out, &errs)
	}
	want := sources(t)
	if out, err := exec.Command("go", "build", "./...").CombinedOutput(); err != nil {
		t.Errorf("go build: %v\n%s", err, out)
	}
	for _, args := range [][]string{{"vet", "-vettool=" + self, "-fix", packages}, {"fix", "-fixtool=" + self, packages}} {
		t.Run(args[0], func(t *testing.T) {
			restore(t, archive, "")
			fix(t, args)
			same(t, sources(t), want)

			// A comment at the end changes nothing that guardvet knows of a program, and
			// nothing of the package that is analysed.
			const newer = "\n// Newer than what was fixed.\n"
			restore(t, archive, newer)
			fix(t, args)
			got := sources(t)
			for name := range got {
				if inLibrary(name) {
					if !strings.HasSuffix(got[name], newer) {
						t.Errorf("%s: an older text was written", name)
					}
					got[name] = strings.TrimSuffix(got[name], newer)
				}
			}
			same(t, got, want)
		})
	}
}

func fix(t *testing.T, args []string) {
	t.Helper()
	if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", args[0], err, out)
	}
}

func inLibrary(file string) bool { return !strings.HasPrefix(filepath.ToSlash(file), "cmd/") }

// restore writes the Go files of an archive anew, with something below those of the library.
func restore(t *testing.T, archive *txtar.Archive, below string) {
	t.Helper()
	for _, f := range archive.Files {
		if filepath.Ext(f.Name) == ".go" {
			data := slices.Clip(f.Data)
			if inLibrary(f.Name) {
				data = append(data, below...)
			}
			if err := os.WriteFile(f.Name, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// sources are the Go files below the current directory.
func sources(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	if err := filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		data, err := os.ReadFile(path)
		out[path] = string(data)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != want[name] {
			t.Errorf("%s:\n%s\nwant:\n%s", name, got[name], want[name])
		}
	}
}

// TestPlan puts fixes together.
func TestPlan(t *testing.T) {
	edit := func(start, end int, text string) report.Edit {
		return report.Edit{Filename: "a.go", Start: start, End: end, New: text}
	}
	fix := func(edits ...report.Edit) report.Fix { return report.Fix{Edits: edits} }
	for _, test := range []struct {
		name  string
		fixes []report.Fix
		want  string // of "0123456789"
		added int
	}{
		{"apart", []report.Fix{fix(edit(7, 8, "x")), fix(edit(1, 3, ""))}, "03456x89", 2},
		{"the same twice", []report.Fix{fix(edit(1, 1, "x")), fix(edit(1, 1, "x"))}, "0x123456789", 2},
		{"in part the same", []report.Fix{fix(edit(1, 2, "x")), fix(edit(1, 2, "x"), edit(4, 5, "y"))}, "0x23y56789", 2},
		{"one after the other", []report.Fix{fix(edit(1, 3, "x")), fix(edit(3, 4, "y"))}, "0xy456789", 2},
		{"overlapping", []report.Fix{fix(edit(1, 3, "x")), fix(edit(8, 9, "z"), edit(2, 4, "y"))}, "0x3456789", 1},
		{"inserted at one place", []report.Fix{fix(edit(1, 1, "x")), fix(edit(1, 1, "y"))}, "0x123456789", 1},
		{"inserted into what is replaced", []report.Fix{fix(edit(1, 4, "x")), fix(edit(2, 2, "y"))}, "0x456789", 1},
	} {
		var p plan
		added := 0
		for _, f := range test.fixes {
			if p.add(f) {
				added++
			}
		}
		got, ok := apply([]byte("0123456789"), p["a.go"])
		if !ok || string(got) != test.want || added != test.added {
			t.Errorf("%s: %q of %d fixes, want %q of %d", test.name, got, added, test.want, test.added)
		}
	}
	if _, ok := apply([]byte("0"), []report.Edit{edit(0, 2, "x")}); ok {
		t.Error("an edit beyond the end was made")
	}
}

// TestWrite keeps the mode of a file, goes through links, and leaves alone what is not to
// be written.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "a.go"), filepath.Join(dir, "b.go")
	if err := os.WriteFile(file, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	if err := write(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info, err)
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "new" {
		t.Errorf("%q, %v", data, err)
	}
	if target, err := os.Readlink(link); err != nil || target != file {
		t.Errorf("the link leads to %q, %v", target, err)
	}
	if err := os.Chmod(file, 0o440); err != nil {
		t.Fatal(err)
	}
	if err := write(file, []byte("newer")); err == nil {
		t.Error("a file that is read-only was written")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}
