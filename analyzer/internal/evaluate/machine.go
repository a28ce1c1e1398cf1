// Package evaluate runs registration programs: the abstract machine that turns
// a linked program into routers, routes and the values of their chains.
//
// Registration is start-up code, so it is simply run: constants fold, closures
// are called, slices grow with Go's own capacities, loops over known tables
// unroll. Where a condition is not known both arms run, what they register is
// marked with the condition, and what they store becomes a choice. What cannot
// be followed stays visible as an [Incomplete] with its reason; nothing is ever
// predicted to be out of reach.
package evaluate

import (
	"fmt"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// The bounds of one evaluation. Registration code that needs more is reported
// as incomplete. A call and a registration cost as many steps as what they make is
// larger than what an instruction makes, so that the fuel bounds time and memory too.
const (
	maxSteps     = 20_000_000 // and more for what the program spells out: see fuelFor
	cellSteps    = 8          // that a place of an array costs
	callSteps    = 100        // that entering a function costs besides its instructions
	entrySteps   = 2_000      // that a route costs, and more if its pattern is long
	maxDepth     = 250
	maxRecursion = 4
	maxChoices   = 4
	maxHandlers  = 16      // the same, of what is there to be called
	maxUnroll    = 100_000 // iterations of one known loop
	maxServers   = 64      // started at one place
)

// An Incomplete is a place that could not be followed.
type Incomplete struct {
	Pos    program.Pos
	Reason string
}

// A Machine evaluates one program. It is used once.
type Machine struct {
	prog   *program.Program
	tables *frameworks.Tables

	steps   int
	fuel    int // how many there may be
	globals map[string]*value.Cell
	funcs   map[string]*value.Func // function values by symbol: one each, so that they compare
	inited  map[string]bool

	routers []*Router
	serves  []*Serve
	seq     int

	conds    []Cond
	journal  []*journal // of the undecided conditions being run, innermost last
	clock    int
	active   map[string]int // how often a function is on the stack
	stack    []*frame
	calling  *program.Instr // the call being made
	escaped  map[*value.Func]bool
	later    []func()                   // functions that escaped and run when the root is done
	kept     int                        // how many structs deep what escapes lies
	handed   []handed                   // see runHanded
	starting map[string][]*program.Func // see starters
	entered  map[*program.Func]bool
	// Ours reports whether a symbol is of the module that is worked on; nil if that is not known.
	Ours    func(symbol string) bool
	command string                // package of the main function that is run
	spent   map[*program.Func]int // see charge
	check   int                   // the steps after which breakOff is asked
	broken  *frame                // the call that is broken off

	incomplete []Incomplete
	said       map[Incomplete]bool
	registers  map[string]bool // see mayRegister
	servers    map[string]bool // see mayServe
	setters    map[string]bool // see sets
	aside      bool            // see runAside
	trying     int             // see runNow
	early      bool
	exhausted  bool
	assumed    map[*value.Unknown]*Router
	noted      map[string]*value.Map // see shared

	credentials map[Credential]bool // see describe
}

// New returns a machine for the program.
func New(p *program.Program, t *frameworks.Tables) *Machine {
	return &Machine{
		prog: p, tables: t, fuel: fuelFor(p),
		globals: map[string]*value.Cell{}, funcs: map[string]*value.Func{}, inited: map[string]bool{},
		active: map[string]int{}, escaped: map[*value.Func]bool{},
		said: map[Incomplete]bool{}, spent: map[*program.Func]int{}, entered: map[*program.Func]bool{},
		credentials: map[Credential]bool{},
	}
}

// Incomplete lists the places that could not be followed, in the order met.
func (m *Machine) Incomplete() []Incomplete { return m.incomplete }

// Serves lists where routers and handlers were served, in the order met.
func (m *Machine) Serves() []*Serve { return m.serves }

// Routers lists the routers made, in the order made.
func (m *Machine) Routers() []*Router { return m.routers }

// Steps is how much of the fuel is used.
func (m *Machine) Steps() int { return m.steps }

// Run enters a function as a root: with unknown arguments, after the package
// initializer. A panic of the machine itself is a bug; it ends this root, is
// recorded against the function it happened in, and leaves the rest standing.
func (m *Machine) Run(symbol string) {
	fn := m.prog.Func(symbol)
	if fn == nil { // a main function that does nothing of interest itself: what it imports may
		if pkg, isMain := strings.CutSuffix(symbol, ".main"); isMain {
			defer m.contain(program.Pos{})
			m.initialize(pkg)
			m.runLater()
		}
		return
	}
	defer m.contain(fn.Pos)
	if pkg, isMain := strings.CutSuffix(symbol, ".main"); isMain {
		m.command = pkg
	}
	m.initialize(fn.Package)
	args := make([]value.Value, len(fn.Params))
	for i, p := range fn.Params {
		args[i] = &value.Unknown{Type: p.Type, Reason: p.Name}
	}
	m.enter(fn, args, nil, nil, fn.Pos)
	m.runLater()
	if strings.HasSuffix(symbol, ".main") {
		m.runHanded()
	}
}

// Apply calls a function value with the given arguments, for handlers made when
// a chain is put together (middleware applied to what comes next).
func (m *Machine) Apply(fn value.Value, args []value.Value, at program.Pos) (result value.Value) {
	result = &value.Unknown{Reason: "the middleware could not be applied", Pos: at}
	defer m.contain(at)
	conds := m.conds
	m.conds = nil
	result = m.callValue(fn, args, at)
	m.runLater()
	m.conds = conds
	return result
}

// Wrap applies a middleware to what comes next: by calling it, or the method by which it
// wraps handlers of its shape.
func (m *Machine) Wrap(s Step, next value.Value) value.Value {
	if s.Shape.MiddlewareMethod == "" {
		return m.Apply(s.Val, []value.Value{next}, s.At)
	}
	sym, self, ok := m.dispatch("(middleware)."+s.Shape.MiddlewareMethod, s.Val)
	if !ok {
		return unknown("", "", s.At)
	}
	return m.Apply(&value.Func{Symbol: sym, Fn: m.prog.Func(sym), Recv: self}, []value.Value{next}, s.At)
}

func (m *Machine) contain(at program.Pos) {
	if r := recover(); r != nil {
		where := ""
		if n := len(m.stack); n > 0 {
			where = " in " + m.stack[n-1].fn.Name
		}
		m.note(at, fmt.Sprintf("the analysis failed%s: %v", where, r))
		m.stack, m.conds, m.journal, m.kept, m.trying, m.early, m.aside, m.broken = nil, nil, nil, 0, 0, false, false, nil
		clear(m.active)
	}
}

func (m *Machine) initialize(pkg string) {
	if m.inited[pkg] {
		return
	}
	m.inited[pkg] = true
	journal := m.journal // whatever is being run, it has been done before
	m.journal = nil
	defer func() { m.journal = journal }()
	if fn := m.prog.Func(pkg + ".init"); fn != nil {
		m.enter(fn, nil, nil, nil, fn.Pos)
	}
}

// note records a place that could not be followed, once.
func (m *Machine) note(at program.Pos, reason string) {
	i := Incomplete{Pos: at, Reason: reason}
	if !m.said[i] {
		m.said[i] = true
		m.incomplete = append(m.incomplete, i)
	}
}

// spend takes steps of the fuel; false says that there are none left.
func (m *Machine) spend(n int, at program.Pos) bool {
	if m.exhausted || m.broken != nil {
		return false
	}
	if m.steps += n; m.steps <= m.fuel {
		if m.steps > m.check {
			m.breakOff()
		}
		return m.broken == nil
	}
	if !m.exhausted {
		m.exhausted = true
		m.note(at, "the evaluation was stopped: registration takes more than "+fmt.Sprint(m.fuel)+" steps")
	}
	return false
}

// at is the place of the call being made.
func (m *Machine) at() program.Pos {
	if m.calling == nil {
		return program.Pos{}
	}
	return m.calling.Pos
}

func (m *Machine) function(symbol string) *value.Func {
	f := m.funcs[symbol]
	if f == nil {
		f = &value.Func{Symbol: symbol, Fn: m.prog.Func(symbol)}
		if f.Fn != nil {
			f.Pos = f.Fn.Pos
		}
		m.funcs[symbol] = f
	}
	return f
}

func unknown(typ, reason string, at program.Pos) *value.Unknown {
	return &value.Unknown{Type: typ, Reason: reason, Pos: at}
}
