package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A command may leave everything to a library: it hands over a value of its own, and the
// library calls that value's methods when their time has come. One of them makes the
// router, another one is given the requests.

// A handed is a value that a function which was not read was given as an interface.
type handed struct {
	val value.Iface
	to  string
	at  *program.Instr
}

// handOver notes a value of a type with methods, once.
func (m *Machine) handOver(v value.Iface, to string, in *program.Instr) {
	if _, ok := v.Val.(value.Pointer); !ok || slices.ContainsFunc(m.handed, func(h handed) bool { return same(h.val, v) }) {
		return
	}
	m.handed = append(m.handed, handed{v, to, in})
}

// starts notes a value that becomes an interface, if it is a server of the program's own:
// a method of it registers and serves. Who runs several of them starts them by that interface.
func (m *Machine) starts(v value.Iface, in *program.Instr) {
	if len(m.starters(v.Type)) > 0 {
		m.handOver(v, in.Type, in)
	}
}

// brings reports whether a function makes a server of the program's own and returns it as an
// interface: a library that makes its commands by such functions starts them so.
func (m *Machine) brings(fn *value.Func) bool {
	for in := range fn.Fn.All() {
		if in.Op == program.MakeIface && len(m.starters(in.Sym)) > 0 {
			return true
		}
	}
	return false
}

// starters are the methods of a type of the command's own repository that register and serve.
func (m *Machine) starters(typ string) []*program.Func {
	if m.command == "" {
		return nil
	}
	if m.starting == nil {
		m.starting = map[string][]*program.Func{}
		for _, fn := range m.prog.Funcs() {
			recv, name, ok := program.SplitMethod(fn.Name)
			if ok && name[:1] == strings.ToUpper(name[:1]) && routes.SameRepository(m.command, fn.Package) && m.mayServe(fn.Name) && m.mayRegister(fn.Name) {
				typ := strings.TrimPrefix(recv, "*")
				m.starting[typ] = append(m.starting[typ], fn)
			}
		}
	}
	return m.starting[strings.TrimPrefix(typ, "*")]
}

// runHanded calls the methods of what was handed over that the command does not call itself.
// Of a value that holds a router which nobody has served, these are the methods that serve,
// such as the one that starts a server; if there is no router but those that are package variables, all that register. What
// they register is served by the methods that take a request, or by the library itself.
// Of a server that nobody has started, it is what starts it.
func (m *Machine) runHanded() {
	bare := len(m.serves) == 0 && !slices.ContainsFunc(m.routers, func(r *Router) bool { return r.At.Known() })
	idle := m.idle()
	for _, h := range m.handed {
		switch {
		case bare:
			m.callMethods(h)
		case !m.isServed(h.val) && m.holdsUnserved(h.val, map[*value.Cell]bool{}, 0):
			m.startServer(h)
		default:
			for _, fn := range idle[h.val.Type] {
				m.runAny(h.method(fn), h.at)
			}
		}
	}
}

// idle are the starting methods of what was handed over, by type, of which none was called.
func (m *Machine) idle() map[string][]*program.Func {
	out := map[string][]*program.Func{}
	for _, h := range m.handed {
		fns := m.starters(h.val.Type)
		if !slices.ContainsFunc(fns, func(fn *program.Func) bool { return m.entered[fn] }) {
			out[h.val.Type] = fns
		}
	}
	return out
}

// holdsUnserved reports whether a value holds a router that nobody serves.
func (m *Machine) holdsUnserved(v value.Value, seen map[*value.Cell]bool, depth int) bool {
	inner := func(c *value.Cell) bool {
		if c == nil || c.Val == nil || seen[c] {
			return false
		}
		seen[c] = true
		return m.holdsUnserved(c.Val, seen, depth+1)
	}
	if depth > maxEscape {
		return false
	}
	switch v := v.(type) {
	case value.Iface:
		return m.holdsUnserved(v.Val, seen, depth)
	case value.Native:
		r, ok := v.Obj.(*Router)
		return ok && r.Parent == nil && !slices.ContainsFunc(m.serves, func(s *Serve) bool { return same(value.Deref(s.Handler), v) })
	case value.Pointer:
		return inner(v.Cell)
	case *value.Struct:
		return slices.ContainsFunc(v.Fields, inner)
	}
	return false
}

// isServed reports whether a value is a handler that is served: what it holds is reached through it.
func (m *Machine) isServed(v value.Value) bool {
	return slices.ContainsFunc(m.serves, func(s *Serve) bool { return same(value.Deref(s.Handler), value.Deref(v)) })
}

