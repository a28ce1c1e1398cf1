package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A work is what a run needs only while it simulates. A summary keeps its run, and lives long.
type work struct {
	nested      int                    // calls on the stack
	panicking   bool                   // deferred calls are run because of a panic
	heavy       map[*program.Func]bool // functions that took too long for what they can do
	memos       map[string]*memo
	lookups     map[cellKey]bool        // whether who asks is asked in a call: see callback.go
	sends       map[*value.Cell]bool    // requests that the program makes: see sent.go
	toldBy      map[*program.Instr]bool // calls of functions that are not read, which are asked about what the client sends
	alts        map[*value.Alt]*cond
	tests       map[string]*test
	expressions map[string]*expression // by their texts
	scratch     []byte
	seen        map[*value.Cell]int // by which holding, last
	looks       int                 // holdings so far
	constants   map[*program.Const]av
	places      []av // see hold
	conds       map[condKey]*cond
	deeds       map[string]int
	instrs      map[instrKey]*program.Instr
	serving     map[int]bool // frames of functions that are given the request
	mixed       map[int]bool // frames of functions that ask for more than the route
	forgery     map[int]bool // frames of functions that compare a token against forgery: see noteForgery
	cells       map[cellKey]*value.Cell
	ids         map[*value.Cell]int
	identities  map[any]int         // see identity
	owner       map[*value.Cell]int // the call that made a cell while serving
	depth       map[string]int
	frames      map[frameKey]int
	callers     []int                         // of each frame
	filled      map[*value.Struct]Label       // structs that an unread function may have filled
	parent      map[*value.Cell]*value.Struct // the struct a field belongs to
	holder      map[*value.Struct]*value.Cell // the place a struct is stored in
	made        map[cellKey][]made
	rounds      rounds
	adapters    map[cellKey]*value.Adapter
	captured    map[*value.Func][]av // of function values made while serving
	questions   []question
	typed       map[typedFunc]*value.Func
	lists       map[string]*value.Slice
	absent      map[fieldKey]*value.Cell      // fields that structs made by registration do not have
	zeros       map[*value.Cell]*value.Struct // structs in places that it left as they were
	anyOf       map[*value.Cell]bool          // maps that may hold whatever the client has sent: see put
	context     map[int]*value.Cell           // what this step has put into the context, by origin
	handings    map[*value.Struct]*handing    // by the struct that is handed over, and its copies
}

// maxKept is how many steps a run may take whose work is used again: emptying a large map takes
// as long as it has grown.
const maxKept = 4096

// released is the work of a run that is over: nothing is known any more.
var released = &work{}

// work is an empty work: a new one, or that of a run that is over.
func (m *Machine) work() *work {
	if w, ok := m.works.Get().(*work); ok {
		return w
	}
	return newWork()
}

// release gives back what only the simulation needed.
func (r *run) release() {
	if r.total+r.steps <= maxKept {
		r.work.empty()
		r.works.Put(r.work)
	}
	r.work = released
}

func newWork() *work {
	return &work{
		conds:       map[condKey]*cond{},
		cells:       map[cellKey]*value.Cell{},
		ids:         map[*value.Cell]int{},
		identities:  map[any]int{},
		owner:       map[*value.Cell]int{},
		depth:       map[string]int{},
		frames:      map[frameKey]int{},
		made:        map[cellKey][]made{},
		rounds:      rounds{},
		seen:        map[*value.Cell]int{},
		handings:    map[*value.Struct]*handing{},
		heavy:       map[*program.Func]bool{},
		memos:       map[string]*memo{},
		lookups:     map[cellKey]bool{},
		sends:       map[*value.Cell]bool{},
		toldBy:      map[*program.Instr]bool{},
		alts:        map[*value.Alt]*cond{},
		tests:       map[string]*test{},
		expressions: map[string]*expression{},
		constants:   map[*program.Const]av{},
		deeds:       map[string]int{},
		serving:     map[int]bool{},
		forgery:     map[int]bool{},
		mixed:       map[int]bool{},
		instrs:      map[instrKey]*program.Instr{},
		filled:      map[*value.Struct]Label{},
		parent:      map[*value.Cell]*value.Struct{},
		holder:      map[*value.Struct]*value.Cell{},
		adapters:    map[cellKey]*value.Adapter{},
		captured:    map[*value.Func][]av{},
		typed:       map[typedFunc]*value.Func{},
		context:     map[int]*value.Cell{},
		anyOf:       map[*value.Cell]bool{},
		lists:       map[string]*value.Slice{},
		absent:      map[fieldKey]*value.Cell{},
		zeros:       map[*value.Cell]*value.Struct{},
	}
}

func (w *work) empty() {
	w.nested, w.panicking, w.looks, w.callers = 0, false, 0, nil
	clear(w.places[:cap(w.places)])
	w.places = w.places[:0]
	clear(w.heavy)
	clear(w.memos)
	clear(w.toldBy)
	clear(w.sends)
	clear(w.lookups)
	clear(w.alts)
	clear(w.tests)
	clear(w.expressions)
	clear(w.seen)
	clear(w.constants)
	clear(w.conds)
	clear(w.deeds)
	clear(w.instrs)
	clear(w.serving)
	clear(w.mixed)
	clear(w.forgery)
	clear(w.cells)
	clear(w.ids)
	clear(w.identities)
	clear(w.owner)
	clear(w.depth)
	clear(w.frames)
	clear(w.filled)
	clear(w.parent)
	clear(w.holder)
	clear(w.made)
	clear(w.rounds)
	clear(w.adapters)
	clear(w.captured)
	w.questions = w.questions[:0]
	clear(w.typed)
	clear(w.lists)
	clear(w.absent)
	clear(w.zeros)
	clear(w.context)
	clear(w.anyOf)
	clear(w.handings)
}
