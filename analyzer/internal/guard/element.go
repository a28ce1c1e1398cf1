package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// anonymousElement is an element of a list that is known for an anonymous request.
func anonymousElement(base, index av, list *value.Slice) av {
	out := combine(base, index)
	out.nilness = maybeNil
	if i, ok := index.v.(value.Int); ok && int(i) >= 0 && int(i) < list.Len {
		out.v = list.Array.Elems[list.Off+int(i)].Val
	}
	return out
}

func (a *activation) element(base, index av, in *program.Instr, p *point) av {
	if t := piece(base, index); t != nil {
		return av{lab: base.lab, test: t}
	}
	if t := byteOf(base, index); t != nil {
		return av{lab: base.lab, test: t}
	}
	var cells []*value.Cell
	switch v := base.v.(type) {
	case *value.Slice:
		if base.lab&proof != 0 { // it is what an anonymous request would have sent
			return anonymousElement(base, index, v)
		}
		cells = v.Array.Elems[v.Off : v.Off+v.Len]
	case value.Pointer:
		if arr, ok := v.Cell.Val.(*value.Array); ok {
			cells = arr.Elems
		} else if a.local(v.Cell) { // an array made while serving: the arguments of a variadic call
			i, ok := index.v.(value.Int)
			switch {
			case !ok:
				i = 0
			case i < 0: // it would panic, or nobody comes here
				return combine(base, index)
			}
			c := a.part2(v.Cell, int(i), in)
			if s := v.Cell.Val.(*value.Struct); a.isLoose(s, index, c.Type) {
				return combine(base, index)
			}
			return av{v: value.Pointer{Cell: c}, nilness: nonNil}
		}
	case *value.Struct:
		if isArray(v.Type) {
			return a.elementOf(v, base, index, in, p)
		}
	}
	if cells == nil {
		out := combine(base, index)
		if base.source == frameworks.SourceLeft {
			out.source = base.source
		}
		out.nilness = maybeNil
		return out
	}
	if i, ok := index.v.(value.Int); ok && int(i) >= 0 && int(i) < len(cells) {
		return av{v: value.Pointer{Cell: cells[i]}, nilness: nonNil}
	}
	out := av{lab: base.lab | index.lab}
	for _, c := range cells { // any element: what the strings among them are is kept
		e := a.load(c, p.st, "")
		out.consts = joinConsts(out.consts, e.consts)
		out.lab |= e.lab
	}
	return out
}

// part2 is the cell of an element of an array made while serving.
func (a *activation) part2(c *value.Cell, i int, in *program.Instr) *value.Cell {
	s, ok := c.Val.(*value.Struct)
	if !ok {
		s = &value.Struct{Type: c.Type}
		c.Val = s
	}
	return a.field(s, i, strings.TrimPrefix(in.Type, "*"), a.owner[c])
}

func (a *activation) lookup(m, key av, in *program.Instr, st *state) av {
	var val av
	switch {
	case m.source == frameworks.SourceHeader || m.source == frameworks.SourceQuery || m.source == frameworks.SourceSession:
		val = a.keyed(m.source, key)
	case m.source == frameworks.SourceContext:
		val = a.inContext(key, in, st)
	default:
		if v, ok := a.found(m, key, in); ok {
			return v
		}
		if val = combine(m, key); key.lab&^(Found|Zero) == Param { // what it names is another thing than the name
			val.origin = 0
		}
		if mv, ok := m.v.(*value.Map); ok {
			for _, c := range mv.Data.Vals {
				val.consts = joinConsts(val.consts, constsOf(c.Val))
			}
		}
		if val.lab&Credential != 0 {
			val.lab |= Derived
		}
		val.lab |= a.keptUnder(m, key, in)
		if m.lab&(Derived|Attr) != 0 || key.lab&(Derived|Context|Attr) != 0 {
			val.lab |= Attr
		}
		val.v = nil
		if claim, known := textOf(key); known && frameworks.TokenClaim(claim) {
			val.lab, val.consts = val.lab&^Attr, nil
		}
	}
	truth, found := keyTests(m, key)
	a.tabled = a.tabled || truth == nil && found != nil
	val.test = truth
	if in.N == 1 {
		ok := av{lab: val.lab &^ (Found | Zero), presence: true, positive: 1, test: found}
		if m.source == frameworks.SourceHeader {
			ok.origin = val.origin
		}
		if val.v != nil {
			ok.v = value.Bool(false)
		}
		return av{tuple: []av{val, ok}}
	}
	return val
}

