package guard

import (
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// errorFunc computes the functions that make and take apart errors.
func (r *run) errorFunc(sym string, args []av, st *state, in *program.Instr, frame int) ([]ending, bool) {
	sym = inErrors(sym)
	if strings.HasPrefix(sym, "errors.") && len(args) > 0 {
		args = r.withLeft(args, st)
	}
	switch sym {
	case "errors.New":
		return []ending{{st: st, results: []av{{v: fresh, nilness: nonNil}}}}, true
	case "fmt.Errorf", "errors.Join":
		out := r.wrap(args, st)
		out.sure = sym == "fmt.Errorf" // the other one is nil if all that it is given are
		return []ending{{st: st, results: []av{out}}}, true
	case wraps:
		out := args[0]
		out.lab = combine(args...).lab
		if out.dyn == "" && out.v == nil && out.nilness != isNil {
			out.dyn = wrappedError
		}
		return []ending{{st: st, results: []av{out}}}, true
	case "errors.Is":
		return []ending{{st: st, results: []av{r.errorIs(args[0], args[1], st)}}}, true
	case "errors.As":
		return r.errorAs(args[0], args[1], st), true
	case "errors.AsType":
		if len(in.TypeArgs) == 1 {
			return r.errorAsType(args[0], st, in, frame), true
		}
	}
	return nil, false
}

// fresh is an error made while serving, as one that no variable holds.
var fresh = value.Iface{Type: plainError, Val: value.Pointer{Cell: &value.Cell{Type: plainError[1:]}}}

// plainError is the type of what errors.New makes.
const plainError = "*errors.errorString"

// wrappedError stands for the types of what fmt.Errorf and errors.Join make.
const wrappedError = "*fmt.wrapError"

// wrap is an error around others. Who unwraps it finds the one inside; a handler
// that does not, sees an error that it does not know.
func (r *run) wrap(args []av, st *state) av {
	out := r.spread(args, st)
	e := av{nilness: nonNil, lab: out.lab, dyn: wrappedError, pkg: max(out.pkg, 0)}
	if r.onError == nil && r.shape.ReturnsError && r.shape.ErrorMethod == "" && !r.shape.ErrorUnwraps {
		return e
	}
	e.status = out.status
	if inner := r.innerError(args, st); inner != nil {
		e.v, e.pkg = inner, 0
	}
	return e
}

// innerError finds an error value among the arguments of a variadic call.
func (r *run) innerError(args []av, st *state) value.Value {
	for _, a := range args {
		p, ok := value.Deref(a.v).(value.Pointer)
		if !ok || !strings.HasPrefix(p.Cell.Type, "[") {
			continue
		}
		s, _ := p.Cell.Val.(*value.Struct) // of a variadic call: see part2
		if s == nil {
			continue
		}
		for _, c := range s.Fields {
			if c == nil {
				continue
			}
			if held, ok := r.read(st, c); ok {
				if v, isIface := held.v.(value.Iface); isIface {
					if _, _, isError := r.prog.Method(v.Type, "Error"); isError || v.Type == plainError {
						return v
					}
				}
			}
		}
	}
	return nil
}

// thisIs asks it of one error alone.
func (r *run) thisIs(err, target av, st *state) av {
	out := av{lab: err.lab, erring: 1}
	switch {
	case r.cannotEqual(err, target):
		return av{v: value.Bool(false)}
	case err.nilness == isNil || err.answer:
		out.v = value.Bool(false)
	case err.v != nil && target.v != nil:
		if eq, known := r.equalValues(err.v, target.v, st); known {
			out.v = value.Bool(eq)
		}
	case err.status > 0 && target.status > 0:
		out.v = value.Bool(err.status == target.status)
	}
	return out
}

// thisAs stores the error where its type fits.
func (r *run) thisAs(err, target av, st *state) []ending {
	if err.status > 0 && isErrorValue(err) { // a variable that a framework's error is in
		err.v = nil
	}
	out := av{lab: err.lab | err.ofType(), erring: 1}
	ptr, ok := value.Deref(target.v).(value.Pointer)
	if ok && !r.isInterface(ptr.Cell.Type) && r.cannotBe(err, program.PackageOf(ptr.Cell.Type)) {
		return []ending{{st: st, results: []av{{v: value.Bool(false)}}}}
	}
	if ok && r.hasMethods(dynamic(err), ptr.Cell.Type) { // an interface, which any error with its methods is
		n := st.clone()
		r.write(n, ptr.Cell, err)
		out.v = value.Bool(true)
		return []ending{{st: n, results: []av{out}}}
	}
	if ok && err.v == nil && err.status > 0 && r.ofFramework(ptr.Cell.Type) { // only its own errors have a status here
		n := st.clone()
		r.write(n, ptr.Cell, err)
		out.v = value.Bool(true)
		return []ending{{st: n, results: []av{out}}}
	}
	if i, isIface := err.v.(value.Iface); ok && isIface && !r.isInterface(ptr.Cell.Type) {
		if i.Type == ptr.Cell.Type {
			n := st.clone()
			r.storeError(n, ptr.Cell, i.Val)
			out.v = value.Bool(true)
			return []ending{{st: n, results: []av{out}}}
		}
		out.v = value.Bool(false)
		return []ending{{st: st, results: []av{out}}}
	}
	if ok {
		n := st.clone()
		r.write(n, ptr.Cell, av{lab: err.lab, status: err.status, nilness: nonNil, ofError: true})
		return []ending{{st: n, results: []av{out}}}
	}
	return []ending{{st: st, results: []av{out}}}
}

// storeError stores an error that is of the type of a variable; one that is a struct itself, field by field.
func (r *run) storeError(st *state, c *value.Cell, err value.Value) {
	v := av{v: err, nilness: nonNil}
	if s, ok := err.(*value.Struct); ok {
		r.storeStruct(st, c, s, v)
		return
	}
	r.write(st, c, v)
}

// ofFramework reports whether a type is an interface of a framework's, or that of its errors.
func (r *run) ofFramework(typ string) bool {
	return typ != "" && typ == r.shape.ErrorType || r.isInterface(typ) && r.tables.Owner(typ[:max(strings.LastIndexByte(typ, '.'), 0)]) != ""
}

// dynamic is the type of what an interface holds, if that is known.
func dynamic(a av) string {
	if i, ok := a.v.(value.Iface); ok {
		return i.Type
	}
	if a.v == nil {
		return a.dyn
	}
	return ""
}

func (r *run) isInterface(typ string) bool {
	t := r.prog.Type(typ)
	return t != nil && t.Kind == program.KindInterface
}

// hasMethods reports whether a type is known to have the methods of an interface.
func (r *run) hasMethods(typ, iface string) bool {
	if typ == "" || !r.isInterface(iface) {
		return false
	}
	for _, name := range r.prog.Type(iface).Methods {
		if _, _, ok := r.prog.Method(typ, name); !ok {
			return false
		}
	}
	return true
}

// errorStatus is the status that an error made as a struct has: the constant in a
// field of it that can only be one.
func (r *run) errorStatus(err av, st *state) int {
	if err.status != 0 {
		return err.status
	}
	i, ok := err.v.(value.Iface)
	if !ok || r.shape.ErrorHandler != "" && r.shape.ErrorMethod == "" && i.Type != r.shape.ErrorType {
		return 0 // the framework's handler knows its own errors only
	}
	if r.shape.ErrorMethod != "" {
		return r.statusByMethod(r.shape.ErrorMethod, err, st)
	}
	s, ok := structOf(i.Val)
	if !ok {
		return 0
	}
	return r.statusIn(s, strings.TrimPrefix(i.Type, "*"), st)
}

// statusIn is the status that a struct of the type has in a field, or in one of a struct
// that it embeds; 0 if there is none.
func (r *run) statusIn(s *value.Struct, typ string, st *state) int {
	t := r.prog.Type(typ)
	if t == nil {
		return 0
	}
	for n, f := range t.Fields {
		if n >= len(s.Fields) || s.Fields[n] == nil {
			continue
		}
		if inner, ok := s.Fields[n].Val.(*value.Struct); ok && f.Embedded {
			if status := r.statusIn(inner, f.Type, st); status != 0 {
				return status
			}
		}
		a, written := r.read(st, s.Fields[n])
		if !written {
			a = av{v: s.Fields[n].Val}
		}
		if code, ok := a.v.(value.Int); ok {
			if status := r.tables.CodeStatus(f.Type, strconv.Itoa(int(code))); status >= 400 {
				return status
			}
		}
		if !isStatusName(f.Name) {
			continue
		}
		if code, ok := a.v.(value.Int); ok && code >= 100 && code < 600 {
			return int(code)
		}
	}
	return 0
}

// statusByMethod asks an error for its status.
func (r *run) statusByMethod(method string, err av, st *state) int {
	sym, self, ok := r.dispatch("(error)."+method, err)
	if !ok {
		return 0
	}
	status := 0
	for _, e := range r.callSymbol(sym, []av{self}, st, r.instr(program.Instr{Dst: -1, Sym: sym}), 0, 0) {
		said := e.result()
		if i, ok := value.Deref(said.v).(value.Int); ok {
			said.status = int(i)
		}
		if said.status == 0 || status != 0 && status != said.status {
			return -1
		}
		status = said.status
	}
	return status
}

func isStatusName(name string) bool {
	switch strings.ToLower(name) {
	case "code", "status", "statuscode", "httpstatus", "httpcode":
		return true
	}
	return false
}

// variable is what a package variable holds of which nothing is known but how it was made: an error,
// perhaps. Of one that a function assigns, nothing is known at all.
func (r *run) variable(in *program.Instr, v av) av {
	symbol := in.Args[0].Sym
	if r.assigned()[symbol] {
		return v
	}
	status := r.initial()[symbol]
	switch {
	case in.Type == "error":
		return av{v: r.sentinel(symbol), status: status, nilness: nonNil}
	case status > 0:
		return av{status: status, nilness: nonNil}
	}
	return v
}

// sentinel is the error that a package variable holds, where its initializer was
// not read: another one for each variable, and never nil.
func (r *run) sentinel(symbol string) value.Value {
	return value.Iface{Type: plainError, Val: value.Pointer{Cell: r.global(symbol)}}
}

// assignedIn lists the package variables that functions of a program assign.
func assignedIn(p *program.Program) map[string]bool {
	out := map[string]bool{}
	for _, fn := range p.Funcs() {
		if !strings.HasSuffix(fn.Name, ".init") {
			noteAssigned(fn, out)
		}
	}
	return out
}

func noteAssigned(fn *program.Func, assigned map[string]bool) {
	for in := range fn.All() {
		if in.Op == program.Store && in.Args[0].Kind == program.Global {
			assigned[in.Args[0].Sym] = true
		}
	}
}
