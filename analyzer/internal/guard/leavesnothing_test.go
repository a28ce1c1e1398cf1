package guard

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// TestDoing asks which functions may do more than compute.
func TestDoing(t *testing.T) {
	reg := func(n int) program.Operand { return program.Operand{Kind: program.Register, Reg: n} }
	global := program.Operand{Kind: program.Global, Sym: "app.count"}
	call := func(sym string, dst int, typ string) program.Instr {
		return program.Instr{Op: program.Call, Sym: sym, Dst: dst, Type: typ}
	}
	bodies := map[string][]program.Instr{
		"app.own":              {{Op: program.Alloc, Dst: 1}, {Op: program.FieldAddr, Dst: 2, Args: []program.Operand{reg(1)}}, {Op: program.Store, Args: []program.Operand{reg(2), reg(0)}}},
		"app.counts":           {{Op: program.Store, Args: []program.Operand{global, reg(0)}}},
		"app.fills":            {{Op: program.FieldAddr, Dst: 1, Args: []program.Operand{reg(0)}}, {Op: program.Store, Args: []program.Operand{reg(1), reg(0)}}},
		"app.stops":            {{Op: program.Panic, Args: []program.Operand{reg(0)}}},
		"app.logs":             {call("fmt.Sprint", 1, "string"), call("log.Print", -1, "")},
		"app.exits":            {call("log.Fatal", -1, "")},
		"app.ends":             {call("(*go.uber.org/zap.Logger).Panic", -1, "")},
		"app.writes":           {call("(net/http.ResponseWriter).WriteHeader", -1, "")},
		"app.asks":             {call("other.Name", 1, "string")},
		"app.stores":           {call("other.Insert", 1, "error")},
		"app.tells":            {call("other.Tell", -1, "")},
		"app.calls":            {{Op: program.Call, Dst: -1, Args: []program.Operand{reg(0)}}},
		"app.decodesOwn":       {{Op: program.Alloc, Dst: 2}, {Op: program.Call, Sym: "encoding/json.Unmarshal", Dst: 1, Args: []program.Operand{reg(2), reg(0)}}},
		"app.decodes":          {{Op: program.Call, Sym: "encoding/json.Unmarshal", Dst: 1, Args: []program.Operand{reg(2), reg(0)}}},
		"app.keeps":            {{Op: program.Call, Sym: "(*sync.Map).Store", Dst: -1, Args: []program.Operand{reg(0), reg(1)}}},
		"app.builds":           {{Op: program.Alloc, Dst: 1}, {Op: program.Call, Sym: "(*bytes.Buffer).WriteString", Dst: 2, Args: []program.Operand{reg(1), reg(0)}}},
		"app.locks":            {{Op: program.Call, Sym: "(*sync.Mutex).Lock", Dst: -1, Args: []program.Operand{reg(0)}}},
		"app.through":          {call("app.logs", -1, ""), call("app.counts", -1, "")},
		"app.around":           {call("app.logs", -1, ""), call("app.around", -1, "")},
		"app.any":              {{Op: program.Invoke, Sym: "(app.Logger).Print", Dst: -1}},
		"app.other":            {{Op: program.Invoke, Sym: "(app.Store).Save", Dst: -1}},
		"app.unread":           {{Op: program.Invoke, Sym: "(app.Queue).Push", Dst: -1}},
		"app.text":             {{Op: program.Invoke, Sym: "(fmt.Stringer).String", Dst: 1}},
		"(*app.lines).Print":   {call("app.logs", -1, "")},
		"(*app.rows).Save":     {call("app.counts", -1, "")},
		"(app.counted).String": {call("app.counts", -1, "")},
	}
	want := map[string]bool{
		"app.counts": true, "app.fills": true, "app.stops": true, "app.exits": true, "app.ends": true, "app.writes": true, "app.stores": true, "app.tells": true,
		"app.calls": true, "app.decodes": true, "app.decodesOwn": true, "app.keeps": true, "app.through": true, "app.other": true, "app.unread": true, "(*app.rows).Save": true, "(app.counted).String": true,
	}
	u := &program.Unit{}
	for name, instrs := range bodies {
		u.Funcs = append(u.Funcs, &program.Func{Name: name, Blocks: []program.Block{{Instrs: instrs}}})
	}
	got := doingIn(program.Link(u), frameworks.Default())
	for name := range bodies {
		if got[name] != want[name] {
			t.Errorf("%s may do more than compute: %v, want %v", name, got[name], want[name])
		}
	}
}

// TestKeepsFindings asks which functions store only where they have looked.
func TestKeepsFindings(t *testing.T) {
	reg := func(n int) program.Operand { return program.Operand{Kind: program.Register, Reg: n} }
	null := program.Operand{Kind: program.Constant, Const: &program.Const{Kind: program.ConstNil}}
	tables := program.Operand{Kind: program.Global, Sym: "app.tables"}
	others := program.Operand{Kind: program.Global, Sym: "app.others"}
	load := func(of program.Operand) program.Instr {
		return program.Instr{Op: program.Load, Dst: 1, Args: []program.Operand{of}}
	}
	lookUp := func(n int) program.Instr {
		return program.Instr{Op: program.Lookup, Dst: 2, N: n, Args: []program.Operand{reg(1), reg(0)}}
	}
	compare := program.Instr{Op: program.BinOp, Sym: "!=", Dst: 3, Args: []program.Operand{reg(2), null}}
	put := program.Instr{Op: program.MapUpdate, Args: []program.Operand{reg(1), reg(0), reg(0)}}
	for name, c := range map[string]struct {
		instrs []program.Instr
		want   bool
	}{
		"compared":      {[]program.Instr{load(tables), lookUp(0), compare, load(tables), put}, true},
		"comma ok":      {[]program.Instr{load(tables), lookUp(1), load(tables), put}, true},
		"not looked at": {[]program.Instr{load(tables), put}, false},
		"another one":   {[]program.Instr{load(tables), lookUp(1), load(others), put}, false},
		"only read":     {[]program.Instr{load(tables), lookUp(0), put}, false},
		"a variable":    {[]program.Instr{{Op: program.Load, Dst: 2, Args: []program.Operand{tables}}, compare, {Op: program.Store, Args: []program.Operand{tables, reg(0)}}}, true},
		"a field": {[]program.Instr{
			{Op: program.FieldAddr, Dst: 1, N: 2, Args: []program.Operand{reg(0)}}, {Op: program.Load, Dst: 2, Args: []program.Operand{reg(1)}}, compare,
			{Op: program.FieldAddr, Dst: 4, N: 2, Args: []program.Operand{reg(0)}}, {Op: program.Store, Args: []program.Operand{reg(4), reg(0)}}}, true},
		"another field": {[]program.Instr{
			{Op: program.FieldAddr, Dst: 1, N: 2, Args: []program.Operand{reg(0)}}, {Op: program.Load, Dst: 2, Args: []program.Operand{reg(1)}}, compare,
			{Op: program.FieldAddr, Dst: 4, N: 1, Args: []program.Operand{reg(0)}}, {Op: program.Store, Args: []program.Operand{reg(4), reg(0)}}}, false},
	} {
		fn := &program.Func{Params: make([]program.Var, 1), Blocks: []program.Block{{Instrs: c.instrs}}}
		if got := keepsFindings(fn); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
