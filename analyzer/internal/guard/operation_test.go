package guard

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// TestOperation asks which calls of generated code are of an operation: those of what the
// application wrote by hand, and not what a client of another server calls in a library.
func TestOperation(t *testing.T) {
	fn := func(name, file string, generated bool) *program.Func {
		return &program.Func{Name: name, Generated: generated, Pos: program.Pos{File: file, Line: 1}}
	}
	prog := program.Link(
		&program.Unit{
			Funcs: []*program.Func{fn("app.handler", "server.gen.go", true), fn("app.list", "app.go", false)},
			Files: []program.File{{Name: "server.gen.go"}, {Name: "app.go"}},
		},
		&program.Unit{Funcs: []*program.Func{fn("lib.Call", "lib.go", false)}},
	)
	r := &run{Machine: &Machine{prog: prog}}
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"server.gen.go", "app.list", true},
		{"server.gen.go", "lib.Call", false},
		{"server.gen.go", "app.handler", false},
		{"app.go", "app.list", false},
		{"server.gen.go", "app.unread", false},
	} {
		if got := r.handsOn(&program.Instr{Pos: program.Pos{File: c.from, Line: 1}}, prog.Func(c.to)); got != c.want {
			t.Errorf("%s calls %s: an operation: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}
