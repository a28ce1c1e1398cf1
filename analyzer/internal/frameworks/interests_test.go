package frameworks

import (
	"fmt"
	"go/format"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestInterests requires that interests.go lists what the tables say.
func TestInterests(t *testing.T) {
	paths := map[string]bool{}
	for _, f := range makeAll() {
		for _, p := range f.Packages {
			paths[p] = true
		}
	}
	var b strings.Builder
	b.WriteString("package frameworks\n\n// interests are the import paths of the frameworks: their Packages. A test writes this file.\nvar interests = map[string]bool{\n")
	for _, p := range slices.Sorted(maps.Keys(paths)) {
		fmt.Fprintf(&b, "\t%q: true,\n", p)
	}
	b.WriteString("}\n")
	const file = "interests.go"
	if *update {
		if err := os.WriteFile(file, []byte(gofmt(t, b.String())), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != gofmt(t, b.String()) {
		t.Error("interests.go is not what the tables say; run this test with -update")
	}
}

func gofmt(t *testing.T, text string) string {
	t.Helper()
	out, err := format.Source([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
