package evaluate

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A list that a setting makes longer is one list, of which some elements may not be there:
//
//	var chain []Middleware
//	if settings.Secure {
//		chain = append(chain, requireUser)
//	}
//
// As so many lists, three such settings would make more than are told apart. How long it is counts
// the elements that may not be there: a loop comes to each, and calls what is there.

// oneList is the list that two are, if the elements of one are among those of the other, in their
// order, or all but one are the same, and they are there to be called. Its array is its own, as large as that of the longer one.
func (m *Machine) oneList(a, b value.Value, condA, condB string) (value.Value, bool) {
	long, short, there, not := a, b, condA, condB
	if m.lenOf(b) > m.lenOf(a) {
		long, short, there, not = b, a, condB, condA
	}
	s, ok := long.(*value.Slice)
	if !ok || m.lenOf(short) < 0 || s.Len > maxOptional || !m.holdsCallable(s) {
		return nil, false
	}
	all, _ := m.elements(long)
	some, _ := m.elements(short)
	if len(all) == len(some) {
		ok = m.either(all, some, there, not)
	} else {
		ok = withOptional(all, some, there, not)
	}
	if !ok {
		return nil, false
	}
	out := &value.Slice{Type: s.Type, Array: m.newArray(m.elem(s.Type), s.Cap), Len: s.Len, Cap: s.Cap}
	for i, v := range all {
		m.store(out.Array.Elems[i], v)
	}
	return out, true
}

// withOptional makes of a list one in which the elements that another one does not have may not be there.
func withOptional(all, some []value.Value, there, not string) (ok bool) {
	next := 0
	for i, v := range all {
		if next < len(some) && sameElement(v, some[next]) {
			next++
			continue
		}
		if all[i], ok = mayBe(v, there, not); !ok {
			return false
		}
	}
	return next == len(some)
}

// either makes of a list one in which an element is that of another list, if they differ in no more than that.
func (m *Machine) either(all, other []value.Value, one, two string) bool {
	differs := -1
	for i := range all {
		if sameElement(all[i], other[i]) {
			continue
		}
		if differs >= 0 {
			return false
		}
		differs = i
	}
	if differs < 0 {
		return true
	}
	c, ok := m.join(all[differs], other[differs], one, two).(value.Choice)
	all[differs] = c
	return ok
}

// maxOptional bounds the lists that are looked through; longer ones hold data.
const maxOptional = 64

// lenOf is the length of a list, -1 if it is none.
func (m *Machine) lenOf(v value.Value) int {
	switch v := v.(type) {
	case *value.Slice:
		return v.Len
	case value.Nil:
		return 0
	}
	return -1
}

// holdsCallable reports whether the elements of a list are of a type that is there to be called.
func (m *Machine) holdsCallable(s *value.Slice) bool {
	elem := m.elem(s.Type)
	t := m.prog.Type(elem)
	return elem == "any" || t != nil && (t.Kind == program.KindFunc || t.Kind == program.KindInterface)
}

func sameElement(a, b value.Value) bool {
	c, ok := a.(value.Choice)
	d, ok2 := b.(value.Choice)
	if !ok || !ok2 {
		return same(a, b)
	}
	return slices.EqualFunc(c.Alts, d.Alts, func(x, y value.Alt) bool { return x.Cond == y.Cond && same(x.Val, y.Val) })
}

// mayBe is an element that is there under a condition.
func mayBe(v value.Value, there, not string) (value.Value, bool) {
	absent := value.Alt{Val: value.Nil{Type: value.NotThere}, Cond: not}
	c, ok := v.(value.Choice)
	if !ok {
		return value.Choice{Alts: []value.Alt{{Val: v, Cond: there}, absent}}, true
	}
	alts, left := slices.Clone(c.Alts), false
	for i := range alts {
		switch _, isNil := alts[i].Val.(value.Nil); {
		case isNotThere(alts[i]):
			alts[i].Cond, left = "", true
		case isNil: // it is where there is room in the array of the shorter list
			alts[i], left = absent, true
		case alts[i].Cond != "" && there != "" && alts[i].Cond != there:
			alts[i].Cond = there + " && " + alts[i].Cond
		}
	}
	if !left && len(alts) == maxHandlers {
		return nil, false
	}
	if !left {
		alts = append(alts, absent)
	}
	return value.Choice{Alts: alts}, true
}

func isNotThere(alt value.Alt) bool { return value.IsNotThere(alt.Val) }

// callOptional calls the alternatives of a value that may not be there: each under its condition.
func (m *Machine) callOptional(c value.Choice, args []value.Value, in *program.Instr, call func(value.Value) value.Value) value.Value {
	isNil := func(alt value.Alt) bool { _, none := alt.Val.(value.Nil); return none }
	return m.underEach(c, func(alt value.Alt) value.Value {
		switch {
		case isNotThere(alt):
			return m.uncalled(c, args, in)
		case isNil(alt):
			return nil
		}
		return call(alt.Val)
	}, func(alt value.Alt) []Cond {
		if isNil(alt) {
			return nil
		}
		return []Cond{chosenAt(in, alt)}
	})
}

// uncalled is what there is instead of the result of an element that a list may not have: what it
// would have been given, if it makes one of the same kind, as middleware does.
func (m *Machine) uncalled(c value.Choice, args []value.Value, in *program.Instr) value.Value {
	for _, alt := range c.Alts {
		if len(args) == 1 && m.called(alt.Val, in).Wraps() {
			return args[0]
		}
	}
	return unknownOf(m, in, "a list may be shorter")
}

// called is the function that a call of a value reaches; nil if it is not known.
func (m *Machine) called(v value.Value, in *program.Instr) *program.Func {
	if in.Op == program.Invoke {
		sym, _, _ := m.dispatch(in.Sym, v)
		return m.prog.Func(sym)
	}
	if fn, ok := v.(*value.Func); ok {
		return fn.Fn
	}
	return nil
}

// chosenAt is the condition that a value is one of several, where that matters.
func chosenAt(in *program.Instr, alt value.Alt) Cond {
	text := alt.Cond
	if text == "" {
		text = "a condition"
	}
	return Cond{ID: in, Arm: true, Text: text}
}
