package frameworks

import (
	"fmt"
	"go/format"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestInterests requires that interests.go lists what the tables say.
func TestInterests(t *testing.T) {
	paths, registering, makes := map[string]bool{}, map[string]bool{}, map[string][]string{}
	for _, f := range makeAll() {
		for _, p := range f.Packages {
			paths[p] = true
		}
	}
	tables := Default()
	for symbol := range tables.calls {
		if path, ok := strings.CutSuffix(symbol, ".init"); ok {
			registering[path] = true
		}
		makes[symbol] = tables.makes(symbol)
	}
	for symbol := range tables.along {
		makes[symbol] = tables.makes(symbol)
	}
	maps.DeleteFunc(makes, func(_ string, list []string) bool { return len(list) == 0 })
	var b strings.Builder
	b.WriteString("package frameworks\n\n// A test writes this file: what is asked of the tables for every package, so that they need not be made for it.\n\n")
	b.WriteString("// interests are the import paths of the frameworks: their Packages.\nvar interests = map[string]bool{\n")
	for _, p := range slices.Sorted(maps.Keys(paths)) {
		fmt.Fprintf(&b, "\t%q: true,\n", p)
	}
	b.WriteString("}\n\n// registering are the packages whose initializers register routes.\nvar registering = map[string]bool{\n")
	for _, p := range slices.Sorted(maps.Keys(registering)) {
		fmt.Fprintf(&b, "\t%q: true,\n", p)
	}
	b.WriteString("}\n\n// makes are the functions that a call of a symbol uses: see Makes.\nvar makes = map[string][]string{\n")
	for _, symbol := range slices.Sorted(maps.Keys(makes)) {
		fmt.Fprintf(&b, "\t%q: {%s},\n", symbol, quoted(makes[symbol]))
	}
	b.WriteString("}\n\n// signing are the functions, fields and types that have to do with who has signed something, by package: see Signing.\nvar signing = map[string]map[string]bool{\n")
	names := tables.signing()
	for _, path := range slices.Sorted(maps.Keys(names)) {
		fmt.Fprintf(&b, "\t%q: {", path)
		for _, symbol := range slices.Sorted(maps.Keys(names[path])) {
			fmt.Fprintf(&b, "%q: %t, ", symbol, names[path][symbol])
		}
		b.WriteString("},\n")
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

func quoted(list []string) string {
	var out []string
	for _, s := range list {
		out = append(out, strconv.Quote(s))
	}
	return strings.Join(out, ", ")
}
