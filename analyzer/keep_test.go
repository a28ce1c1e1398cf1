package analyzer

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

const keptSource = `package main

import "net/http"

func main() {
	http.HandleFunc("GET /open", act)
	http.HandleFunc("POST /closed", closed)
	http.HandleFunc("DELETE /closed", closed)
	http.ListenAndServe(":1", nil)
}

func act(w http.ResponseWriter, r *http.Request) { w.Write([]byte("x")) }

func closed(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != secret {
		w.WriteHeader(401)
		return
	}
	act(w, r)
}

const secret = "open sesame" // a comment
`

// TestKept requires that the table which was kept is the one that would be made, that none is taken for
// that of another program, of other settings or of another tool, and that what is damaged is made anew.
func TestKept(t *testing.T) {
	std := standardImporter(t)
	unit := func(change ...string) *program.Unit {
		src := strings.NewReplacer(change...).Replace(keptSource)
		u := lowerSource(t, std, "kept", src)
		u.Files = []program.File{{Name: "kept.go", Sum: program.Sum([]byte(src))}}
		return u
	}
	dir := t.TempDir()
	as := func(tool string, err error) { KeepTables(dir, func() (string, error) { return tool, err }) }
	before := tables
	asFirst := func() { libraries = false; Configure("", ""); as("this", nil) }
	t.Cleanup(func() { asFirst(); tables = before })

	asFirst()
	want := encodeTable(tableOf(unit(), "m", nil))
	files := stored(t, dir)
	if len(files) != 1 {
		t.Fatalf("%d tables are kept, want 1", len(files))
	}
	first := files[0]
	for _, change := range []struct{ old, new string }{
		{"// a comment", "// another one"},
		{"func act", "// Handlers.\n\nfunc act"},
		{"package main", "// A file.\n\npackage main"},
		{"const secret", "func unused() int {\n\treturn 1\n}\n\nconst secret"},
	} {
		rest(t, dir)
		u := unit(change.old, change.new)
		got, fresh := tableOf(u, "m", nil), &routes.Table{Package: u.Path, Module: "m"}
		if fillTable(fresh, u); encodeTable(got) != encodeTable(fresh) {
			t.Errorf("%q: the table that was kept is another one than is made now", change.new)
		}
		if !used(t, first) {
			t.Errorf("%q: the table was made anew", change.new)
		}
		if sum, _ := got.Source.Sum("kept.go"); sum != u.Files[0].Sum {
			t.Errorf("%q: fixes are for the file as it was", change.new)
		}
	}

	for _, other := range []struct {
		name string
		make func()
	}{
		{"another program", func() { tableOf(unit("Authorization", "X-Name"), "m", nil) }},
		{"another column", func() { tableOf(unit("w.WriteHeader", " w.WriteHeader"), "m", nil) }},
		{"a line between two", func() { tableOf(unit("\t\treturn", "\n\t\treturn"), "m", nil) }},
		{"another module", func() { tableOf(unit(), "other", nil) }},
		{"a configuration", func() { Configure("c.yml", "roles: [a]"); tableOf(unit(), "m", &routes.Settings{}) }},
		{"libraries judged", func() { libraries = true; tableOf(unit(), "m", nil) }},
		{"another guardvet", func() { as("other", nil); tableOf(unit(), "m", nil) }},
		{"a guardvet that nobody knows", func() { as("", os.ErrNotExist); tableOf(unit(), "m", nil) }},
	} {
		asFirst()
		rest(t, dir)
		if other.make(); used(t, first) {
			t.Errorf("%s: the table of the first one was used", other.name)
		}
	}

	asFirst()
	tableOf(unit(), "m", nil)
	if err := os.WriteFile(first, []byte(strings.Repeat("damaged", 10)), 0o666); err != nil {
		t.Fatal(err)
	}
	for range 2 { // made anew, and kept again
		if got := encodeTable(tableOf(unit(), "m", nil)); got != want {
			t.Error("after damage, the table is another one")
		}
	}
}

// stored lists the files of a directory.
func stored(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	return files
}

// rest makes it long ago that a table was used.
func rest(t *testing.T, dir string) {
	t.Helper()
	past := time.Now().Add(-time.Hour)
	for _, f := range stored(t, dir) {
		if err := os.Chtimes(f, past, past); err != nil {
			t.Fatal(err)
		}
	}
}

// used reports whether a table was used since.
func used(t *testing.T, file string) bool {
	t.Helper()
	info, err := os.Stat(file)
	return err == nil && time.Since(info.ModTime()) < time.Minute
}
