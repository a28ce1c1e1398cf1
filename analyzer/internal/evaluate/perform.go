package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// An action is one framework call being performed: the table's row, the
// arguments, and the place.
type action struct {
	m      *Machine
	call   frameworks.Call
	symbol string
	args   []value.Value
	method bool // args[0] is the receiver
	in     *program.Instr
	given  []value.Value // the arguments before those of a record were put in its place
	record *value.Cell   // holds that
}

// perform does what a framework's table says of a call.
func (m *Machine) perform(c frameworks.Call, sym string, args []value.Value, in *program.Instr) value.Value {
	_, _, isMethod := program.SplitMethod(sym)
	a := &action{m: m, call: c, symbol: sym, args: args, method: isMethod, in: in}
	if isMethod && len(args) > 0 {
		if _, ok := args[0].(value.Choice); ok {
			return m.each(args[0], func(recv value.Value) value.Value {
				return m.perform(c, sym, append([]value.Value{recv}, args[1:]...), in)
			})
		}
	}
	if c.Records != 0 {
		return a.eachRecord()
	}
	if c.Record != 0 && c.Op != frameworks.OpService {
		a.unfold(c.Record, a.arg(c.Record))
	}
	switch c.Op {
	case frameworks.OpNew:
		return a.make()
	case frameworks.OpServe:
		return a.serve()
	case frameworks.OpWrap, frameworks.OpLeaf:
		return a.adapt()
	case frameworks.OpOption:
		return a.option()
	case frameworks.OpPattern:
		return a.pattern()
	case frameworks.OpInject:
		return a.inject()
	case frameworks.OpRun:
		return a.run()
	case frameworks.OpDocument:
		return a.document()
	case frameworks.OpSelf:
		return a.arg(frameworks.Recv)
	case frameworks.OpNop:
		return unknownOf(m, in, "")
	case frameworks.OpRouteSet, frameworks.OpSubrouter:
		return a.onRoute()
	}
	return a.onRouter()
}

// arg returns an argument of the table's numbering, or nil.
func (a *action) arg(n frameworks.Arg) value.Value {
	i := n.Index(a.method)
	if i < 0 || i >= len(a.args) {
		return nil
	}
	return a.args[i]
}

func (a *action) text(n frameworks.Arg) value.Text {
	if n == 0 {
		return value.Text{}
	}
	return value.AsText(a.arg(n))
}

func (a *action) make() value.Value {
	r := a.m.newRouter(a.call.Kind, a.in.Pos)
	r.Hosts = a.arg(a.call.Hosts)
	a.configure(r)
	if a.call.Pattern != 0 && a.call.Handler == 0 {
		r.Prefix = a.text(a.call.Pattern)
	}
	if a.call.Handler != 0 {
		a.register(r)
	} else {
		a.choose(r)
	}
	for _, sym := range a.call.Steps {
		r.Own = append(r.Own, Step{Symbol: sym, At: a.in.Pos, Shape: a.m.tables.Shape(r.Kind.Shape)})
	}
	if a.call.Described != nil {
		a.describe(r)
	}
	return a.made(value.Native{Obj: r})
}

// made is what a call returns that makes something: that, and no error.
func (a *action) made(v value.Value) value.Value {
	if t := a.m.prog.Type(a.in.Type); t != nil && t.Kind == program.KindTuple {
		return value.Tuple{v, value.Nil{Type: "error"}}
	}
	return v
}

func (a *action) serve() value.Value {
	h := a.arg(a.call.Handler)
	if a.call.Field != "" {
		h = a.fieldOf(h, a.call.Field)
	}
	switch h.(type) {
	case nil, value.Nil:
		if a.call.On != "" {
			h = a.m.load(a.m.global(a.call.On))
		}
	}
	shape := a.m.http()
	if a.call.Shape != "" {
		shape = a.m.tables.Shape(a.call.Shape)
	}
	s := a.m.serve(a.m.behind(h, shape), shape, a.symbol, a.in.Pos)
	s.Listens = append(s.Listens, a.listens())
	s.Local = a.call.Local
	return unknownOf(a.m, a.in, "")
}

