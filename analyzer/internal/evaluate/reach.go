package evaluate

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// maxNamesakes bounds the methods of one name that an interface call may mean.
const maxNamesakes = 24

// registering finds the functions that can reach, through calls, closures and
// interface methods of that name, something that makes, fills or serves a
// router. It works backwards from those that do so themselves.
func registering(p *program.Program, t *frameworks.Tables) map[string]bool {
	return reaches(p, t, registersRoutes)
}

// reaches finds the functions that can reach calls of some kind.
func reaches(p *program.Program, t *frameworks.Tables, kind func(frameworks.Call) bool) map[string]bool {
	mentioned := func(in *program.Instr) []string { return mentions(p, in) }
	return p.Reaching(mentioned, func(sym string) (bool, bool) {
		c, known := t.Call(sym)
		return known && kind(c), known
	})
}

// mentions lists the functions an instruction calls or takes as values.
func mentions(p *program.Program, in *program.Instr) []string {
	out := in.Functions()
	if in.Op == program.Invoke {
		out = append(out, in.Sym)
		if _, name, ok := program.SplitMethod(in.Sym); ok {
			if list := p.MethodsNamed(name); len(list) <= maxNamesakes {
				out = append(out, list...)
			}
		}
	}
	return out
}

func registersRoutes(c frameworks.Call) bool {
	switch c.Op {
	case frameworks.OpInject: // what a container makes and calls may register
		return c.Container != 0 || c.Inject == frameworks.InjectNew
	case frameworks.OpNew, frameworks.OpRoute, frameworks.OpMount, frameworks.OpServe, frameworks.OpUse,
		frameworks.OpGroup, frameworks.OpImport, frameworks.OpRouteNew, frameworks.OpRouteSet, frameworks.OpSubrouter,
		frameworks.OpRouteDraft, frameworks.OpRouteAdd, frameworks.OpPrefix:
		return true
	}
	return false
}

// mayServe reports whether a function can reach something that serves.
func (m *Machine) mayServe(sym string) bool {
	if m.servers == nil {
		m.servers = reaches(m.prog, m.tables, func(c frameworks.Call) bool { return c.Op == frameworks.OpServe })
	}
	return m.servers[sym]
}

// mayRegister reports whether a function can reach registration.
func (m *Machine) mayRegister(sym string) bool {
	if m.registers == nil {
		m.registers = registering(m.prog, m.tables)
	}
	return m.registers[sym]
}
