package driver

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

const workspaceFiles = `
-- go.work --
go 1.26

use (
	./a
	./b
)
-- a/go.mod --
module example.com/a

go 1.26
-- a/main.go --
package main

import "net/http"

func main() {
	http.HandleFunc("POST /offers", act)
	http.ListenAndServe(":8080", nil)
}

func act(w http.ResponseWriter, r *http.Request) { w.Write([]byte("x")) }
-- b/go.mod --
module example.com/b

go 1.26
-- b/b.go --
package b
`

// TestConfigurationIsNeverStale changes the configuration of a module of a workspace under
// go vet, which keeps results and does not know of the file.
func TestConfigurationIsNeverStale(t *testing.T) {
	unpack(t, txtar.Parse([]byte(workspaceFiles)))
	t.Setenv("GOWORK", "")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct{ file, text, want string }{
		{"a/.guardvet.yml", "policy: [{methods: [POST], demand: authn}]", "every POST must demand authn"},
		{"a/.guardvet.yml", "", ""}, // each other text costs an empty cache: see TestIdentify
	} {
		if err := os.WriteFile(step.file, []byte(step.text), 0o644); err != nil {
			t.Fatal(err)
		}
		if step.text == "" {
			os.Remove(step.file)
		}
		out, _ := exec.Command("go", "vet", "-vettool="+self, "./a").CombinedOutput()
		if got := findingsIn(string(out)); step.want == "" && len(got) > 0 || step.want != "" && (len(got) != 1 || !strings.Contains(got[0], step.want)) {
			t.Errorf("%s: %q\ngot %q\nwant %q", step.file, step.text, got, step.want)
		}
	}
}

// TestIdentify requires that the tool is another one to the go command with another
// configuration, and the same one with the same.
func TestIdentify(t *testing.T) {
	unpack(t, txtar.Parse([]byte(workspaceFiles)))
	t.Setenv("GOWORK", "")
	seen := map[string]string{}
	for _, text := range []string{"", "roles: [a]", "roles: [b]"} {
		if text != "" {
			if err := os.WriteFile("b/.guardvet.yml", []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		var out strings.Builder
		if !identify(&out) {
			t.Errorf("%q: no answer", text)
		}
		var again strings.Builder
		if identify(&again); again.String() != out.String() {
			t.Errorf("%q: %q, and %q", text, &out, &again)
		}
		if other, ok := seen[out.String()]; ok {
			t.Errorf("%q and %q are the same tool", text, other)
		}
		seen[out.String()] = text
	}
}

// TestChecksum requires that another build of the tool has another checksum.
func TestChecksum(t *testing.T) {
	seen := map[string]string{}
	for _, text := range []string{"", "a", "b", "ab", "ba", "ab\x00"} {
		file := filepath.Join(t.TempDir(), "tool")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := checksum(&out, file); err != nil {
			t.Fatal(err)
		}
		if other, ok := seen[out.String()]; ok {
			t.Errorf("%q and %q: %s", text, other, &out)
		}
		seen[out.String()] = text
	}
	if err := checksum(io.Discard, filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("no error for a file that is not there")
	}
}

// TestFindConfig looks beside go.mod and above it, as far as the repository goes.
func TestFindConfig(t *testing.T) {
	for _, test := range []struct{ name, files, dir, want string }{
		{"beside go.mod", "m/go.mod m/.guardvet.yml m/p/x.go", "m/p", "m/.guardvet.yml"},
		{"above it", "r/.git/x r/.guardvet.yml r/m/go.mod", "r/m", "r/.guardvet.yml"},
		{"below it", "m/go.mod m/p/.guardvet.yml", "m/p", ""},
		{"beyond the repository", ".guardvet.yml r/.git/x r/m/go.mod", "r/m", ""},
		{"of no module", "p/.guardvet.yml p/x.go", "p", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := t.TempDir()
			for _, name := range strings.Fields(test.files + " .git/x") {
				name = filepath.Join(root, name)
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, nil, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			f, ok := findConfig(filepath.Join(root, test.dir))
			got, _ := filepath.Rel(root, f.name)
			if ok != (test.want != "") || ok && got != filepath.FromSlash(test.want) {
				t.Errorf("found %q, want %q", got, test.want)
			}
		})
	}
}

// TestWorkspace reads the modules of the workspace around a directory.
func TestWorkspace(t *testing.T) {
	unpack(t, txtar.Parse([]byte(workspaceFiles)))
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOWORK", "")
	want := []string{filepath.Join(dir, "a"), filepath.Join(dir, "b")}
	if got := workspace(filepath.Join(dir, "a")); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	t.Setenv("GOWORK", "off")
	if got := workspace(dir); got != nil {
		t.Errorf("switched off: %v", got)
	}
}
