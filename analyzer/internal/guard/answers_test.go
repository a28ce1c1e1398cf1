package guard

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// TestAnswering asks which functions may answer a request.
func TestAnswering(t *testing.T) {
	reg := func(n int) program.Operand { return program.Operand{Kind: program.Register, Reg: n} }
	call := func(sym string, dst int, args ...program.Operand) program.Instr {
		return program.Instr{Op: program.Call, Sym: sym, Dst: dst, Args: args}
	}
	buffer := program.Instr{Op: program.MakeIface, Sym: "*bytes.Buffer", Dst: 1, Args: []program.Operand{reg(0)}}
	recorder := program.Instr{Op: program.MakeIface, Sym: "*app.recorder", Dst: 1, Args: []program.Operand{reg(0)}}
	for name, c := range map[string]struct {
		instrs []program.Instr
		want   bool
	}{
		"answers":           {[]program.Instr{call("(net/http.ResponseWriter).WriteHeader", -1, reg(0))}, true},
		"into anything":     {[]program.Instr{call("fmt.Fprint", -1, reg(0))}, true},
		"into a text":       {[]program.Instr{buffer, call("fmt.Fprint", -1, reg(1))}, false},
		"around the answer": {[]program.Instr{recorder, call("fmt.Fprint", -1, reg(1))}, true},
		"as JSON":           {[]program.Instr{call("encoding/json.NewEncoder", 2, reg(0)), call("(*encoding/json.Encoder).Encode", -1, reg(2), reg(3))}, true},
		"JSON of a text":    {[]program.Instr{buffer, call("encoding/json.NewEncoder", 2, reg(1)), call("(*encoding/json.Encoder).Encode", -1, reg(2), reg(3))}, false},
		"a template":        {[]program.Instr{call("(*html/template.Template).Execute", -1, reg(2), reg(0), reg(3))}, true},
		"a mail":            {[]program.Instr{buffer, call("(*html/template.Template).Execute", -1, reg(2), reg(1), reg(3))}, false},
		"reads a template":  {[]program.Instr{call("(*html/template.Template).Parse", 2, reg(0))}, false},
	} {
		fn := &program.Func{Name: "app.f", Blocks: []program.Block{{Instrs: c.instrs}}}
		outer := &program.Func{Name: "app.g", Blocks: []program.Block{{Instrs: []program.Instr{call("app.f", -1)}}}}
		got := answeringIn(program.Link(&program.Unit{Funcs: []*program.Func{fn, outer}}), frameworks.Default())
		if got["app.f"] != c.want || got["app.g"] != c.want {
			t.Errorf("%s: %v, and who calls it %v; want %v", name, got["app.f"], got["app.g"], c.want)
		}
	}
}
