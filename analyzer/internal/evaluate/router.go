package evaluate

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A Step is a middleware in a chain, with where and under what condition it was attached.
type Step struct {
	Val   value.Value
	Shape *frameworks.Shape
	At    program.Pos
	Conds []Cond
	// Symbol names a step that the framework adds itself; Val is nil then.
	Symbol  string
	Pre     bool // it comes before routing
	Name    string
	Rank    int64
	instead *Step // what stands in its place if it was not added
	// Seq and Below are the place of a positional step among all registrations, and
	// the prefix of the paths that it is for.
	Seq   int
	Below value.Text
	// Covers is the pattern of the paths that the step is for, if it has one of its own.
	Covers *value.Text
}

// For reports whether the handler of an entry is one that the step is for.
func (s Step) For(e *Entry) bool {
	return s.Shape == nil || s.Shape.For == nil || slices.Contains(s.Shape.For, e.Shape.Name)
}

// A Router is a router, group or sub-router of some framework.
type Router struct {
	ID      int
	Name    string // kind
	Kind    *frameworks.Router
	Parent  *Router
	Prefix  value.Text // from the root of its tree
	Host    string
	Hosts   value.Value // map of the routers that serve these hosts in its place, or nil
	Base    []Step      // copied from the parent when this one was made
	Own     []Step
	list    []*Step // Own, where it may share its array: see Router.Extends of the tables
	front   []Step  // before all others, the parent's included: see useGlobal
	before  *before
	without map[string]bool   // names of steps that are not for what is registered on it
	within  []func() []Step   // of the groups that what is registered at the moment belongs to
	shape   *frameworks.Shape // of all its steps, if it was changed
	At      program.Pos
	Conds   []Cond

	Entries  []*Entry
	Children []*Router
	Escaped  bool // given to code that was not read
	Used     bool // served or mounted
	Taken    bool // another one has taken over what it has
	Global   bool // a package variable of its framework holds it

	methods []string // of the route this sub-router was made from
	below   []value.Text
	modify  []modifier
	notes   remarks
	fields  map[string]*value.Cell
}

// NativeType implements [value.NativeObject].
func (r *Router) NativeType() string { return r.Kind.Type }

// FieldCell implements [value.NativeObject].
func (r *Router) FieldCell(name, typ string) *value.Cell {
	if r.fields == nil {
		r.fields = map[string]*value.Cell{}
	}
	if r.fields[name] == nil {
		r.fields[name] = &value.Cell{Type: typ}
	}
	return r.fields[name]
}

// Root is the router that a tree of groups belongs to.
func (r *Router) Root() *Router {
	for r.Parent != nil {
		r = r.Parent
	}
	return r
}

// Rules is the router by whose rules the routes of this one are found: itself, or
// the one whose guest it is.
func (r *Router) Rules() *Router {
	for r.Kind.Guest && r.Parent != nil {
		r = r.Parent
	}
	return r
}

// An Entry is one registration.
type Entry struct {
	Seq      int
	Router   *Router
	Methods  []string // {"*"} is any
	Host     string
	Pattern  value.Text // with the router's prefix
	Name     value.Text
	Handler  value.Value
	Shape    *frameworks.Shape
	Static   string        // role of a handler that the framework brings itself
	Record   value.Value   // address of the struct that it was registered with, or nil
	Declares []string      // the security that it declares for a document, if it is all known
	Chain    []Step        // taken at registration: snapshot of the router, then the route's own
	PerRoute []Step        // the part of Chain that is the route's own
	Kept     []*value.Cell // the elements of the list that PerRoute was, if the route keeps it
	Mount    bool
	Strip    bool // the handler sees the path without the pattern
	Fallback bool
	Late     bool            // the chain is what the router has when serving begins
	Prefix   bool            // the pattern is a prefix
	Picky    bool            // it also asks for headers, queries and the like
	Bare     bool            // what the router has is not for it
	over     int             // steps at the start of Chain that came after it was registered
	draft    bool            // not registered yet
	without  map[string]bool // names of steps that are not for it
	notes    remarks
	At       program.Pos
	Via      []program.Pos // calls between At and the framework's, the innermost first
	// Elsewhere is set if a library registers it, where At asked for that.
	Elsewhere bool
	Conds     []Cond
}

// NativeType implements [value.NativeObject]: a route under construction.
func (e *Entry) NativeType() string { return "route" }

// FieldCell implements [value.NativeObject].
func (e *Entry) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

// A Serve is a place where a handler begins to answer requests.
type Serve struct {
	Handler value.Value
	By      string // symbol of the serving function
	In      string // symbol of the function that calls it
	At      program.Pos
	Conds   []Cond
	Shape   *frameworks.Shape
	Guessed bool // it was given to a function that was not read, which may serve it
	// Listens are the places that made what it takes connections from; where one is not known, the zero Pos.
	Listens []program.Pos
	Local   bool // it always is a socket of the machine
}

