package nogo

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/guardvet/guardvet/analyzer"
)

// asWorker is the variable that makes the test binary a process of nogo's.
const asWorker = "NOGO_TEST_ACTION"

func TestMain(m *testing.M) {
	if file := os.Getenv(asWorker); file != "" {
		work(file)
		return
	}
	os.Exit(m.Run())
}

// fill copies a fact of the same type.
func fill(to, from analysis.Fact) bool {
	a, b := reflect.ValueOf(to), reflect.ValueOf(from)
	if a.Type() != b.Type() {
		return false
	}
	a.Elem().Set(b.Elem())
	return true
}

// A listed is a package as go list describes it.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles, Imports        []string
	Standard                bool
}

// list names packages and what they import, imports first.
func list(t *testing.T, dir string) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles,Imports,Standard", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GOPROXY=off")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("go list: %v\n%s", err, errs.String())
	}
	var pkgs []listed
	for dec := json.NewDecoder(&out); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			return pkgs
		} else if err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
}

// findings analyses the module of the command's transcript one package at a time, each in
// a process and a directory of its own in which it finds its files by the same relative
// names. The standard library is not analysed, and no package knows its module.
func findings(t *testing.T, archive *txtar.Archive, dir string, pkgs []listed, flags map[string]string) []string {
	t.Helper()
	export, facts := map[string]string{}, map[string]string{}
	var out []string
	for i, p := range pkgs {
		if export[p.ImportPath] = p.Export; p.Standard {
			continue
		}
		sandbox := filepath.Join(t.TempDir(), strconv.Itoa(i))
		layOut(t, archive, sandbox)
		a := action{Path: p.ImportPath, Export: export, Facts: map[string]string{}, Output: filepath.Join(t.TempDir(), "facts"), Flags: flags}
		for _, name := range p.GoFiles {
			rel, err := filepath.Rel(dir, filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			a.Files = append(a.Files, rel)
		}
		for _, path := range p.Imports {
			if facts[path] != "" {
				a.Facts[path] = facts[path]
			}
		}
		out = append(out, perform(t, a, sandbox)...)
		facts[p.ImportPath] = a.Output
	}
	return out
}

// TestNogo requires the findings that the command prints, and that the flags of nogo's
// configuration count.
func TestNogo(t *testing.T) {
	archive, err := txtar.ParseFile("../driver/testdata/shop.txt")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	layOut(t, archive, dir)
	pkgs := list(t, dir)
	printed := func(command string) []string {
		_, out, _ := strings.Cut(string(archive.Comment), "$ "+command+"\n")
		out, _, _ = strings.Cut(out, "\n[exit 1]")
		return strings.Split(out, "\n")
	}
	const wrong = "nosuch: 1"
	for _, test := range []struct {
		flags map[string]string
		want  []string
	}{
		{nil, printed("guardvet")},
		{map[string]string{"unguarded.strict": "true"}, printed("guardvet -unguarded.strict .")},
		{map[string]string{"unguarded": "false"}, nil},
		{map[string]string{"config": "public: [{route: 'DELETE /orders/{id}', reason: for the test}]"}, nil},
		{map[string]string{"config": wrong, "unguarded": "false"}, []string{"main.go:1:1: "}},
	} {
		got := findings(t, archive, dir, pkgs, test.flags)
		slices.Sort(got) // a driver prints them in an order of its own
		if test.flags["config"] == wrong && len(got) == 1 && strings.Contains(got[0], "nosuch") {
			got[0] = got[0][:len(test.want[0])]
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%v: %q, want %q", test.flags, got, test.want)
		}
	}
}

func layOut(t *testing.T, archive *txtar.Archive, dir string) {
	t.Helper()
	for _, f := range archive.Files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// perform carries out an action in a process of its own.
func perform(t *testing.T, a action, dir string) []string {
	t.Helper()
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "action.json")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), asWorker+"="+file)
	out, err := cmd.Output()
	var o outcome
	if err == nil {
		err = json.Unmarshal(out, &o)
	}
	if err != nil || o.Error != "" {
		t.Fatalf("%s: %v %s", a.Path, err, o.Error)
	}
	return o.Diagnostics
}

// TestRuleThatIsOff switches a rule on that runs only when it is asked for.
func TestRuleThatIsOff(t *testing.T) {
	on := analyzer.ByName("challenge").Flags.Lookup("on").Value
	for _, value := range []string{"true", "false"} {
		if err := Analyzer.Flags.Set("challenge", value); err != nil || on.String() != value {
			t.Errorf("challenge=%s: on is %s, error %v", value, on, err)
		}
	}
	if Analyzer.Flags.Set("challenge", "perhaps") == nil {
		t.Error("no error for a value that is no bool")
	}
	if err := analysis.Validate([]*analysis.Analyzer{Analyzer}); err != nil {
		t.Error(err)
	}
}