// method is one of the value's methods, to be called on it.
func (h handed) method(fn *program.Func) *value.Func {
	return &value.Func{Symbol: fn.Name, Fn: fn, Recv: h.val.Val, Pos: fn.Pos}
}

// startServer calls the methods of a value that serve. One that the command has called is not called
// again: what it is given then is not known, and would be kept.
func (m *Machine) startServer(h handed) {
	for _, fn := range m.methodsOf(h.val.Type) {
		if m.mayServe(fn.Name) && !m.entered[fn] {
			m.runAny(h.method(fn), h.at)
		}
	}
}

// callMethods calls the methods of a value that register, and has those serve that take a
// request.
func (m *Machine) callMethods(h handed) {
	var serving []*value.Func
	before, servers := m.made(), len(m.serves)
	for _, fn := range m.methodsOf(h.val.Type) {
		switch {
		case m.takesRequest(fn):
			serving = append(serving, h.method(fn))
		case m.mayRegister(fn.Name):
			m.runAny(h.method(fn), h.at)
		}
	}
	switch {
	case m.made() == before:
		for _, fn := range m.byItself(h.val.Type, serving) {
			m.serve(m.forRequest(fn), m.http(), h.to, fn.Pos)
		}
		return
	case len(serving) == 0 && len(m.serves) == servers:
		m.note(h.at.Pos, short(h.val.Type)+" is given to "+short(h.to)+", which was not read and may serve what it makes")
	}
	for _, fn := range serving {
		m.serve(m.forRequest(fn), m.http(), h.to, h.at.Pos)
	}
}

// byItself are the methods that are given requests though nothing was registered: they tell
// by themselves what was asked for. They are of the command's own repository, and no
// other method of the type calls them.
func (m *Machine) byItself(typ string, serving []*value.Func) []*value.Func {
	methods := m.methodsOf(typ)
	return slices.DeleteFunc(serving, func(fn *value.Func) bool {
		return !routes.SameRepository(m.command, fn.Fn.Package) || slices.ContainsFunc(methods, func(other *program.Func) bool {
			return other != fn.Fn && mentioned(other, fn.Symbol)
		})
	})
}

// mentioned reports whether a function calls another one by its name, or takes it as a value.
func mentioned(in *program.Func, sym string) bool {
	for i := range in.All() {
		if slices.Contains(i.Functions(), sym) {
			return true
		}
	}
	return false
}

// methodsOf lists the exported methods of a type that have a body, sorted by symbol.
func (m *Machine) methodsOf(typ string) []*program.Func {
	var out []*program.Func
	for _, fn := range m.prog.Funcs() {
		recv, name, ok := program.SplitMethod(fn.Name)
		if ok && strings.TrimPrefix(recv, "*") == strings.TrimPrefix(typ, "*") && name[:1] == strings.ToUpper(name[:1]) {
			out = append(out, fn)
		}
	}
	return out
}

// http is the shape of net/http.
func (m *Machine) http() *frameworks.Shape { return m.tables.Shape("http") }

// takesRequest reports whether a method takes what a handler does, among other things.
func (m *Machine) takesRequest(fn *program.Func) bool {
	return !slices.ContainsFunc(m.http().Types, func(typ string) bool { return positionOf(fn, typ) < 0 })
}

// positionOf is the number of the parameter of a type, or -1; the first one is the receiver.
func positionOf(fn *program.Func, typ string) int {
	return slices.IndexFunc(fn.Params, func(v program.Var) bool { return v.Type == typ })
}

// forRequest is a handler that calls the method with the request, and with nothing known
// otherwise.
func (m *Machine) forRequest(fn *value.Func) value.Value {
	types := m.http().Types
	h := &program.Func{
		Name: fn.Symbol + "$request", Package: fn.Fn.Package, Pos: fn.Pos,
		Params: make([]program.Var, len(types)),
	}
	for i, typ := range types {
		h.Params[i].Type = typ
	}
	var free []value.Value
	call := program.Instr{Op: program.Call, Dst: -1, Sym: fn.Symbol, Pos: fn.Pos}
	for i, p := range fn.Fn.Params {
		reg := slices.Index(types, p.Type)
		if reg < 0 {
			reg = len(types) + len(free)
			h.Free = append(h.Free, p)
			if free = append(free, unknown(p.Type, p.Name, fn.Pos)); i == 0 {
				free[0] = fn.Recv
			}
		}
		call.Args = append(call.Args, program.Operand{Kind: program.Register, Reg: reg})
	}
	h.Regs = len(types) + len(free)
	h.Blocks = []program.Block{{Instrs: []program.Instr{call, {Op: program.Return, Dst: -1}}}}
	return &value.Func{Symbol: h.Name, Fn: h, Free: free, Pos: fn.Pos}
}
