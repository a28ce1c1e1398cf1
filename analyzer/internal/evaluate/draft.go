package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A route that a struct describes may be changed on its way to the router: each
// group above has prefixes, which make a copy for each, and functions of the
// application that are given the struct, or the struct and how to go on with it.
// The middleware is read from the first struct when all this is done: what is given to
// a copy comes too late.

// A modifier is such a function.
type modifier struct {
	fn   value.Value
	next bool // it is also given how to go on
}

// modifies reports whether a router, or one that it is a guest of, changes routes.
func (r *Router) modifies() bool {
	for ; r != nil && r.Kind.Guest; r = r.Parent {
		if len(r.below)+len(r.modify) > 0 {
			return true
		}
	}
	return false
}

// drafts registers what becomes of a route.
func (a *action) drafts(r *Router) {
	if a.record == nil || !r.modifies() {
		a.register(r)
		return
	}
	type draft struct {
		record *value.Cell
		conds  []Cond
	}
	var made []draft
	a.modified(r, a.record, func(c *value.Cell) { made = append(made, draft{c, a.m.here()}) })
	first := *a
	first.reread(a.record)
	for _, d := range made {
		one := *a
		one.reread(d.record)
		if i := int(a.call.Middleware) - 1; i >= 0 && i < len(one.args) {
			one.args[i] = first.args[i]
		}
		conds := a.m.conds
		a.m.conds = d.conds
		one.register(r)
		a.m.conds = conds
	}
}

// reread puts the fields of a struct in the place of the arguments anew.
func (a *action) reread(record *value.Cell) {
	a.record, a.args = record, a.given
	a.spread(a.call.Record, a.m.load(record))
}

// modified hands a struct up through the groups, and what becomes of it to then.
func (a *action) modified(r *Router, record *value.Cell, then func(*value.Cell)) {
	if r == nil || !r.Kind.Guest {
		then(record)
		return
	}
	up := func(c *value.Cell) {
		a.modifiedBy(r.modify, c, func(c *value.Cell) { a.modified(r.Parent, c, then) })
	}
	if len(r.below) == 0 {
		up(record)
		return
	}
	for _, prefix := range r.below {
		c := a.m.cell(record.Type, nil)
		a.m.store(c, a.m.load(record))
		a.prefix(c, prefix)
		up(c)
	}
}

// prefix puts a prefix before the pattern in a struct.
func (a *action) prefix(record *value.Cell, prefix value.Text) {
	s, _ := record.Val.(*value.Struct)
	t := a.m.prog.Type(record.Type)
	if s == nil {
		return
	}
	i := t.Field(a.call.Fields[a.call.Pattern-1])
	if i < 0 {
		return
	}
	c := a.m.field(s, i, t.Fields[i].Type)
	a.m.store(c, value.Concat(prefix, value.AsText(a.m.load(c))))
}

// modifiedBy calls functions with a struct, one after the other.
func (a *action) modifiedBy(list []modifier, record *value.Cell, then func(*value.Cell)) {
	if len(list) == 0 {
		then(record)
		return
	}
	args := []value.Value{value.Pointer{Cell: record}}
	if !list[0].next {
		a.m.callDynamic(list[0].fn, args, a.in)
		a.modifiedBy(list[1:], record, then)
		return
	}
	next := &continuation{run: func(args []value.Value) {
		if p, ok := value.Deref(args[0]).(value.Pointer); ok {
			a.modifiedBy(list[1:], p.Cell, then)
			return
		}
		a.m.note(a.in.Pos, "what becomes of a route is not known"+because(args[0]))
	}}
	a.m.callDynamic(list[0].fn, append(args, value.Native{Obj: next}), a.in)
}

// A continuation is a function of the evaluation's own that an application is given.
type continuation struct{ run func(args []value.Value) }

// NativeType implements [value.NativeObject].
func (*continuation) NativeType() string { return "function" }

// FieldCell implements [value.NativeObject].
func (*continuation) FieldCell(name, typ string) *value.Cell { return &value.Cell{Type: typ} }

