package kept

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestBounded requires that old tables go.
func TestBounded(t *testing.T) {
	c := &Cache{Dir: filepath.Join(t.TempDir(), "made"), Tool: "this"}
	for i := range 30 {
		c.Put(Key{Package: "p", Lines: block(0), Parts: []string{strings.Repeat("x", i)}}, &routes.Table{Package: "p"})
	}
	if n := count(t, c.Dir); n != 8 {
		t.Errorf("%d tables of a package are kept, want 8", n)
	}
	bad := Key{Package: "p", Lines: block(0), Parts: []string{"no text"}}
	for _, text := range []string{"\xff", "see a.go:12"} { // no text, and of a line that may be another one
		if c.Put(bad, &routes.Table{Package: text}); exists(c, bad) {
			t.Errorf("a table was kept that says %q", text)
		}
	}
	c.Dir = filepath.Join(os.DevNull, "nowhere")
	if c.Put(bad, &routes.Table{Package: "p"}); exists(c, bad) {
		t.Error("a table was kept nowhere")
	}
}

func exists(c *Cache, k Key) bool {
	_, ok := c.Get(k)
	return ok
}

func count(t *testing.T, dir string) int {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}

// A block is a file a.go of which the program has ten lines, from the first one on.
type block int

func (b block) Number(file string, line int) (int, bool) {
	if file != "a.go" {
		return line, true
	}
	n := line - int(b)
	return n, n >= 0 && n < 10
}

func (b block) Line(file string, n int) (int, bool) {
	if file != "a.go" {
		return n, true
	}
	return n + int(b), n >= 0 && n < 10
}

// TestLines requires that a table is read with the lines that the program has now, and that one is not
// kept which speaks of a line where the program has nothing.
func TestLines(t *testing.T) {
	c := &Cache{Dir: t.TempDir(), Tool: "this"}
	at := func(line int) *routes.Table {
		return &routes.Table{
			Routes:   []*routes.Route{{Position: routes.Position{File: "a.go", Line: line, Column: 2}, Closed: routes.Position{File: "other.yml", Line: 5}}},
			Comments: []routes.Comment{{Position: routes.Position{File: "a.go", Line: line - 1}, Line: line}},
		}
	}
	c.Put(Key{Package: "p", Lines: block(10)}, at(12))
	got, ok := c.Get(Key{Package: "p", Lines: block(40)})
	if !ok {
		t.Fatal("the table was not kept")
	}
	if want := at(42); !reflect.DeepEqual(got, want) {
		t.Errorf("lines of %+v, %+v, want %+v, %+v", got.Routes[0], got.Comments, want.Routes[0], want.Comments)
	}
	nowhere := Key{Package: "q", Lines: block(10)}
	if c.Put(nowhere, at(30)); exists(c, nowhere) {
		t.Error("a table was kept of which a line is nowhere in the program")
	}
}
