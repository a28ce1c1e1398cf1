package table

import (
	"strconv"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A bound is a function with what it is bound to: the receiver of a method, and what it has captured.
type bound struct {
	symbol   string
	fn       *program.Func
	recv     value.Value
	captured string
	as       string // the type it was converted to
}

// same is the first one of the function values that are the same: one is made wherever a method is
// written down as a step, and wherever a wrapper is called. Functions without a body are told apart: where
// they were made is all that is known of them.
//
//	mux.Handle("/a", logged(show))
//	mux.Handle("/b", logged(show)) // does what the first one does
func (b *builder) same(v value.Value) value.Value {
	if i, ok := v.(value.Iface); ok {
		i.Val = b.same(i.Val)
		return i
	}
	fn, ok := v.(*value.Func)
	if !ok || fn.Fn == nil && (fn.Recv == nil || len(fn.Free) > 0) || fn.By != nil || fn.Recv != nil && !comparable(fn.Recv) || len(fn.TypeArgs) > 0 {
		return v
	}
	if b.firsts[fn] == nil {
		b.firsts[fn] = fn // to a function that has captured itself
		b.firsts[fn] = b.first(fn)
	}
	return b.firsts[fn]
}

func (b *builder) first(fn *value.Func) *value.Func {
	captured, ok := b.captured(fn)
	if !ok {
		return fn
	}
	key := bound{fn.Symbol, fn.Fn, fn.Recv, captured, fn.Type}
	if b.bounds[key] == nil {
		b.bounds[key] = fn
	}
	return b.bounds[key]
}

// captured spells what a function has captured. A variable is spelled by what it holds, if nobody writes
// to it while serving: what captures it, only reads it.
func (b *builder) captured(fn *value.Func) (string, bool) {
	var out []byte
	for i, v := range fn.Free {
		if p, ok := v.(value.Pointer); ok && !b.prog.MayWrite(fn.Fn, i) {
			v, out = p.Cell.Val, append(out, '*')
		}
		v = b.same(v)
		if known, ok := value.Key(v); ok {
			out = strconv.AppendQuote(out, known)
			continue
		}
		if !comparable(v) {
			return "", false
		}
		out = strconv.AppendInt(append(out, '#'), int64(b.number(v)), 10)
	}
	return string(out), true
}

// number tells values from one another.
func (b *builder) number(v value.Value) int {
	n, ok := b.numbers[v]
	if !ok {
		n = len(b.numbers)
		b.numbers[v] = n
	}
	return n
}
