// Package guard finds out what a middleware or handler does to a request: the
// abstract machine of request time.
//
// A step is run once with a symbolic request. Values carry labels that say what
// part of the request they come from; what a request without credentials would
// see (no header, no cookie, nothing in the context) is carried along as a
// value, so that the anonymous request is followed exactly where that is
// possible. Every path through the step is an exit: whether it goes on, which
// status it answers, and on which conditions. A condition is enforcing when the
// request that fails it goes no further; a step guards when every path of the
// anonymous request that goes on has passed one.
//
// Names decide nothing here. What could not be followed makes the answer
// unknown, never guarded.
package guard

import (
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A Machine judges the steps of one program; several at a time, if asked to.
type Machine struct {
	prog   *program.Program
	tables *frameworks.Tables
	// isRouter reports whether a value is a router: reaching one is going on.
	isRouter func(value.Value) bool
	// globals returns the storage of a package variable, as registration left it.
	globals func(symbol string) *value.Cell
	// IsCredential reports whether a document of the program says that a header or a query value of
	// a name is a key; may be nil.
	IsCredential func(in, name string) bool
	// declared are functions that guard, whatever their bodies say: see declared.go.
	declared map[string]routes.DeclaredGuard
	met      map[string]bool // those that a step came to
	// assigned are the package variables that functions assign: see sentinel.
	assigned func() map[string]bool
	// initial are the statuses of the errors that package variables are made with: see initialIn.
	initial func() map[string]int
	// unread are the answers of which functions do not ask whether they are good: see unreadIn.
	unread func() map[*program.Func][]routes.Fault
	// answering are the functions that may answer a request: see answeringIn.
	answering func() map[string]bool
	// doing are the functions that are worth to be followed, though they return nothing: see leavesNothing.
	doing    func() map[string]bool
	mu       sync.Mutex // of what the runs of several steps share
	infos    map[*program.Func]*info
	verdicts map[*program.Func][]program.Verdict // see verdictsOf
	steps    atomic.Int64                        // of all runs that have ended
	works    sync.Pool                           // of works that are empty
}

// New returns a machine for the program.
func New(p *program.Program, t *frameworks.Tables, isRouter func(value.Value) bool, globals func(string) *value.Cell) *Machine {
	return &Machine{
		prog: p, tables: t, isRouter: isRouter, globals: globals, infos: map[*program.Func]*info{}, verdicts: map[*program.Func][]program.Verdict{},
		assigned:  sync.OnceValue(func() map[string]bool { return assignedIn(p) }),
		initial:   sync.OnceValue(func() map[string]int { return initialIn(p, t) }),
		unread:    sync.OnceValue(func() map[*program.Func][]routes.Fault { return unreadIn(p, t) }),
		answering: sync.OnceValue(func() map[string]bool { return answeringIn(p, t) }),
		doing:     sync.OnceValue(func() map[string]bool { return doingIn(p, t) }),
	}
}

// Steps is how many instructions were executed so far, for all steps together.
func (m *Machine) Steps() int { return int(m.steps.Load()) }

// global is the storage of a package variable.
func (m *Machine) global(symbol string) *value.Cell {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.globals(symbol)
}

// fieldCell is the storage of a field of a router or another such object.
func (m *Machine) fieldCell(obj value.NativeObject, name, typ string) *value.Cell {
	m.mu.Lock()
	defer m.mu.Unlock()
	return obj.FieldCell(name, typ)
}

// Next stands for the rest of the chain: middleware is applied to it, and
// calling it is going on.
type Next struct{}

// NativeType implements [value.NativeObject].
func (*Next) NativeType() string { return "next" }

// FieldCell implements [value.NativeObject].
func (*Next) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

var theNext = &Next{}

// NextValue is the value to apply a middleware to.
func NextValue() value.Value { return value.Native{Obj: theNext} }

func isNext(v value.Value) bool {
	n, ok := value.Deref(v).(value.Native)
	if !ok {
		return false
	}
	_, ok = n.Obj.(*Next)
	return ok
}

// A run is the simulation of one step.
type run struct {
	*Machine
	*work
	shape    *frameworks.Shape
	endpoint bool
	over     handover
	onError  value.Value
	record   value.Value // address of the struct that the route was registered with, or nil
	asked    bool        // for that
	tabled   bool        // the route is looked up in a table: see namesRoute
	inputs   map[*value.Struct]bool
	results  []string // types of what the step returns

	total int // of steps, in the run before
	steps int
	limit int // of steps, for the work at hand

	alternatives int // lists of decisions that are kept apart where paths meet

	spent      bool   // the limit is reached
	failed     string // why the simulation is not complete
	condSeq    []*cond
	origins    []Key
	packages   []string // that make errors: see madeBy
	echoed     arms     // origins compared with what the client sends elsewhere: tokens against forgery
	secrets    arms     // origins compared with what the client does not send, in constant time
	scouting   bool
	nobodies   map[int]*nobody // by frame
	chosen     map[int]bool    // frames whose results were chosen by what the request proves
	relevant   map[*cond]bool
	vain       map[*cond]bool  // both arms lead on, and to no refusal
	around     map[*cond]*cond // see findAround
	changing   arms            // deeds that a function's name says change something: see regardless.go
	blended    arms            // decisions of ways that the scout merged, of which one had not taken them: see hidden
	coarse     bool            // states were merged that differ in what they know
	condensed  bool            // ways were merged that differ in what they ask of the route
	at         *Target         // the route that the step is simulated for, nil for all
	unset      bool            // what is nil may be set by something that registration did not run: see unset.go
	layers     []*layer
	targets    []HandedTo
	marks      marks
	operations map[*program.Func]bool // see noteOperation
	loose      map[*value.Struct]bool // arrays of which nobody knows what is where
	claims     arms                   // origins that may hold something for who proves nothing: see keep
	left       leftErrors
	cuts       int     // calls that were not followed, because they are too deep
	trying     int     // calls that are looked into and not kept: see callback.go
	before     []Given // what earlier steps have left in the context
	gone       []gone
	went       []memory     // what is stored wherever a request goes on
	keeps      arms         // origins that the step stores to
	fills      arms         // origins of which the step may change what is there: see fillsIn
	asserted   arms         // origins whose type the step asks for
	looked     arms         // origins of credentials whose values are looked at, 0 for any: see looksIn
	handsQuery bool         // the query, or the form, is given as a whole to what may look at it
	leftAsSent map[int]arms // origins of credentials that are kept as they were sent, by the place in the context
	readsFrom  arms         // places in the context that are read, 0 for any
	called     arms         // origins of which a method of an interface is called
	givens     []Given
	open       []OpenCall
	entered    map[*program.Func]bool
	texts      map[line]string // words beside a status that belong to another one
	handed     []*handing
}

// marks are the traits that tell what a step is when it is not a guard.
type marks struct {
	flags
	opaqueWriter []string // functions without a body that got the response
}

type flags struct {
	recovers            bool
	unreadStop          bool // it is asked whether an opaqueWriter stopped the chain
	renames             bool // it writes the request's method
	challenges          bool // it names the header of challenges
	bearer, otherScheme bool // it asks for credentials of this kind (RFC 6750), or another one
	unknownNext         bool // the request went to a handler that is not known
}

// A layer is a function that was entered through a value, not by name: one of
// several handlers that wrap one another.
type layer struct {
	fn    *program.Func
	name  string
	depth int
	at    cellKey // where it is called
}

// A Place is where a step stands in its chain.
type Place struct {
	Last   bool // nothing comes behind it
	Parted bool // it was inside a step that was too large to be followed
}

// Step simulates a middleware or handler.
// onError is the application's function that answers for returned errors, or nil.
// record is the address of the struct that the route was registered with, or nil.
func (m *Machine) Step(v value.Value, shape *frameworks.Shape, place Place, onError, record value.Value) *Summary {
	return m.stepBehind(nil, v, shape, place, onError, record)
}

// stepBehind is a step behind others that have left something in the context.
func (m *Machine) stepBehind(before []Given, v value.Value, shape *frameworks.Shape, place Place, onError, record value.Value) *Summary {
	unset := false
	simulate := func(ahead watch, at *Target) *Summary {
		return m.step(before, v, shape, place.Last, onError, record, ahead, unset, at)
	}
	whole := func() *Summary {
		ahead := entering
		if place.Last {
			ahead = wrapping
		}
		s := simulate(ahead, nil)
		if s.Inner == nil && len(s.run.over.to) > 0 {
			s = simulate(entering, nil)
		}
		return s
	}
	best := func() (s *Summary) {
		if !place.Parted {
			if s = whole(); !s.mayBeParted(place) {
				return s
			}
		}
		if parted := simulate(parting, nil); parted.Inner != nil {
			return parted
		}
		if s == nil {
			s = whole()
		}
		return s
	}
	s := best()
	if unset = s.neverReady(); unset {
		s = best()
	}
	if s.crowded() {
		s.apart = &apart{made: map[string]*Summary{}, simulate: func(at Target) *Summary { return simulate(entering, &at) }}
	}
	if s.namesRoute() {
		ahead := entering
		if s.Inner != nil {
			ahead = s.run.over.ahead
		}
		s.byName = &apart{made: map[string]*Summary{}, simulate: func(at Target) *Summary {
			at.spell = true
			return simulate(ahead, &at)
		}}
	}
	if before == nil {
		s.again = func(before []Given) *Summary { return m.stepBehind(before, v, shape, place, onError, record) }
	}
	return s
}

// step simulates a step, for one route if that is given.
func (m *Machine) step(before []Given, v value.Value, shape *frameworks.Shape, endpoint bool, onError, record value.Value, ahead watch, unset bool, at *Target) (s *Summary) {
	r := &run{
		work:       m.work(),
		at:         at,
		unset:      unset,
		before:     before,
		over:       handover{ahead: ahead},
		Machine:    m,
		shape:      shape,
		endpoint:   endpoint,
		onError:    onError,
		record:     record,
		inputs:     map[*value.Struct]bool{},
		entered:    map[*program.Func]bool{},
		texts:      map[line]string{},
		operations: map[*program.Func]bool{},
		limit:      maxSteps,

		alternatives: maxAlternatives,
		changing:     arms{1 << stores},

		chosen:   map[int]bool{},
		nobodies: map[int]*nobody{},
		loose:    map[*value.Struct]bool{},
	}
	s = &Summary{run: r, value: v}
	defer func() {
		if e := recover(); e != nil {
			s.Failed = fmt.Sprintf("the analysis of %s failed: %v", r.where(), e)
			s.exits = nil
		}
		m.steps.Add(int64(r.total + r.steps))
		s.finish()
	}()
	if isNext(v) {
		s.exits = []exit{{goesOn: true, anon: true}}
		return s
	}
	r.scouting = true
	scouted := r.serve(v)
	r.findCompared()
	if len(r.over.to) > 0 {
		if r.stopped() || !r.isAround(scouted) {
			return s
		}
		s.Inner, s.InnerCut, r.endpoint = r.innerHandler(), r.over.cut, false
	}
	if !r.stopped() {
		r.scouting = false
		if s.exits = scouted; r.findRelevant(scouted) {
			r.again()
			s.exits = r.serve(v)
			s.exits = r.clearUp(v, s.exits)
		}
	}
	r.findCompared()
	if r.spent {
		r.fail(r.where() + " is too large to follow")
	}
	s.Failed = r.failed
	r.findGivens()
	r.findShared()
	s.tellsWho = r.tellsWho()
	r.release()
	return s
}

// again makes ready for the second run. Frames, storage and conditions keep their
// identity; what was concluded from the first run is forgotten, but for how the calls ended
// that are no other ones when conditions are kept apart.
func (r *run) again() {
	r.total += r.steps
	r.steps, r.marks, r.targets, r.gone, r.went = 0, marks{}, nil, nil, nil
	for call, m := range r.memos {
		if r.indifferent(m) {
			r.memos[call] = r.later(m)
		} else {
			delete(r.memos, call)
		}
	}
}

func (r *run) where() string {
	if n := len(r.layers); n > 0 {
		return r.layers[n-1].name
	}
	return "a step"
}

func (r *run) fail(reason string) {
	if r.failed == "" {
		r.failed = reason
	}
}

// serve calls the step with the request, and classifies how it ends.
func (r *run) serve(v value.Value) []exit {
	st := &state{anon: true, noted: nothing}
	if fn, ok := value.Deref(v).(*value.Func); ok && fn.Fn != nil {
		r.results = fn.Fn.Results
	}
	args := make([]av, len(r.shape.Params))
	for i, role := range r.shape.Params {
		args[i] = r.argument(v, role, i)
	}
	var exits []exit
	states, ends := r.checked(args, st)
	for _, st := range states {
		ends = append(ends, r.callHandler(av{v: v}, args, st, 0)...)
	}
	for _, end := range ends {
		r.looksIn(end.st, end.results...) // what becomes of them is for the framework to say
		exits = append(exits, r.classify(end)...)
	}
	return exits
}

// handlerCall stands for the call of a handler that is one of several.
var handlerCall = &program.Instr{Op: program.Invoke}

// instr is an instruction for a call that no instruction makes: the same one for
// the same call, because calls are known by it.
func (r *run) instr(in program.Instr) *program.Instr {
	k := instrKey{in.Op, in.Sym, in.Pos}
	if r.instrs[k] == nil {
		r.instrs[k] = &in
	}
	return r.instrs[k]
}

type instrKey struct {
	op  program.Op
	sym string
	pos program.Pos
}

// callHandler calls a handler value: a function, or something with the shape's
// handler method.
func (r *run) callHandler(h av, args []av, st *state, frame int) []ending {
	v := value.Deref(h.v)
	if fn, ok := v.(*value.Func); ok && !r.hasOwn(h.v, r.shape.Method) {
		if r.shape.Inject != nil {
			args = r.injected(fn)
		}
		return r.callFunc(fn, args, st, r.instr(program.Instr{Dst: -1, Pos: fn.Pos}), frame)
	}
	if c, ok := v.(value.Choice); ok {
		return r.eachChoice(c, h, args, st, handlerCall, frame, func(h av, st *state) []ending { return r.callHandler(h, args, st, frame) })
	}
	in := r.instr(program.Instr{Op: program.Invoke, Sym: "(handler)." + r.shape.Method, Dst: -1})
	return r.invoke(in, h, args, st, frame)
}
