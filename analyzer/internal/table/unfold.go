package table

import (
	"fmt"
	"maps"
	"slices"
	"sort"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A context is what is known on the way from where a handler is served down to
// a route.
type context struct {
	app    string
	closed program.Pos
	open   bool
	root   bool   // nothing was registered yet: the handler answers every path
	shape  string // of the handler at hand
	parted bool   // it is part of one that was too large to be followed

	chain   []link
	conds   []evaluate.Cond
	local   bool            // only who is on the machine can ask
	served  []evaluate.Cond // of being served at all: the same for all that is served there
	methods []string
	host    string
	// prefix is the pattern so far. A router that was mounted by one of its own kind
	// (mounted) has patterns that continue it; other routers look at the whole path,
	// less what was taken off it on the way (base), and theirs must lie below it.
	prefix  value.Text
	mounted string           // framework
	top     *evaluate.Router // the one that is served
	base    value.Text
	instead string // the path that the request has now, whatever it was
	sent    *span  // what was found by the path that was sent, if that has been written anew since

	at        program.Pos // of the registration
	framework string
	elsewhere bool // a library registers it
	static    string
	fallback  bool
	isPrefix  bool
	stripped  string          // taken off the path of the request, not only for routing
	full      value.Text      // the pattern as far as it goes
	routed    string          // the pattern that routing found, if the handler tells more apart; see leaves
	itself    bool            // what the handler serves by itself, which hands other requests to routers
	name      value.Text      // of the route
	lax       guard.Laxity    // of the routers on the way
	exact     string          // the pattern that others have found before those
	clean     bool            // a router on the way takes clean paths only
	named     bool            // one on the way puts parameters into the context by their names
	late      []evaluate.Step // attached to its router too late
	declares  []string        // the security that it is registered with, for a document
}

// maxNesting bounds routers mounted inside routers, maxWraps handlers wrapped
// around handlers: one may contain itself. maxMounts and maxWays bound the ways through
// all of them: twenty routers that each contain the next one twice have 2^20.
// Every router may be entered once besides, and every route reached.
const (
	maxNesting = 250
	maxWraps   = 2000
	maxAgain   = 2 // of either, the same one inside itself
	maxMounts  = 20_000
	maxWays    = 200_000
	leafWays   = 10 // that a route counts for, which is kept
	entryWays  = 2 * leafWays
)

// tooNested says that routers are left out.
var tooNested = fmt.Sprintf("routers are mounted more than %d deep, or one contains itself", maxNesting)

// allow sets the bounds for what was registered.
func (b *builder) allow(routers []*evaluate.Router) {
	b.maxMounts, b.maxWays = maxMounts+len(routers), maxWays
	for _, r := range routers {
		b.maxWays += entryWays * len(r.Entries)
	}
}

// place is where the handler at hand stands in its chain.
func (c context) place() guard.Place { return guard.Place{Last: true, Parted: c.parted} }

// unfold follows a handler to the routes it leads to.
func (b *builder) unfold(h value.Value, c context) {
	if b.wraps >= maxWraps {
		b.note(c.at, "handlers are wrapped more than 2000 deep, or one contains itself")
		return
	}
	if b.ways += 1 + len(c.chain)/32; b.ways > b.maxWays {
		b.crowded(c)
		return
	}
	b.wraps++
	defer func() { b.wraps-- }()
	if choice, ok := h.(value.Choice); ok {
		b.unfoldEach(choice, c)
		return
	}
	if n, ok := native(h); ok {
		switch obj := n.Obj.(type) {
		case *evaluate.Router:
			b.router(obj, c)
			return
		case *value.Adapter:
			if obj.Asks == nil || b.list {
				b.adapter(obj, c)
				return
			}
		}
	}
	if c.root && isUnknown(h) {
		b.note(c.at, "what is served here is not known"+reason(h))
		return
	}
	if b.list {
		b.leaf(nil, c)
		return
	}
	sum := b.step(h, c.shape, c.place())
	if b.opened[sum] >= maxAgain {
		b.note(c.at, "a handler contains itself")
		return
	}
	b.opened[sum]++
	defer func() { b.opened[sum]-- }()
	if sum.Inner != nil {
		if sum.Parted() {
			b.own(sum, c)
			c.parted = true
		}
		c.chain = append(slices.Clip(c.chain), link{sum: sum, at: c.at, stripped: c.stripped})
		b.unfold(sum.Inner, c.behind(sum.InnerCut))
		return
	}
	if len(sum.Targets) == 0 {
		b.ways += leafWays
		b.leaves(sum, c)
		return
	}
	b.own(sum, c)
	c.chain = append(slices.Clip(c.chain), link{sum: sum, at: c.at, stripped: c.stripped})
	for _, to := range sum.Targets {
		b.unfold(to.Router, c.behind(to.Cut))
	}
}

// crowded says that routes are left out because there are too many ways to them.
func (b *builder) crowded(c context) {
	b.note(c.at, "there are too many ways through routers and handlers; the rest is not listed")
}

// adapter follows a handler made by a framework function.
func (b *builder) adapter(a *value.Adapter, c context) {
	if a.Leaf {
		c.static = a.Role
		b.leaf(nil, c)
		return
	}
	if a.Role != "" {
		c.chain = append(slices.Clip(c.chain), link{name: a.Name, role: a.Role, at: a.Pos, stripped: c.stripped})
	}
	if a.Strip {
		c.base = value.Concat(c.base, a.Prefix)
		c.stripped += a.Prefix.String()
		c.mounted = ""
	}
	if a.Shape != "" {
		c.shape = a.Shape
		b.handler(a.Inner, c)
		return
	}
	b.unfold(a.Inner, c)
}

// router lists the entries of a router and of the groups below it.
func (b *builder) router(r *evaluate.Router, c context) {
	if b.depth >= maxNesting || b.entered[r] >= maxAgain {
		b.note(c.at, tooNested)
		return
	}
	b.entered[r]++
	defer func(r *evaluate.Router) { b.entered[r]-- }(r)
	if b.mounts++; b.mounts > b.maxMounts {
		b.crowded(c)
		return
	}
	b.depth++
	defer func() { b.depth-- }()
	c.top, c.parted = r, false
	top := r.Root()
	b.used[top] = true
	c.relax(top)
	defer func(outer *value.Func) { b.onError = outer }(b.onError)
	b.onError = b.errorHandler(top)
	if r.Kind.Relative {
		c.mounted = b.tables.Owner(r.Name)
	}
	if positional(top) {
		b.inOrder(top, c)
		return
	}
	if r.Kind.Shares {
		r = top
	}
	var entries []*evaluate.Entry
	for _, r := range family(r) {
		entries = append(entries, r.Entries...)
	}
	if !r.Kind.ChildrenFirst {
		sort.Slice(entries, func(i, j int) bool { return entries[i].Seq < entries[j].Seq })
	}
	b.entries(entries, c)
	b.fallbacks(r, c)
	b.hosts(r, c)
}

// errorHandler is the function that a router holds for returned errors.
func (b *builder) errorHandler(r *evaluate.Router) *value.Func {
	name := b.tables.Shape(r.Kind.Shape).ErrorHandler
	if name == "" {
		return nil
	}
	fn, _ := value.Deref(r.FieldCell(name, "").Val).(*value.Func)
	return fn
}

// fallbacks lists the handlers that a router holds in a field for requests that
// match nothing; its middleware does not run for them.
func (b *builder) fallbacks(r *evaluate.Router, c context) {
	for _, child := range r.Children {
		b.fallbacks(child, c)
	}
	for _, field := range slices.Sorted(maps.Keys(r.Kind.Fallbacks)) {
		h := r.FieldCell(field, "").Val
		if h == nil || isUnknown(h) {
			continue
		}
		in := c
		if in.shape = "http"; b.tables.Shape(r.Kind.Shape).Method != "" {
			in.shape = r.Kind.Shape
		}
		in.root, in.fallback, in.sent = false, true, nil
		if r.At.File != "" { // where the router is made is the same place for those who serve it and those who do not
			in.at = r.At
		}
		in.framework = b.tables.Owner(r.Name)
		in.full = value.Concat(c.prefix, value.String("/"))
		if r.Parent != nil {
			in.full, in.isPrefix = joinBelow(c.base, r.Prefix), true
		}
		in.chain = slices.Clip(c.chain)
		b.unfold(h, in)
	}
}

// entries follows entries, in their order, to the routes they lead to.
func (b *builder) entries(list []*evaluate.Entry, c context) {
	never := replaced(list)
	for i, e := range list {
		if e.Handler == nil && e.Static == "" || never[i] {
			continue // a route under construction that only carries a sub-router, or one that never serves
		}
		b.entry(e, c)
	}
}

func (b *builder) entry(e *evaluate.Entry, c context) {
	pattern := e.Pattern
	if framework := b.tables.Owner(e.Router.Rules().Name); c.mounted != "" && c.mounted == framework {
		pattern = joinBelow(c.prefix, pattern)
	} else if c.instead != "" {
		if pattern = c.prefix; !c.meant(e) {
			return
		}
	} else if pattern = joinBelow(c.base, pattern); !below(c.prefix, pattern) {
		return
	}
	methods := intersect(c.methods, e.Methods)
	methods = intersect(methods, e.Router.Methods())
	if len(methods) == 0 {
		return
	}
	in := c
	in.root, in.sent = false, nil
	in.methods, in.at, in.elsewhere = methods, e.At, e.Elsewhere
	in.conds = append(slices.Clip(c.conds), e.Conds...)
	in.framework = b.tables.Owner(e.Router.Name)
	in.static, in.fallback, in.declares = e.Static, e.Fallback, e.Declares
	in.isPrefix, in.name = e.Prefix, e.Name
	if e.Host != "" {
		in.host = e.Host
	}
	in.full, in.prefix, in.mounted = pattern, pattern, ""
	if e.Strip {
		in.mounted = in.framework
	}
	in.chain = slices.Clip(c.chain)
	defer func(outer value.Value) { b.record = outer }(b.record)
	b.record = b.eval.Registered(e)
	if b.list {
		b.endpoint(e, in)
		return
	}
	in.late = slices.DeleteFunc(e.Missed(), func(s evaluate.Step) bool { return !reaches(s, e) })
	for _, s := range e.Steps(c.top) {
		if !s.For(e) {
			continue
		}
		for _, l := range b.parted(b.link(s, in.chain), s.Shape.Name) {
			l.routed = !s.Pre
			in.chain = append(in.chain, l)
		}
	}
	for i := len(c.chain); i < len(in.chain); i++ {
		in.chain[i].stripped = c.stripped
	}
	b.endpoint(e, in)
}

func (b *builder) endpoint(e *evaluate.Entry, c context) {
	if e.Handler == nil {
		b.leaf(nil, c)
		return
	}
	c.shape = e.Shape.Name
	if e.Shape.Method != "" {
		b.unfold(e.Handler, c)
		return
	}
	b.handler(e.Handler, c)
}

// handler follows a handler that is a function, or one of several.
func (b *builder) handler(h value.Value, c context) {
	if choice, ok := h.(value.Choice); ok {
		for _, alt := range choice.Alts {
			c.conds = append(slices.Clip(c.conds), evaluate.Cond{Arm: true, Text: alt.Cond})
			b.leafOrMount(alt.Val, c.shape, c)
		}
		return
	}
	b.leafOrMount(h, c.shape, c)
}

func (b *builder) leafOrMount(h value.Value, shape string, c context) {
	if b.list {
		b.leaf(nil, c)
		return
	}
	sum := b.stepIn(c.chain, c.conds, h, shape, c.place())
	if sum.Inner != nil {
		if sum.Parted() {
			b.own(sum, c)
			c.parted = true
		}
		c.chain = append(slices.Clip(c.chain), link{sum: sum, at: c.at, stripped: c.stripped})
		b.leafOrMount(sum.Inner, shape, c.behind(sum.InnerCut))
		return
	}
	if len(sum.Targets) == 0 {
		b.leaves(sum, c)
		return
	}
	b.own(sum, c)
	c.chain = append(c.chain, link{sum: sum, at: c.at, stripped: c.stripped})
	for _, to := range sum.Targets {
		b.unfold(to.Router, c.behind(to.Cut))
	}
}

func native(v value.Value) (value.Native, bool) {
	switch v := v.(type) {
	case value.Native:
		return v, true
	case value.Iface:
		return native(v.Val)
	case value.Pointer:
		n, ok := v.Cell.Val.(value.Native)
		return n, ok
	}
	return value.Native{}, false
}

func isUnknown(v value.Value) bool {
	switch v.(type) {
	case nil, *value.Unknown, value.Nil:
		return true
	}
	return false
}

func reason(v value.Value) string {
	if u, ok := v.(*value.Unknown); ok && u.Reason != "" {
		return " (" + u.Reason + ")"
	}
	return ""
}

func nameOf(v value.Value) string {
	if fn, ok := value.Deref(v).(*value.Func); ok {
		return fn.Symbol
	}
	return ""
}
