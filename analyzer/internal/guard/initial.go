package guard

import (
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A package variable may hold an error that a function of a framework has made, whose body is not read here: its
// initializer names the function, and the status.

// initialIn are the statuses of the errors that initializers of a program give to package variables.
func initialIn(p *program.Program, t *frameworks.Tables) map[string]int {
	out := map[string]int{}
	for _, fn := range p.Funcs() {
		if !strings.HasSuffix(fn.Name, ".init") {
			continue
		}
		made := map[int]*program.Instr{} // by register
		for in := range fn.All() {
			if in.Dst >= 0 {
				made[in.Dst] = in
			}
			if in.Op == program.Store && in.Args[0].Kind == program.Global {
				if status := madeStatus(made, in.Args[1], t); status > 0 {
					out[in.Args[0].Sym] = status
				}
			}
		}
	}
	return out
}

// madeStatus is the status of an error that a call in the initializer makes, 0 if it is none.
func madeStatus(made map[int]*program.Instr, o program.Operand, t *frameworks.Tables) int {
	in := made[o.Reg]
	if o.Kind != program.Register || in == nil {
		return 0
	}
	switch in.Op {
	case program.MakeIface, program.ChangeType, program.Extract:
		return madeStatus(made, in.Args[0], t)
	case program.Call, program.Invoke:
		e, known := t.Effect(in.Sym)
		switch {
		case known && e.Keeps && len(in.Args) > 0:
			return madeStatus(made, in.Args[0], t)
		case known && e.Error && e.Status == 0:
			return e.StatusIs
		case known && e.Error:
			return spelledStatus(e, in)
		}
	}
	return 0
}

// spelledStatus is the status that a call spells as a constant.
func spelledStatus(e frameworks.Effect, in *program.Instr) int {
	o, ok := operandOf(in, e.Status)
	if !ok || o.Kind != program.Constant {
		return 0
	}
	c := o.Const
	switch {
	case c.Kind == program.ConstString:
		return e.Codes[c.Str]
	case e.Codes != nil:
		return e.Codes[strconv.FormatInt(c.Int, 10)]
	}
	return int(c.Int)
}