// listens is the place of the call that made what connections are taken from, if it is certain which.
func (a *action) listens() program.Pos {
	l, ok := value.Deref(a.arg(a.call.Listener)).(*value.Unknown)
	if a.call.Listener == 0 || !ok {
		return program.Pos{}
	}
	return l.Pos
}

// fieldOf reads a field by name from a struct that a pointer refers to.
func (a *action) fieldOf(v value.Value, name string) value.Value {
	p, ok := v.(value.Pointer)
	if !ok {
		return unknown("", reasonOf(v), a.in.Pos)
	}
	s, ok := p.Cell.Val.(*value.Struct)
	t := a.m.prog.Type(p.Cell.Type)
	if !ok || t == nil {
		return value.Nil{}
	}
	return a.fieldNamed(s, t, name)
}

func (a *action) adapt() value.Value {
	inner := "http"
	if a.call.HandlerShape != "" {
		inner = a.call.HandlerShape
	}
	ad := &value.Adapter{
		Shape: a.call.HandlerShape,
		Type:  "adapter", Name: a.symbol, Role: a.call.Static, Leaf: a.call.Op == frameworks.OpLeaf,
		Asks:  a.asks(),
		Inner: a.m.behind(a.arg(a.call.Handler), a.m.tables.Shape(inner)), Strip: a.call.Strip, Prefix: a.text(a.call.Pattern), Pos: a.in.Pos,
	}
	return a.made(value.Native{Obj: ad})
}

// onRouter performs what needs a router as its receiver.
func (a *action) onRouter() value.Value {
	recv := a.receiver()
	if a.tooEarly(recv) {
		return unknownOf(a.m, a.in, "the router is not made yet")
	}
	r, ok := a.m.router(recv)
	if !ok && a.call.Router != 0 { // a type of the application's own that is one
		r, ok = a.m.embeddedRouter(value.Deref(recv), 0)
	}
	if !ok {
		r, ok = a.assumed(recv)
	}
	if !ok {
		a.m.note(a.in.Pos, "the router of "+short(a.symbol)+" is not known"+because(recv))
		return unknownOf(a.m, a.in, "the router is not known")
	}
	self := value.Native{Obj: r}
	switch a.call.Op {
	case frameworks.OpUse:
		a.use(r)
	case frameworks.OpGroup:
		return a.group(r)
	case frameworks.OpTake:
		a.take(r)
	case frameworks.OpRoute, frameworks.OpFallback:
		if a.call.Actions != nil {
			a.actions(r)
			break
		}
		a.drafts(r)
	case frameworks.OpService:
		a.service(r)
	case frameworks.OpMount:
		return a.mount(r)
	case frameworks.OpImport:
		a.imported(r)
	case frameworks.OpRouteNew, frameworks.OpRouteDraft:
		return a.newRoute(r)
	case frameworks.OpRouteAdd:
		a.addDrafts(r)
	case frameworks.OpPrefix:
		r.Prefix = a.text(a.call.Pattern)
	}
	switch {
	case a.call.Returns == frameworks.ReturnsSelf && a.call.Field != "":
		return a.holder()
	case a.call.Returns == frameworks.ReturnsSelf:
		return self
	}
	return nil
}

// receiver is the router that a call is about, as the program has it.
func (a *action) receiver() value.Value {
	if a.call.Field != "" {
		return a.fieldOf(a.holder(), a.call.Field)
	}
	return a.holder()
}

// holder is the receiver, or what stands for it.
func (a *action) holder() value.Value {
	switch {
	case a.call.Router != 0 && a.given != nil:
		return a.given[a.call.Router-1]
	case a.call.Router != 0:
		return a.arg(a.call.Router)
	case !a.method && a.call.On != "":
		return a.m.load(a.m.global(a.call.On))
	}
	return a.arg(frameworks.Recv)
}

