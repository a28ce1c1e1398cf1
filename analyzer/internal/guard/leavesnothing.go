package guard

import (
	"slices"
	"strings"
	"unicode"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// What a program writes into its log decides nothing about a request, but is made of much that was asked of
// it. A function that returns nothing, and leaves nothing behind, is not followed.

// leavesNothing reports whether a call of a function can be left out.
func (r *run) leavesNothing(fn *program.Func) bool {
	return len(fn.Results) == 0 && !r.doing()[fn.Name]
}

// doingIn finds the functions of a program that may do more than compute, by themselves or through others.
func doingIn(p *program.Program, t *frameworks.Tables) map[string]bool {
	d := &doing{prog: p, tables: t, methods: map[string][]string{}}
	for _, fn := range p.Funcs() {
		if _, name, ok := program.SplitMethod(fn.Name); ok {
			d.methods[name] = append(d.methods[name], fn.Name)
		}
	}
	return p.ReachingOrBeing(d.enters, d.does)
}

// A doing is the search for them.
type doing struct {
	prog    *program.Program
	tables  *frameworks.Tables
	methods map[string][]string // of the program, by name
}

// enters lists the functions of the program that an instruction may enter.
func (d *doing) enters(in *program.Instr) []string {
	if in.Op == program.Invoke {
		return d.invoked(in.Sym)
	}
	return in.Functions()
}

// tells reports whether a method of an interface tells of something what it is: it only computes, whoever has it.
func tells(sym string) bool {
	switch sym {
	case "(error).Error", "(fmt.Stringer).String", "(context.Context).Value", "(context.Context).Err":
		return true
	}
	return false
}

// invoked lists the methods of the program that a method of an interface may be.
func (d *doing) invoked(sym string) []string {
	if tells(sym) {
		return nil
	}
	_, name, _ := program.SplitMethod(sym)
	return d.methods[name]
}

// does reports whether a function itself may do more than compute: it stores something that is not its own, stops, or calls what is
// not known to do neither.
func (d *doing) does(fn *program.Func) bool {
	own := map[int]bool{} // registers that point into what the call has made
	mine := func(o program.Operand) bool { return o.Kind == program.Register && own[o.Reg] }
	for in := range fn.All() {
		switch in.Op {
		case program.Alloc, program.MakeSlice, program.MakeMap:
			own[in.Dst] = true
		case program.FieldAddr, program.IndexAddr, program.Slice, program.ChangeType:
			own[in.Dst] = mine(in.Args[0])
		case program.Store, program.MapUpdate:
			if !mine(in.Args[0]) {
				return true
			}
		case program.Send, program.Panic, program.Select:
			return true
		case program.Invoke:
			if len(d.invoked(in.Sym)) == 0 && !d.quiet(in.Sym) {
				return true
			}
		case program.Call:
			if d.calls(in, mine) {
				return true
			}
		}
	}
	return false
}

// calls reports whether a call itself may do more than compute; what a function of the program does, that says.
func (d *doing) calls(in *program.Instr, mine func(program.Operand) bool) bool {
	if e, ok := d.tables.Effect(in.Sym); in.Sym == "" || ok && !computes(e) {
		return true
	}
	if d.prog.Func(in.Sym) != nil {
		return false
	}
	return !d.quiet(in.Sym) && !answersQuestion(in) || changes(in.Sym) && !slices.ContainsFunc(changed(in), mine)
}

// quiet reports whether a function that was not read does no more than compute, or write into a log.
func (d *doing) quiet(sym string) bool {
	switch sym {
	case "builtin.append", "builtin.len", "builtin.cap", "builtin.min", "builtin.max":
		return true
	}
	if tells(sym) {
		return true
	}
	if e, ok := d.tables.Effect(sym); ok {
		return computes(e)
	}
	return d.tables.Quiet(program.PackageOf(sym)) && !ends(sym)
}

// changing are the words with which names of functions begin that write to what they are given, or call it.
var changing = []string{
	"Unmarshal", "Decode", "Scan", "Sscan", "Fscan", "Sort", "Stable", "Reverse", "Store", "Add", "Swap", "CompareAnd", "And", "Or", "Set", "Del", "Clear", "Copy",
	"Do", "Go", "After", "Read", "Write", "Reset", "Wait", "Range", "Insert", "Put", "Call", "Close", "Signal", "Broadcast", "Send", "As", "Append", "Once",
}

// changes reports whether a function of a library may leave something in what it is given, as far as its name says.
func changes(sym string) bool {
	name := sym[strings.LastIndexByte(sym, '.')+1:]
	return slices.ContainsFunc(changing, func(word string) bool {
		rest, ok := strings.CutPrefix(name, word)
		return ok && (rest == "" || !unicode.IsLower(rune(rest[0])))
	})
}

// changed is what such a function writes to: the receiver of a method, or what is given last.
func changed(in *program.Instr) []program.Operand {
	n := len(in.Args)
	if _, _, method := program.SplitMethod(in.Sym); method || n == 0 {
		return in.Args[:min(1, n)]
	}
	return in.Args[n-1:]
}

// ends reports whether a function ends the program, or the request, as loggers name such a method.
func ends(sym string) bool {
	name := sym[strings.LastIndexByte(sym, '.')+1:]
	return strings.HasPrefix(name, "Fatal") || strings.Contains(name, "Panic") || name == "Exit" || name == "Goexit"
}

// answersQuestion reports whether a plain function is called for what it returns, which is no error.
func answersQuestion(in *program.Instr) bool {
	_, _, method := program.SplitMethod(in.Sym)
	return !method && in.Dst >= 0 && !strings.Contains(in.Type, "error")
}

// computes reports whether a call of which a table says this does no more than compute, unless it is given the response.
func computes(e frameworks.Effect) bool {
	made := e.Stores == 0 || e.Source == frameworks.SourceRequest // a context of its own, that holds more
	return e.Spares || e.Keeps || e.Encodes || e.Into != 0 || e.Source != 0 && made
}
