package program

import "testing"

func TestSetByMethod(t *testing.T) {
	register := func(n int) Operand { return Operand{Kind: Register, Reg: n} }
	set := []Instr{
		{Op: FieldAddr, Dst: 1, Sym: "set", Args: []Operand{register(0)}},
		{Op: FieldAddr, Dst: 2, Sym: "read", Args: []Operand{register(0)}},
		{Op: Load, Dst: 3, Args: []Operand{register(2)}},
		{Op: Store, Dst: -1, Args: []Operand{register(1), register(3)}},
	}
	p := Link(&Unit{Funcs: []*Func{
		{Name: "(*x/y.T).Set", Blocks: []Block{{Instrs: set}}},
		{Name: "(x/y.U).Each$1", Blocks: []Block{{Instrs: set}}},
		{Name: "x/y.New", Blocks: []Block{{Instrs: set}}},
	}})
	for _, test := range []struct {
		typ, field string
		want       bool
	}{{"x/y.T", "set", true}, {"x/y.T", "read", false}, {"x/y.U", "set", true}, {"x/y.New", "set", false}, {"x/y.V", "set", false}} {
		if got := p.SetByMethod(test.typ, test.field); got != test.want {
			t.Errorf("%s.%s: %v, want %v", test.typ, test.field, got, test.want)
		}
	}
}
