package driver

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

const lostProgram = `
-- go.mod --
module example.com/lost

go 1.26.0
-- main.go --
package main

import "net/http"

func main() {
	http.HandleFunc("/lost", func(w http.ResponseWriter, r *http.Request) {})
	http.ListenAndServe(":1", nil)
}
`

// TestLostOutput takes from the go command's cache what was printed of a package, and leaves
// its facts: once, and then for both ways of asking.
func TestLostOutput(t *testing.T) {
	unpack(t, txtar.Parse([]byte(lostProgram)))
	routes := func() (code int, out, errs string) {
		var stdout, stderr bytes.Buffer
		code = Main([]string{"routes", "./..."}, &stdout, &stderr)
		return code, stdout.String(), stderr.String()
	}
	code, first, errs := routes()
	if code != 0 || !strings.Contains(first, "/lost") {
		t.Fatalf("exit %d: %s%s", code, first, errs)
	}
	if n := loseOutput(t); n != 1 {
		t.Fatalf("%d files of the cache hold what was printed, want 1", n)
	}
	if code, got, errs := routes(); code != 0 || got != first {
		t.Errorf("exit %d, %s\n%s; want what was printed before", code, got, errs)
	}
	loseOutput(t)
	if code, got, errs := routes(); code != 2 || !strings.Contains(errs, "go clean -cache") {
		t.Errorf("exit %d, %s\n%s; want 2, and what is to be done", code, got, errs)
	}
}

// loseOutput removes what the program of this test made the tool print from the go command's
// cache, and tells how many files that were.
func loseOutput(t *testing.T) int {
	t.Helper()
	dir, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	removed := 0
	err = filepath.WalkDir(strings.TrimSpace(string(dir)), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "-d") {
			return nil // other tests write there, and remove
		}
		info, err := d.Info()
		if err != nil || info.Size() > 100_000 || time.Since(info.ModTime()) > 10*time.Minute {
			return nil
		}
		if text, err := os.ReadFile(path); err == nil && bytes.HasPrefix(text, []byte("{\n\t\"example.com/lost\"")) {
			removed++
			return os.Remove(path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return removed
}

// TestImportedBefore asks about a package that was looked at before only because another one imports it, and about one
// that this one imports.
func TestImportedBefore(t *testing.T) {
	unpack(t, txtar.Parse([]byte(importedProgram)))
	for _, test := range [][2]string{{".", "/a"}, {"./a", "/a"}, {"./a/b", "/b"}} {
		dir, want := test[0], test[1]
		var stdout, stderr bytes.Buffer
		code := Main([]string{"routes", dir}, &stdout, &stderr)
		if code != 0 || !strings.Contains(stdout.String(), want) {
			t.Errorf("%s: exit %d, %s\n%s; want a route with %s", dir, code, &stdout, &stderr, want)
		}
	}
}

const importedProgram = `
-- go.mod --
module example.com/imported

go 1.26.0
-- main.go --
package main

import (
	"net/http"

	"example.com/imported/a"
)

func main() {
	mux := http.NewServeMux()
	a.Routes(mux)
	http.ListenAndServe(":1", mux)
}
-- a/a.go --
package a

import (
	"net/http"

	"example.com/imported/a/b"
)

func Routes(mux *http.ServeMux) {
	mux.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) {})
	b.Routes(mux)
}
-- a/b/b.go --
package b

import "net/http"

func Routes(mux *http.ServeMux) {
	mux.HandleFunc("/b", func(w http.ResponseWriter, r *http.Request) {})
}
`
