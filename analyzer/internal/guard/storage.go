package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// alloc is the storage an instruction makes; the same one each time the
// instruction runs in the same call, so that loops end.
func (a *activation) alloc(in *program.Instr, typ string, p *point) value.Pointer {
	k := cellKey{a.frame, in}
	c := a.cells[k]
	if c == nil {
		c = &value.Cell{Type: typ, Pos: in.Pos}
		a.cells[k] = c
		a.owner[c] = a.frame
		if t := a.prog.Type(typ); t != nil && t.Kind == program.KindStruct || isArray(typ) {
			r := &value.Struct{Type: typ}
			c.Val = r
			a.holder[r] = c
		}
	}
	if len(p.st.mem) > 0 {
		p.state().forgetAt(a.run, c)
	}
	return value.Pointer{Cell: c}
}

// forgetAt drops what is stored in a place and its parts.
func (s *state) forgetAt(r *run, c *value.Cell) {
	if _, has := c.Val.(*value.Struct); !has {
		if id, numbered := r.ids[c]; numbered {
			s.mem = s.mem.without(id)
		}
		return
	}
	parts := map[*value.Cell]bool{c: true}
	collectParts(c, parts)
	s.forget(func(c *value.Cell) bool { return parts[c] })
}

func collectParts(c *value.Cell, parts map[*value.Cell]bool) {
	if s, ok := c.Val.(*value.Struct); ok {
		for _, f := range s.Fields {
			if f != nil && !parts[f] {
				parts[f] = true
				collectParts(f, parts)
			}
		}
	}
}

// madeHere reports whether a cell was allocated by this very call.
func (a *activation) madeHere(c *value.Cell) bool { return a.owner[c] == a.frame }

// madeWithin reports whether a cell was allocated by this call, or in one that it made.
func (a *activation) madeWithin(c *value.Cell) bool {
	owner := a.owner[c]
	return owner >= a.frame && a.within(owner, a.frame)
}

// local reports whether a cell was made while serving.
func (r *run) local(c *value.Cell) bool { return r.owner[c] != 0 }

// reachable collects the storage that outlives the call: what results and other
// storage refer to.
func (a *activation) reachable(e ending) map[*value.Cell]bool {
	keep := map[*value.Cell]bool{}
	for _, r := range e.results {
		mark(r, keep)
	}
	for changed := true; changed; {
		changed = false
		for _, s := range e.st.mem {
			if !keep[s.cell] && a.madeWithin(s.cell) {
				continue
			}
			before := len(keep)
			mark(*s.v, keep)
			changed = changed || len(keep) > before
		}
	}
	return keep
}

func mark(a av, keep map[*value.Cell]bool) {
	markValue(a.v, keep)
	for _, t := range a.tuple {
		mark(t, keep)
	}
}

func markValue(v value.Value, keep map[*value.Cell]bool) {
	switch v := v.(type) {
	case value.Pointer:
		if !keep[v.Cell] {
			keep[v.Cell] = true
			collectParts(v.Cell, keep)
		}
	case *value.Struct:
		for _, f := range v.Fields {
			if f != nil && !keep[f] {
				keep[f] = true
				collectParts(f, keep)
			}
		}
	case value.Iface:
		markValue(v.Val, keep)
	case *value.Slice: // of functions that hold something
		for _, c := range v.Array.Elems[v.Off : v.Off+v.Len] {
			if c != nil && !keep[c] {
				keep[c] = true
				markValue(c.Val, keep)
			}
		}
	case *value.Func:
		for _, f := range v.Free {
			markValue(f, keep)
		}
		markValue(v.Recv, keep)
	}
}

// load reads storage: what was written while serving, else what registration left there.
func (r *run) load(c *value.Cell, st *state, typ string) av {
	if v, ok := r.read(st, c); ok {
		return v
	}
	if s, ok := c.Val.(*value.Struct); ok {
		return av{v: s, nilness: nonNil, lab: r.filled[s]}
	}
	if r.local(c) {
		if v, ok := r.partOfWhole(c, st); ok {
			return v
		}
		if v, ok := r.tagged(c); ok {
			return v
		}
		if lab, ok := r.filledLabel(c); ok {
			out := av{lab: lab}
			if lab == Body { // a place of what was sent
				out.origin = r.number(Key{source: frameworks.SourceBody, cell: c})
				out.whom = out.partWhom(r.fieldName(r.parent[c], c))
			}
			return out
		}
		return zeroAV(r.prog, c.Type)
	}
	if c.Val == nil {
		if c.Type == "" {
			return av{}
		}
		return r.setUp(zeroAV(r.prog, c.Type))
	}
	return r.setUp(fromRegistration(c.Val))
}