// leaveLoop ends the innermost loop that is being run: what it makes in each round is enough. A
// server that is started again and again is one server.
func (m *Machine) leaveLoop() {
	for _, f := range slices.Backward(m.stack) {
		for _, n := range f.visits {
			if n >= maxServers {
				f.enough = true
				return
			}
		}
	}
}

func (m *Machine) newRouter(kind string, at program.Pos) *Router {
	r := &Router{ID: len(m.routers), Name: kind, Kind: m.tables.Router(kind), At: at, Conds: m.here()}
	m.routers = append(m.routers, r)
	return r
}

// here is the conditions in effect, copied.
func (m *Machine) here() []Cond { return append([]Cond(nil), m.conds...) }

// router views a value as a router; a router parameter that nothing is known of
// becomes a router of its own, so that what is registered on it is not lost.
func (m *Machine) router(v value.Value) (*Router, bool) {
	n, ok := m.native(v)
	if !ok {
		return nil, false
	}
	r, ok := n.Obj.(*Router)
	return r, ok
}

// Methods restricts every route below: those of the route a sub-router was made from.
func (r *Router) Methods() []string {
	for at := r; at != nil; at = at.Parent {
		if len(at.methods) > 0 {
			return at.methods
		}
	}
	return nil
}

// snapshot is the router's chain as it is now, as far as it binds at registration.
func (r *Router) snapshot() []Step {
	if r.Kind.Bind != frameworks.Snapshot {
		return nil
	}
	inherited := slices.Clone(r.front)
	if r.Parent != nil && r.Kind.Inherit == frameworks.InheritLive {
		inherited = append(inherited, r.Parent.snapshot()...)
	}
	out := append(inherited, r.Base...)
	return r.reshape(append(append(out, r.Own...), r.listed()...))
}

// Begin is the chain of an entry when serving begins.
func (e *Entry) Begin() []Step {
	if e.Late {
		return append(e.Router.snapshot(), e.PerRoute...)
	}
	if len(e.Kept) != len(e.PerRoute) {
		return e.Chain
	}
	out := slices.Clone(e.Chain)
	for i, c := range e.Kept {
		if c.Val != nil {
			out[len(out)-len(e.Kept)+i].Val = c.Val
		}
	}
	return out
}

// Live is what the entry's router and those above apply when a request comes to
// top, which is served: what runs before routing first, then outermost to innermost.
func (e *Entry) Live(top *Router) []Step {
	if e.Bare {
		return nil
	}
	r := e.Router
	var line []*Router
	for at := r; at != nil; at = at.Parent {
		line = append(line, at)
		if at == top {
			break
		}
		if at.Parent == nil && top.Parent != nil { // served through a view of the routes
			line = nil
		}
	}
	pre, rest := e.before(top), []Step(nil)
	for i := len(line) - 1; i >= 0; i-- {
		if line[i].Kind.Bind != frameworks.Live {
			continue
		}
		own := line[i].Own
		if line[i].Parent == nil {
			own = slices.Concat(line[i].front, own)
		}
		for _, s := range own {
			s, ok := s.covering(e)
			if !ok {
				continue
			}
			if s.Pre {
				pre = append(pre, s)
			} else {
				rest = append(rest, s)
			}
		}
	}
	return append(pre, rest...)
}

// child makes a router below another one.
func (m *Machine) child(parent *Router, kind string, at program.Pos) *Router {
	r := m.newRouter(kind, at)
	r.Parent = parent
	r.Host = parent.Host
	r.Prefix = parent.Prefix
	if r.Kind.Inherit == frameworks.InheritCopy {
		all := parent.snapshot()
		r.Base = all[len(parent.front) : len(all)-len(parent.listed())]
	}
	r.inherit(parent)
	parent.Children = append(parent.Children, r)
	return r
}

func (m *Machine) addEntry(r *Router, e *Entry) *Entry {
	m.spend(entrySteps+16*(len(e.Pattern.String())+len(m.conds)), e.At)
	m.seq++
	e.Seq, e.Router, e.Conds, e.Elsewhere = m.seq, r, m.here(), m.elsewhere()
	if e.Host == "" {
		e.Host = r.Host
	}
	r.Entries = append(r.Entries, e)
	return e
}

func (m *Machine) serve(h value.Value, shape *frameworks.Shape, by string, at program.Pos) *Serve {
	in := ""
	for i := len(m.stack) - 1; i >= 0; i-- {
		f := m.stack[i]
		in = f.fn.Name
		if !frameworks.Interest(f.fn.Package) || f.call == nil || !f.call.Pos.Known() { // else it is a framework that serves for who calls it
			break
		}
		at = f.call.Pos
	}
	here := 0
	for _, s := range m.serves {
		if s.At != at {
			continue
		}
		if here++; same(s.Handler, h) {
			return s
		}
		if here == maxServers {
			m.note(at, "more servers are started here than are listed")
			m.leaveLoop()
			return s
		}
	}
	s := &Serve{Handler: h, By: by, In: in, At: at, Conds: m.here(), Shape: shape}
	m.serves = append(m.serves, s)
	return s
}
