package program

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// A large table of constants makes no difference to what is kept, whether it is left out
// at first or not; an initializer that is kept has it.
func TestTables(t *testing.T) {
	var table strings.Builder
	for i := range largeTable {
		fmt.Fprintf(&table, "{%d, \"x\"}, ", i)
	}
	for _, c := range []struct {
		name, more string
		leftOut    bool // for good
	}{
		{"not needed", "", true},
		{"initializer kept", "var mux = http.NewServeMux()", false},
		{"table served", "func List(w http.ResponseWriter) { w.WriteHeader(table[0].n) }", true}, // too large of another module's
	} {
		w := load(t, "-- app/a.go --\npackage app\n\nimport \"net/http\"\n\ntype row struct { n int; s string }\n"+
			"var table = []row{"+table.String()+"}\nvar limit = 3\n\n"+c.more+"\nfunc Serve(w http.ResponseWriter) { w.WriteHeader(limit) }\n")
		w.unit("app")
		in := w.inputs["app"]
		in.Main = false
		whole, _ := lower(in, true)
		if !bytes.Equal(Lower(in).Encode(), whole.Encode()) {
			t.Errorf("%s: leaving tables out makes another unit", c.name)
		}
		if _, ok := lower(in, false); ok != c.leftOut {
			t.Errorf("%s: left out for good: %v, want %v", c.name, ok, c.leftOut)
		}
	}
}