// spelt is a guest's pattern as its host writes it.
func (r *Router) spelt(t value.Text) value.Text {
	pairs := r.Kind.Spelling
	if len(pairs) == 0 {
		return t
	}
	replace := strings.NewReplacer(pairs...)
	out := value.Text{Parts: append([]value.Part(nil), t.Parts...)}
	for i := range out.Parts {
		out.Parts[i].Lit = replace.Replace(out.Parts[i].Lit)
	}
	return out
}

// bring registers the routes that come with a new router.
func (a *action) bring(r *Router) {
	s, _ := value.Deref(a.arg(a.call.Config)).(*value.Struct)
	if s == nil && len(a.call.Brings) > 0 {
		a.m.note(a.in.Pos, "the configuration of "+short(a.symbol)+" is not known"+because(a.arg(a.call.Config)))
		return
	}
	for _, b := range a.call.Brings {
		path := value.AsText(a.fieldNamed(s, a.m.prog.Type(s.Type), b.Field))
		if len(path.Parts) == 0 {
			continue
		}
		rules := r.Rules()
		a.m.addEntry(r, &Entry{
			Methods: []string{"GET"}, Pattern: joinPattern(rules.Kind.Join, r.Prefix, r.spelt(value.Concat(path, value.String(b.Suffix)))),
			Shape: a.m.tables.Shape(r.Kind.Shape), Static: "documentation", Chain: rules.snapshot(), At: a.in.Pos,
		})
	}
}

// addressOf is the address of the struct that a route is registered with.
func addressOf(record *value.Cell) value.Value {
	if record == nil {
		return nil
	}
	return value.Pointer{Cell: record}
}

// A naming is where a pattern is named: an operand, or the field of one that is a struct.
type naming struct {
	o     program.Operand
	field string
}

// names is the argument of a call that names a pattern.
func (a *action) names(pattern frameworks.Arg) naming {
	i, field := int(pattern)-1, ""
	if record := max(a.call.Record, a.call.Records); record != 0 && pattern > 0 {
		i, field = int(record)-1, a.call.Fields[pattern-1]
	}
	if i < 0 || pattern == 0 {
		return naming{}
	}
	return naming{a.operand(i), field}
}

// operand is an argument of the call as it is written, numbered from zero.
func (a *action) operand(i int) (o program.Operand) {
	if a.method {
		i++
	}
	if i < len(a.in.Args) {
		o = a.in.Args[i]
	}
	return o
}

// param is the parameter of a function that the pattern comes from, -1 if it is none;
// and the field of it, if it is in a struct still.
func (n naming) param(fn *program.Func) (int, string) {
	if n.field == "" {
		return paramOf(fn, n.o, 0), ""
	}
	if o, ok := fieldOperand(fn, n.o, n.field); ok {
		return paramOf(fn, o, 0), ""
	}
	return paramOf(fn, n.o, 0), n.field
}

// fieldOperand is what is stored in a field of a struct that a function puts together,
// or copies from one that it does.
func fieldOperand(fn *program.Func, o program.Operand, field string) (program.Operand, bool) {
	for range maxConcat {
		place := loadedFrom(fn, o)
		if place.Kind != program.Register {
			break
		}
		whole, part := storedIn(fn, place, field)
		if part.Kind != program.None {
			return part, true
		}
		o = whole
	}
	return program.Operand{}, false
}

// loadedFrom is the address that a register was loaded from.
func loadedFrom(fn *program.Func, o program.Operand) program.Operand {
	for in := range fn.All() {
		switch {
		case in.Op == program.Load && o.Kind == program.Register && in.Dst == o.Reg:
			return in.Args[0]
		case in.Op == program.Alloc && o.Kind == program.Register && in.Dst == o.Reg:
			return o // its address is given
		}
	}
	return program.Operand{}
}

// storedIn is what is stored in a place as a whole, and in a field of it.
func storedIn(fn *program.Func, place program.Operand, field string) (whole, part program.Operand) {
	fields := map[int]bool{} // addresses of the field
	for in := range fn.All() {
		switch {
		case in.Op == program.FieldAddr && in.Args[0] == place && in.Sym == field:
			fields[in.Dst] = true
		case in.Op == program.Store && in.Args[0] == place:
			whole = in.Args[1]
		case in.Op == program.Store && in.Args[0].Kind == program.Register && fields[in.Args[0].Reg]:
			part = in.Args[1]
		}
	}
	return whole, part
}
