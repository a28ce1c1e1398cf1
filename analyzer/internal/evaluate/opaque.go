package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// opaque calls a function whose body was not read. Its result is unknown; what
// it was given may be used: functions that register are run once (sync.Once and errgroup
// call them; those that hang off a struct, such as the commands of a command library,
// when all else is done), what others set may have been set, a router given as a handler is
// taken as served, and any other router is no longer fully known.
func (m *Machine) opaque(sym string, args []value.Value, in *program.Instr) value.Value {
	m.escape(sym, args, in)
	for _, a := range args {
		m.fill(a, false, map[*value.Cell]bool{}, 0)
	}
	out := unknownOf(m, in, short(sym)+"()")
	if u, ok := out.(*value.Unknown); ok {
		u.Unsigned = m.unsigned(sym, args)
	}
	return out
}

// opaqueMethod calls a method of an interface whose body was not read. It knows the type of its receiver,
// as a function does that takes a pointer.
func (m *Machine) opaqueMethod(recv value.Value, args []value.Value, in *program.Instr) value.Value {
	if i, ok := recv.(value.Iface); ok {
		recv = i.Val
	}
	return m.opaque(in.Sym, append([]value.Value{recv}, args...), in)
}

// takesRequests reports whether a type of a framework is a handler of net/http.
func (m *Machine) takesRequests(typ string) bool {
	_, ok := m.tables.Effect("(" + typ + ")." + m.http().Method)
	return ok
}

func (m *Machine) escape(sym string, args []value.Value, in *program.Instr) {
	seen := map[*value.Cell]bool{}
	for _, a := range args {
		m.escapeValue(sym, a, in, seen, 0)
	}
}

// maxEscape bounds how deep functions are looked for in what escapes.
const maxEscape = 5

func (m *Machine) escapeValue(sym string, v value.Value, in *program.Instr, seen map[*value.Cell]bool, depth int) {
	if depth > maxEscape {
		return
	}
	switch v := v.(type) {
	case *value.Func:
		m.escapeFunc(v, in, m.kept > 0)
	case value.Iface:
		if r, ok := m.router(v.Val); ok && (r.Kind.Shape == m.http().Name || m.takesRequests(v.Type)) {
			m.note(in.Pos, "a router is given to "+sym+", whose body was not read")
			m.serve(v, m.http(), sym, in.Pos).Guessed = true
			return
		}
		m.handOver(v, sym, in)
		m.escapeValue(sym, v.Val, in, seen, depth)
	case value.Native:
		if r, ok := v.Obj.(*Router); ok {
			m.note(in.Pos, "a router is given to "+sym+", whose body was not read")
			r.Escaped = true
		}
	case value.Pointer:
		if !seen[v.Cell] && v.Cell.Val != nil {
			seen[v.Cell] = true
			m.escapeValue(sym, v.Cell.Val, in, seen, depth+1)
		}
	case *value.Struct:
		m.kept++
		for _, c := range v.Fields {
			if c != nil && c.Val != nil && !seen[c] {
				seen[c] = true
				m.escapeInner(sym, c.Val, in, seen, depth)
			}
		}
		m.kept--
	case *value.Slice:
		for i := range v.Len {
			if c := v.Array.Elems[v.Off+i]; c.Val != nil {
				m.escapeInner(sym, c.Val, in, seen, depth)
			}
		}
	case *value.Map:
		for _, c := range v.Data.Vals {
			if c.Val != nil {
				m.escapeInner(sym, c.Val, in, seen, depth)
			}
		}
	case value.Choice:
		for _, alt := range v.Alts {
			m.escapeValue(sym, alt.Val, in, seen, depth+1)
		}
	}
}

// escapeInner follows what hangs off an escaping value. Functions in it are run;
// routers in it are left alone: a struct that holds the application's router is
// passed about all the time without anybody touching it.
func (m *Machine) escapeInner(sym string, v value.Value, in *program.Instr, seen map[*value.Cell]bool, depth int) {
	switch v := v.(type) {
	case value.Native:
		return
	case value.Iface:
		if _, ok := m.router(v.Val); ok {
			return
		}
	case value.Choice:
		for _, alt := range v.Alts {
			m.escapeInner(sym, alt.Val, in, seen, depth)
		}
		return
	}
	m.escapeValue(sym, v, in, seen, depth+1)
}

// hand leaves a value in storage that is not known: that of a command which a library has
// made, say. Functions in it are run when all else is done, as those are that hang off a
// struct which a library is given.
func (m *Machine) hand(v value.Value, in *program.Instr) {
	m.kept++
	m.escapeInner("", v, in, map[*value.Cell]bool{}, 0)
	m.kept--
}

// escapeFunc runs a function that somebody may call, at once or at the end: a command
// runs when its flags are set, whatever was done with it before.
func (m *Machine) escapeFunc(fn *value.Func, in *program.Instr, later bool) {
	if fn.Fn == nil || m.escaped[fn] {
		return
	}
	if !m.funcRegisters(fn, 0) && !m.brings(fn) {
		m.runAside(fn, in)
		return
	}
	m.escaped[fn] = true
	if later {
		conds := m.here()
		m.later = append(m.later, func() { m.conds = conds; m.runAny(fn, in) })
		return
	}
	m.runNow(fn, in)
}

// runLater runs the functions that were put off.
func (m *Machine) runLater() {
	kept, conds := m.kept, m.conds
	for len(m.later) > 0 {
		run := m.later[0]
		m.later = m.later[1:]
		m.kept = 0
		run()
	}
	m.kept, m.conds = kept, conds
}

// runAny calls a function with arguments that are not known.
func (m *Machine) runAny(fn *value.Func, in *program.Instr) {
	if fn.Fn == nil {
		return
	}
	params := fn.Fn.Params
	if fn.Recv != nil && len(params) > 0 {
		params = params[1:]
	}
	args := make([]value.Value, len(params))
	for i, p := range params {
		args[i] = unknown(p.Type, p.Name, in.Pos)
	}
	m.callFunc(fn, args, in)
}

// funcRegisters reports whether a function value can reach registration, itself
// or through a function that it holds.
func (m *Machine) funcRegisters(fn *value.Func, depth int) bool {
	if m.mayRegister(fn.Symbol) {
		return true
	}
	if depth > maxEscape {
		return false
	}
	for _, v := range fn.Free {
		if p, ok := v.(value.Pointer); ok {
			v = p.Cell.Val
		}
		if held, ok := v.(*value.Func); ok && m.funcRegisters(held, depth+1) {
			return true
		}
	}
	return false
}