// partOfWhole reads a field of a struct that was stored as a whole, and is not
// known field by field: it comes from where the whole came from.
func (r *run) partOfWhole(c *value.Cell, st *state) (av, bool) {
	var names []string
	for range 8 {
		s := r.parent[c]
		if s == nil {
			return av{}, false
		}
		names = append(names, r.fieldName(s, c))
		if c = r.holder[s]; c == nil {
			return av{}, false
		}
		if whole, ok := r.read(st, c); ok {
			out := av{lab: whole.lab, consts: whole.consts, ofError: whole.ofError, origin: whole.origin, whom: whole.partWhom(names[0])}
			for _, name := range slices.Backward(names) {
				out.origin = r.fieldOrigin(out.origin, name)
			}
			if whole.lab&(Derived|Context|Attr) != 0 {
				out.lab |= ofField(names[0])
			}
			return r.shared(out), true
		}
	}
	return av{}, false
}

// fromRegistration views a value that registration left behind.
func fromRegistration(v value.Value) av {
	switch v := v.(type) {
	case *value.Unknown:
		if v.Unsigned {
			return av{made: v, lab: Unsigned, nilness: nonNil}
		}
		return av{made: v}
	case value.Choice:
		if callable(v) || lists(v) || chains(v) {
			return av{v: v}
		}
		out := fromRegistration(v.Alts[0].Val)
		for _, alt := range v.Alts[1:] {
			out = join(out, fromRegistration(alt.Val))
		}
		return out
	case value.Nil:
		return av{v: v, nilness: isNil}
	case value.Text:
		if _, ok := v.Known(); !ok {
			return av{}
		}
	}
	a := known(v)
	a.nilness = nonNil
	return a
}

func zeroAV(p *program.Program, typ string) av {
	switch {
	case typ == "string":
		return av{v: value.Text{}}
	case typ == "bool":
		return av{v: value.Bool(false)}
	case strings.HasPrefix(typ, "int"), strings.HasPrefix(typ, "uint"), typ == "byte", typ == "rune":
		if !strings.HasPrefix(typ, "interface") {
			return av{v: value.Int(0)}
		}
	case typ == "":
		return av{}
	}
	if typ == "error" || typ == "any" || strings.HasPrefix(typ, "*") || strings.HasPrefix(typ, "[]") ||
		strings.HasPrefix(typ, "map[") || strings.HasPrefix(typ, "func") || strings.HasPrefix(typ, "interface") {
		return av{v: value.Nil{Type: typ}, nilness: isNil}
	}
	t := p.Type(typ)
	if t == nil {
		return av{}
	}
	switch t.Kind {
	case program.KindBool:
		return av{v: value.Bool(false)}
	case program.KindInt:
		return av{v: value.Int(0)}
	case program.KindString:
		return av{v: value.Text{}}
	case program.KindPointer, program.KindSlice, program.KindMap, program.KindFunc, program.KindInterface, program.KindChan:
		return av{v: value.Nil{Type: typ}, nilness: isNil}
	case program.KindStruct:
		return av{v: &value.Struct{Type: typ}, nilness: nonNil}
	}
	return av{}
}

// store writes storage. Storage that registration made outlives the request:
// writing to it is acting.
func (a *activation) store(addr, v av, p *point) {
	if addr.source == frameworks.SourceField {
		a.storeField(addr, v, p.state())
		return
	}
	ptr, ok := addr.v.(value.Pointer)
	if !ok { // an address that is not known, or a part of the request
		a.looksIn(p.st, v)
		a.fillsIn(addr)
		p.st = a.renames(addr, p.st.rewrites(addr, v))
		return
	}
	st := p.state()
	if !a.local(ptr.Cell) {
		a.looksIn(st, v)
		a.act(st, addr, v)
	}
	s, isStruct := v.v.(*value.Struct)
	if _, has := ptr.Cell.Val.(*value.Struct); !has && !isStruct { // there are no parts
		a.write(st, ptr.Cell, v)
		return
	}
	parts := map[*value.Cell]bool{ptr.Cell: true}
	collectParts(ptr.Cell, parts)
	if !isStruct || !parts[a.holder[s]] { // what was in the parts is overwritten
		st.forget(func(c *value.Cell) bool { return parts[c] })
	}
	if isStruct {
		a.storeStruct(st, ptr.Cell, s, v)
	} else {
		a.write(st, ptr.Cell, v)
	}
}

