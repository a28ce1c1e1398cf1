package table

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A link is one step on the way of a request.
type link struct {
	sum   *guard.Summary
	name  string // of a step without a summary
	role  string
	at    program.Pos
	conds []evaluate.Cond
	// handler is set for the last step.
	handler bool
	routed  bool // it comes after routing
	// stripped is what was taken off the path before the step.
	stripped string
}

// link turns a middleware into a judged step: one that wraps is applied to a
// stand-in for what comes next, and the handler that this gives is judged.
func (b *builder) link(s evaluate.Step, before []link) link {
	if s.Val == nil {
		fn := b.prog.Func(s.Symbol)
		if fn == nil {
			return link{name: s.Symbol, at: s.At, conds: s.Conds}
		}
		var args []value.Value
		for _, p := range fn.Params { // the list of a variadic function, which is called without any
			args = append(args, value.Nil{Type: p.Type})
		}
		made := b.eval.Apply(&value.Func{Symbol: s.Symbol, Fn: fn, Pos: fn.Pos}, args, s.At)
		return link{sum: b.step(made, s.Shape.Name, guard.Place{}), at: s.At, conds: s.Conds}
	}
	if !s.Shape.Wrap {
		return link{sum: b.stepIn(before, s.Conds, s.Val, s.Shape.Name, guard.Place{}), at: s.At, conds: s.Conds}
	}
	h := b.apply(s)
	sum := b.step(h, s.Shape.Name, guard.Place{})
	return link{sum: sum, name: nameOf(s.Val), at: s.At, conds: s.Conds}
}

// parted lists a step, and those that it hands the request to where it is too large to be followed with them.
func (b *builder) parted(l link, shape string) []link {
	out := []link{l}
	for l.sum != nil && l.sum.Inner != nil && len(out) < maxNesting {
		l.sum = b.step(l.sum.Inner, shape, guard.Place{Parted: true})
		out = append(out, l)
	}
	return out
}

// A wrapping is a middleware and the method by which it wraps, if that is one of several.
type wrapping struct {
	v      value.Value
	method string
}

// apply gives a middleware the stand-in for what comes next, once.
func (b *builder) apply(s evaluate.Step) value.Value {
	if !comparable(s.Val) {
		return b.eval.Wrap(s, guard.NextValue())
	}
	key := wrapping{s.Val, s.Shape.MiddlewareMethod}
	h, ok := b.applied[key]
	if !ok {
		h = b.eval.Wrap(s, guard.NextValue())
		b.applied[key] = h
	}
	return h
}

// A stepKey is a value and the place it has in a chain.
type stepKey struct {
	v       value.Value
	onError *value.Func
	shape   string
	place   guard.Place
	record  value.Value // if the step asks for it
}

// step judges a value once.
func (b *builder) step(v value.Value, shape string, place guard.Place) *guard.Summary {
	key := stepKey{v: b.same(v), onError: b.onError, shape: shape, place: place}
	if b.record != nil && comparable(b.record) && slices.Contains(b.tables.Shape(shape).Params, frameworks.RoleRecord) {
		key.record = b.record
	}
	s := b.once(key)
	if s.AsksRecord() && b.record != nil && comparable(b.record) {
		key.record = b.record
		s = b.once(key)
	}
	return s
}

// once simulates a step, if nobody did yet.
func (b *builder) once(key stepKey) *guard.Summary {
	if !comparable(key.v) {
		return b.simulate(key)
	}
	s := b.summaries[key]
	if s == nil {
		s = b.simulate(key)
		b.summaries[key] = s
	}
	return s
}

// certain reports whether the step stands before whatever is registered under some conditions.
func (l link) certain(conds []evaluate.Cond) bool {
	more, possible := beyond(l.conds, conds)
	return possible && more == ""
}

// stepIn judges a value in its chain, which is registered under some conditions: the errors that
// it leaves are answered by the nearest step outside that asks for them.
func (b *builder) stepIn(chain []link, conds []evaluate.Cond, v value.Value, shape string, place guard.Place) *guard.Summary {
	sum := b.step(v, shape, place)
	if !sum.Leaves() {
		return sum
	}
	for i := len(chain) - 1; i >= 0; i-- {
		l := chain[i]
		if l.sum == nil || !l.certain(conds) {
			continue
		}
		if fn, ok := l.sum.Answerer(); ok {
			defer func(outer *value.Func) { b.onError = outer }(b.onError)
			b.onError = fn
			return b.step(v, shape, place)
		}
	}
	return sum
}

// simulate runs a step.
func (b *builder) simulate(k stepKey) *guard.Summary {
	var onError value.Value
	as := b.tables.Shape(k.shape)
	if k.onError != nil && (as.ErrorHandler != "" || !as.ReturnsError) { // else it is the framework that answers
		onError = k.onError
	}
	return b.guards.Step(k.v, as, k.place, onError, k.record)
}

// comparable reports whether a value can be a map key.
func comparable(v value.Value) bool {
	switch v := v.(type) {
	case value.Text, value.Tuple, value.Choice:
		return false
	case value.Iface:
		return comparable(v.Val)
	}
	return v != nil
}
