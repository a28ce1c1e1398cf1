package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// place is where a route is registered, as its author sees it: the call that
// names the pattern. A router of the application's own, or a helper, hands the
// pattern on as a parameter; there the place is its caller's, and so it is where a library
// names the pattern itself. The second result
// is the calls on the way there, the innermost first.
func (a *action) place(pattern frameworks.Arg) (at program.Pos, via []program.Pos) {
	return a.placeOf(a.names(pattern))
}

// placeOf is the place where what is named comes from.
func (a *action) placeOf(n naming) (at program.Pos, via []program.Pos) {
	in := a.in
	for f := len(a.m.stack) - 1; f > 0; f-- {
		frame := a.m.stack[f]
		foreign := frameworks.Interest(frame.fn.Package) || a.m.foreign(frame.fn) // nobody wrote the route there
		if !foreign && f < len(a.m.stack)-1 && n.o.Kind == program.None {
			n = textArgument(frame.fn, in)
		}
		param, field := n.param(frame.fn)
		caller := frame.call
		if param < 0 && !foreign || caller == nil || !caller.Pos.Known() {
			break
		}
		via = append(via, in.Pos)
		n = naming{field: field}
		if i := argumentOf(caller, frame.fn, param); param >= 0 && i >= 0 && i < len(caller.Args) {
			n.o = caller.Args[i]
		}
		in = caller
		if foreign && strings.Contains(frame.fn.Name, "$") && !makes(a.m.stack[f-1].fn, caller) {
			break // a function that a framework or a library made there, for somebody else to call
		}
	}
	return in.Pos, via
}

// foreign reports whether a function is of another module than the program's, as far as is known.
func (m *Machine) foreign(fn *program.Func) bool { return m.Ours != nil && !m.Ours(fn.Name) }

// elsewhere reports whether what is registered now is registered by a library that is no framework.
func (m *Machine) elsewhere() bool {
	for i := len(m.stack) - 1; i > 0; i-- {
		if fn := m.stack[i].fn; !frameworks.Interest(fn.Package) {
			return m.foreign(fn)
		}
	}
	return false
}

// asked is the call by which code that is no framework's had a framework do what it does
// now, or nil.
func (m *Machine) asked() (by *program.Instr) {
	for i := len(m.stack) - 1; i > 0 && frameworks.Interest(m.stack[i].fn.Package); i-- {
		by = m.stack[i].call
	}
	return by
}

// attachedAt is where middleware is attached, as who attaches it sees it: frameworks have functions that call others for that.
func (a *action) attachedAt() program.Pos {
	if by := a.m.asked(); by != nil && by.Pos.Known() {
		return by.Pos
	}
	return a.in.Pos
}

// makes reports whether a call is one of a function's.
func makes(fn *program.Func, in *program.Instr) bool {
	for i := range fn.All() {
		if i == in {
			return true
		}
	}
	return false
}

// textArgument is the first text that a function hands on to a framework's: the pattern,
// where the way of that could not be followed.
func textArgument(fn *program.Func, call *program.Instr) naming {
	for _, o := range call.Args {
		if p := paramOf(fn, o, 0); p >= 0 && fn.Params[p].Type == "string" {
			return naming{o: o}
		}
	}
	return naming{}
}

// maxConcat bounds the search through concatenations.
const maxConcat = 8

// paramOf returns the number of the parameter that an operand is, or that a
// string is put together with; -1 if it is none.
func paramOf(fn *program.Func, o program.Operand, depth int) int {
	if o.Kind != program.Register || depth > maxConcat {
		return -1
	}
	if o.Reg < len(fn.Params) {
		switch zero, _ := zeroBasic(fn.Params[o.Reg].Type); zero.(type) {
		case value.Int, value.Bool, value.Float:
			return -1 // a number in the pattern does not name it
		}
		return o.Reg
	}
	for b := range fn.Blocks {
		for i := range fn.Blocks[b].Instrs {
			in := &fn.Blocks[b].Instrs[i]
			if in.Dst != o.Reg {
				continue
			}
			switch {
			case in.Op == program.BinOp && in.Sym == "+", in.Op == program.Call && makesText(in.Sym),
				in.Op == program.MakeIface, in.Op == program.ChangeType, in.Op == program.Convert, in.Op == program.MakeBound:
				for i := len(in.Args) - 1; i >= 0; i-- {
					if p := paramOf(fn, in.Args[i], depth+1); p >= 0 {
						return p
					}
				}
			case in.Op == program.Slice:
				return elementParam(fn, in.Args[0], depth+1)
			}
			return -1
		}
	}
	return -1
}

// makesText reports whether a function makes a string of others.
func makesText(sym string) bool {
	_, ok := textFuncs[sym]
	return ok || sym == "fmt.Sprintf" || sym == "fmt.Sprint" || sym == "path.Join" || sym == "strings.Join"
}

// elementParam is paramOf for what is stored in the array of a variadic call; the
// last element counts, which names what is most particular.
func elementParam(fn *program.Func, array program.Operand, depth int) int {
	elems := map[int]bool{}
	found := -1
	for in := range fn.All() {
		switch {
		case in.Op == program.IndexAddr && in.Args[0] == array:
			elems[in.Dst] = true
		case in.Op == program.Store && in.Args[0].Kind == program.Register && elems[in.Args[0].Reg]:
			if p := paramOf(fn, in.Args[1], depth); p >= 0 {
				found = p
			}
		}
	}
	return found
}

// argumentOf returns which argument of a call a parameter is, or -1.
func argumentOf(call *program.Instr, fn *program.Func, param int) int {
	switch {
	case call.Op == program.Invoke || call.Op == program.Call && call.Sym != "":
		if len(call.Args) == len(fn.Params) {
			return param
		}
	case call.Op == program.Call && len(call.Args) == len(fn.Params)+1:
		return param + 1 // the first one is the function
	case call.Op == program.Call && len(call.Args) == len(fn.Params):
		return param // a bound method: its receiver stands for the function
	}
	return -1
}
