package evaluate

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// Fuel grows with texts that may be patterns, and with nothing else.
func TestFuel(t *testing.T) {
	text := func(s string) program.Operand {
		return program.Operand{Kind: program.Constant, Const: &program.Const{Kind: program.ConstString, Str: s}}
	}
	for _, c := range []struct {
		args []program.Operand
		want int
	}{
		{nil, maxSteps},
		{[]program.Operand{text("title"), {Kind: program.Constant, Const: &program.Const{Kind: program.ConstInt, Int: 1}}}, maxSteps},
		{[]program.Operand{text("/a"), text("GET /b"), text("c")}, maxSteps + 2*patternSteps},
	} {
		fn := &program.Func{Name: "p.f", Blocks: []program.Block{{Instrs: []program.Instr{{Op: program.Call, Args: c.args}}}}}
		if got := fuelFor(program.Link(&program.Unit{Path: "p", Funcs: []*program.Func{fn}})); got != c.want {
			t.Errorf("%v: %d steps, want %d", c.args, got, c.want)
		}
	}
	if patternSteps < entrySteps+callSteps {
		t.Error("the fuel for a pattern does not register a route")
	}
}