// act notes, in a state of one's own, a write to what outlives the request. It is made for
// the request if it writes what the request says, or where that says; and if the handler
// makes it itself. A function that a check calls may write what it has read anew, and count who comes from where.
func (a *activation) act(st *state, written ...av) {
	says := func(v av) bool {
		switch to := value.Deref(v.v).(type) { // what is in there is not looked for
		case value.Pointer:
			return v.lab != 0 || a.local(to.Cell)
		case *value.Struct, *value.Func:
			return true
		}
		return v.lab != 0
	}
	switch {
	case a.keepsFound(written, st):
	case a.own() || slices.ContainsFunc(written, says):
		st.obey()
	default:
		st.act()
	}
}

// storeStruct copies a struct field by field.
func (r *run) storeStruct(st *state, c *value.Cell, s *value.Struct, v av) {
	dst, ok := c.Val.(*value.Struct)
	if !ok {
		if !r.local(c) {
			r.write(st, c, av{lab: v.lab, nilness: nonNil})
			return
		}
		dst = &value.Struct{Type: s.Type}
		c.Val = dst
	}
	r.copies(dst, s)
	if lab, ok := r.filledStruct(s); ok { // the copy has what nobody has read yet, too
		r.filled[dst] |= lab
		if r.isInput(s) {
			r.inputs[dst] = true
		}
	}
	for i := range s.Fields {
		if s.Fields[i] == nil {
			continue
		}
		f := r.field(dst, i, s.Fields[i].Type, r.owner[c])
		if f == s.Fields[i] {
			continue
		}
		got := r.load(s.Fields[i], st, s.Fields[i].Type)
		got.lab |= v.lab
		if inner, ok := got.v.(*value.Struct); ok {
			r.storeStruct(st, f, inner, got)
			continue
		}
		r.write(st, f, got)
	}
	r.storeAbsent(st, c, s, v)
}

// field returns the cell of a struct's field. What registration made is shared by
// the runs of all steps, and is not changed: a field that such a struct does not
// have is storage of this run.
func (r *run) field(s *value.Struct, i int, typ string, owner int) *value.Cell {
	if c := r.fieldOfStruct(s, i); c != nil {
		return c
	}
	c := &value.Cell{Type: typ}
	if t := r.prog.Type(typ); t != nil && t.Kind == program.KindStruct || isArray(typ) {
		inner := &value.Struct{Type: typ}
		c.Val = inner
		r.holder[inner] = c
	}
	if owner == 0 {
		r.absent[fieldKey{s, i}] = c
		return c
	}
	for len(s.Fields) <= i {
		s.Fields = append(s.Fields, nil)
	}
	s.Fields[i] = c
	r.parent[c] = s
	r.owner[c] = owner
	return c
}

// fieldOfStruct is the cell of a field, if there is one.
func (r *run) fieldOfStruct(s *value.Struct, i int) *value.Cell {
	if i < len(s.Fields) && s.Fields[i] != nil {
		return s.Fields[i]
	}
	return r.absent[fieldKey{s, i}]
}

type fieldKey struct {
	s *value.Struct
	i int
}

// structAt is the struct in a place, also in one that was left as it was made; nil if
// there is none.
func (r *run) structAt(c *value.Cell) *value.Struct {
	if c.Val != nil {
		s, _ := c.Val.(*value.Struct)
		return s
	}
	local := r.local(c)
	if t := r.prog.Type(c.Type); !local && (t == nil || t.Kind != program.KindStruct) {
		return nil
	}
	s := r.zeros[c]
	if s == nil {
		s = &value.Struct{Type: c.Type}
		r.zeros[c], r.holder[s] = s, c
	}
	if local {
		c.Val = s
	}
	return s
}