// assumed makes a router for a receiver that is an unknown parameter of router
// type, once: the root is a function that fills a router it is given.
func (a *action) assumed(recv value.Value) (*Router, bool) {
	u, ok := recv.(*value.Unknown)
	if !ok || len(a.m.stack) == 0 {
		return nil, false
	}
	kind, ok := a.m.kindFor(a.symbol)
	if !ok {
		return nil, false
	}
	if a.m.assumed == nil {
		a.m.assumed = map[*value.Unknown]*Router{}
	}
	r := a.m.assumed[u]
	if r == nil {
		r = a.m.newRouter(kind, u.Pos)
		r.Escaped = true
		a.m.assumed[u] = r
		a.m.note(a.in.Pos, "the router that "+short(a.symbol)+" is called on is not known"+because(recv))
	}
	return r, true
}

// shape is the form of the handlers and middleware given to a router.
func (a *action) shape(r *Router) *frameworks.Shape {
	if a.call.Shape != "" {
		return a.m.tables.Shape(a.call.Shape)
	}
	return a.m.tables.Shape(r.Kind.Shape)
}

// steps reads a variadic list of middleware.
func (a *action) steps(r *Router, n frameworks.Arg) []Step {
	return a.stepsOf(r, a.arg(n))
}

// listed are the middleware that a call is given: a first one, where there must be one, and the list.
func (a *action) listed(r *Router) []Step {
	return append(a.steps(r, a.call.First), a.steps(r, a.call.Middleware)...)
}

// stepsOf reads a list of middleware.
func (a *action) stepsOf(r *Router, v value.Value) []Step {
	if v == nil {
		return nil
	}
	shape := a.shape(r)
	list, ok := a.m.elements(v)
	if !ok {
		switch v := v.(type) {
		case *value.Unknown: // a list that is not known: one step that is not known
			return []Step{{Val: v, Shape: shape, At: a.attachedAt(), Conds: a.m.here()}}
		}
		list = []value.Value{v}
	}
	var out []Step
	for _, v := range list {
		a.begin(v, r)
		out = append(out, a.stepOf(v, shape)...)
	}
	return out
}

func (a *action) stepOf(v value.Value, shape *frameworks.Shape) []Step {
	switch v := v.(type) {
	case value.Nil:
		return nil
	case value.Choice:
		var out []Step
		for _, alt := range v.Alts {
			for _, s := range a.stepOf(alt.Val, shape) {
				s.Conds = append(s.Conds, chosenAt(a.in, alt))
				out = append(out, s)
			}
		}
		return out
	}
	step := Step{Val: v, Shape: shape, At: a.attachedAt(), Conds: a.m.here()}
	if len(a.call.Step) > 0 {
		a.readStep(&step)
	}
	return []Step{step}
}

func (a *action) methods() []string {
	if a.call.Method == 0 {
		if len(a.call.Methods) == 0 {
			return []string{"*"}
		}
		return a.call.Methods
	}
	v := a.arg(a.call.Method)
	if list, ok := a.m.elements(v); ok {
		var out []string
		for _, v := range list {
			out = append(out, strings.ToUpper(value.AsText(v).String()))
		}
		if len(out) == 0 {
			return []string{"*"}
		}
		return out
	}
	if c, ok := v.(value.Choice); ok {
		var out []string
		for _, alt := range c.Alts {
			out = append(out, value.AsText(alt.Val).String())
		}
		return out
	}
	t := value.AsText(v).String()
	if slices.Contains(a.call.Any, t) {
		return []string{"*"}
	}
	list := strings.Split(t, ",")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
	}
	return list
}

func short(symbol string) string {
	if recv, name, ok := program.SplitMethod(symbol); ok {
		return recv[strings.LastIndexByte(recv, '/')+1:] + "." + name
	}
	return symbol[strings.LastIndexByte(symbol, '/')+1:]
}

func because(v value.Value) string {
	if r := reasonOf(v); r != "" {
		return " (" + r + ")"
	}
	return ""
}
