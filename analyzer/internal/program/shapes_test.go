package program

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the listings that the tests expect")

// TestShapes compares listings of lowered packages with those in testdata/shapes:
// each archive has the source and what it becomes. Types are listed when the
// archive's comment begins with "types".
func TestShapes(t *testing.T) {
	files, err := filepath.Glob("testdata/shapes/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no archives", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			archive := txtar.Parse(data)
			var source, want txtar.Archive
			source.Comment = archive.Comment
			for _, f := range archive.Files {
				if f.Name == "want" {
					want.Files = append(want.Files, f)
				} else {
					source.Files = append(source.Files, f)
				}
			}
			u := load(t, string(txtar.Format(&source))).unit("app")
			got := listing(u, strings.HasPrefix(string(archive.Comment), "types"))
			if *update {
				source.Files = append(source.Files, txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(&source), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(want.Files) != 1 || string(want.Files[0].Data) != got {
				t.Errorf("got\n%s\nRun the test with -update if that is right.", got)
			}
		})
	}
}

func listing(u *Unit, withTypes bool) string {
	var b strings.Builder
	if withTypes {
		for _, t := range u.Types {
			b.WriteString(t.String() + "\n")
		}
		return b.String()
	}
	for i, f := range u.Funcs {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(f.String())
	}
	return b.String()
}

// TestDeterminism lowers a package twice; maps are walked in another order.
func TestDeterminism(t *testing.T) {
	files, _ := filepath.Glob("testdata/shapes/*.txtar")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		archive, _, _ := strings.Cut(string(data), "-- want --")
		w := load(t, archive)
		first := Lower(w.inputs["app"]).Encode()
		for range 5 {
			if !bytes.Equal(first, Lower(w.inputs["app"]).Encode()) {
				t.Fatalf("%s: lowered twice, the bytes differ", file)
			}
		}
	}
}