// inContext looks a key up in a context that is a map.
func (a *activation) inContext(key av, in *program.Instr, st *state) av {
	c := &effectCall{run: a.run, e: frameworks.Effect{Source: frameworks.SourceContext, Key: 1}, args: []av{key}, st: st}
	c.readsKept()
	if kept, ok := c.kept(in); ok {
		return kept[0]
	}
	return c.fromSource()[0]
}

// found looks a known key up in a map that registration made and knows.
func (a *activation) found(m, key av, in *program.Instr) (av, bool) {
	if _, isNil := m.v.(value.Nil); isNil && m.sure && m.lab == 0 { // one that another map does not have
		return lookedUp(in, zeroAV(a.prog, a.resultsOf("", in)[0]), false), true
	}
	mv, ok := m.v.(*value.Map)
	k, known := value.Key(key.v)
	if !ok || !known || mv.Data.Holes || m.lab|key.lab != 0 {
		return av{}, false
	}
	val, there := av{}, false
	for i, have := range mv.Data.Keys {
		if h, ok := value.Key(have); ok && h == k {
			val, there = fromRegistration(orUnknown(mv.Data.Vals[i].Val)), true
		}
	}
	if !there {
		val = a.notThere(mv, in)
	}
	return lookedUp(in, val, there), true
}

// notThere is what a look into a map gives for a key that it does not have.
func (a *activation) notThere(m *value.Map, in *program.Instr) av {
	elem := in.Type
	if t := a.prog.Type(m.Type); t != nil {
		elem = t.Elem
	}
	v := zeroAV(a.prog, elem)
	v.sure = v.nilness == isNil
	return v
}

// lookedUp is the result of a look into a map, with whether there was anything if that
// is asked for.
func lookedUp(in *program.Instr, v av, there bool) av {
	if in.N == 1 {
		return av{tuple: []av{v, {v: value.Bool(there)}}}
	}
	return v
}

func constsOf(v value.Value) []string {
	if t, ok := v.(value.Text); ok {
		if s, ok := t.Known(); ok && s != "" {
			return []string{s}
		}
	}
	return nil
}

// mapUpdate stores under a key. Of a map made while serving, it is known what its
// values come from, together; a map that registration made outlives the request.
func (a *activation) mapUpdate(m, key, v av, p *point) {
	st := p.state()
	a.looksIn(st, key, v)
	if m.source == frameworks.SourceContext {
		c := &effectCall{run: a.run, e: frameworks.Effect{Key: 1, Stores: 2}, args: []av{key, v}, st: st}
		c.keep()
	}
	switch mv := m.v.(type) {
	case *value.Map:
		a.act(st, key, v)
	case value.Pointer:
		if isListed(v) { // url.Values{"token": {token}}
			v.lab |= a.spread([]av{v}, st).lab
		}
		a.put(mv.Cell, key, v, st)
	}
}

// isListed reports whether a value is a list that was made while serving.
func isListed(v av) bool {
	switch x := value.Deref(v.v).(type) {
	case *value.Slice:
		return true
	case value.Pointer:
		return strings.HasPrefix(x.Cell.Type, "[")
	}
	return false
}

// put adds a value to what a map made while serving holds: whatever the key, it is one place.
func (r *run) put(c *value.Cell, key, v av, st *state) {
	said := saidNumber(v.v)
	v.v, v.nilness, v.sure, v.presence, v.test = nil, maybeNil, false, false, nil
	v.lab |= key.lab
	if have, ok := r.read(st, c); ok {
		v = join(have, v)
		if said == 0 {
			said = have.status
		}
	}
	v.status = said
	r.write(st, c, v)
}

// contents views a map made while serving as what its values come from.
func (a *activation) contents(m av, st *state) av {
	ptr, ok := value.Deref(m.v).(value.Pointer)
	if !ok || !a.local(ptr.Cell) {
		return m
	}
	out, _ := a.read(st, ptr.Cell)
	out.lab |= m.lab
	out.nilness = nonNil
	return out
}

func (a *activation) nextOf(it av) av {
	elem := av{lab: it.lab, consts: it.consts}
	switch m := it.v.(type) {
	case *value.Map:
		for i, c := range m.Data.Vals {
			elem.consts = joinConsts(elem.consts, constsOf(m.Data.Keys[i]))
			elem.consts = joinConsts(elem.consts, constsOf(c.Val))
		}
	}
	return av{tuple: []av{{}, elem, elem}}
}

// textOf is a text that is known.
func textOf(a av) (string, bool) {
	t, ok := value.Deref(a.v).(value.Text)
	if !ok {
		return "", false
	}
	return t.Known()
}
