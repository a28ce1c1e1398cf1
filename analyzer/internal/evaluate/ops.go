package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (m *Machine) binop(op string, a, b value.Value, in *program.Instr) value.Value {
	if ca, ok := a.(value.Choice); ok {
		return m.all(ca, func(a value.Value) value.Value { return m.binop(op, a, b, in) })
	}
	if cb, ok := b.(value.Choice); ok {
		return m.all(cb, func(b value.Value) value.Value { return m.binop(op, a, b, in) })
	}
	switch op {
	case "==", "!=":
		if eq, ok := equal(a, b); ok {
			return value.Bool(eq == (op == "=="))
		}
		return unknown("bool", "", in.Pos)
	}
	switch x := a.(type) {
	case value.Int:
		if y, ok := b.(value.Int); ok {
			return intOp(op, x, y, in)
		}
	case value.Text:
		if op == "+" {
			return value.Concat(x, value.AsText(b))
		}
		return textOp(op, x, b, in)
	case *value.Unknown:
		if t, ok := b.(value.Text); ok && op == "+" {
			return value.Concat(value.AsText(x), t)
		}
		if op == "+" && in.Type == "string" {
			return value.Concat(value.AsText(x), value.AsText(b))
		}
	}
	return unknown(in.Type, "", in.Pos)
}

// every applies fn to every alternative of a choice, also to nil: a list that was
// not begun has no elements.
func (m *Machine) every(v value.Value, fn func(value.Value) value.Value) value.Value {
	if c, ok := v.(value.Choice); ok {
		return m.all(c, fn)
	}
	return fn(v)
}

// all applies fn to every alternative of a choice.
func (m *Machine) all(c value.Choice, fn func(value.Value) value.Value) value.Value {
	var out value.Value
	for _, alt := range c.Alts {
		r := fn(alt.Val)
		if out == nil {
			out = r
			continue
		}
		out = m.join(out, r, "", alt.Cond)
	}
	return out
}

func intOp(op string, x, y value.Int, in *program.Instr) value.Value {
	switch op {
	case "+":
		return x + y
	case "-":
		return x - y
	case "*":
		return x * y
	case "/":
		if y != 0 {
			return x / y
		}
	case "%":
		if y != 0 {
			return x % y
		}
	case "&":
		return x & y
	case "|":
		return x | y
	case "^":
		return x ^ y
	case "&^":
		return x &^ y
	case "<<":
		if y >= 0 && y < 64 {
			return x << uint(y)
		}
	case ">>":
		if y >= 0 && y < 64 {
			return x >> uint(y)
		}
	case "<":
		return value.Bool(x < y)
	case "<=":
		return value.Bool(x <= y)
	case ">":
		return value.Bool(x > y)
	case ">=":
		return value.Bool(x >= y)
	}
	return unknown(in.Type, "", in.Pos)
}

func textOp(op string, x value.Text, b value.Value, in *program.Instr) value.Value {
	y, ok := b.(value.Text)
	s, ok1 := x.Known()
	t, ok2 := y.Known()
	if !ok || !ok1 || !ok2 {
		return unknown(in.Type, "", in.Pos)
	}
	c := strings.Compare(s, t)
	switch op {
	case "<":
		return value.Bool(c < 0)
	case "<=":
		return value.Bool(c <= 0)
	case ">":
		return value.Bool(c > 0)
	case ">=":
		return value.Bool(c >= 0)
	}
	return unknown(in.Type, "", in.Pos)
}

// equal compares two values; ok is false when that cannot be decided.
func equal(a, b value.Value) (eq, ok bool) {
	if ka, ok1 := value.Key(a); ok1 {
		if kb, ok2 := value.Key(b); ok2 {
			return ka == kb, true
		}
	}
	_, nilA := a.(value.Nil)
	_, nilB := b.(value.Nil)
	if nilA && nilB {
		return true, true
	}
	if nilA || nilB {
		other := a
		if nilA {
			other = b
		}
		switch other := other.(type) {
		case *value.Unknown:
			return false, other.NonNil
		case *value.Func, value.Pointer, *value.Slice, *value.Map, value.Iface, value.Native:
			return false, true
		}
		return false, false
	}
	if pa, isPtr := a.(value.Pointer); isPtr {
		if pb, isPtr := b.(value.Pointer); isPtr {
			return pa.Cell == pb.Cell, true
		}
	}
	return false, false
}

func (m *Machine) unop(op string, v value.Value, in *program.Instr) value.Value {
	return m.each(v, func(v value.Value) value.Value {
		switch x := v.(type) {
		case value.Bool:
			if op == "!" {
				return !x
			}
		case value.Int:
			switch op {
			case "-":
				return -x
			case "^":
				return ^x
			}
		}
		return unknown(in.Type, reasonOf(v), in.Pos)
	})
}

func (m *Machine) convert(v value.Value, in *program.Instr) value.Value {
	return m.each(v, func(v value.Value) value.Value {
		switch t := v.(type) {
		case value.Text, value.Int:
			text, isText := t.(value.Text)
			if isText == m.isString(in.Type) {
				return v
			}
			if doc, ok := documentOf(text); isText && ok {
				return doc
			}
		case value.Pointer, value.Native, *value.Func:
			return retype(v, in.Type)
		}
		return unknown(in.Type, reasonOf(v), in.Pos)
	})
}

func (m *Machine) isString(typ string) bool {
	if typ == "string" {
		return true
	}
	t := m.prog.Type(typ)
	return t != nil && t.Kind == program.KindString
}

func (m *Machine) builtin(name string, args []value.Value, in *program.Instr) value.Value {
	switch name {
	case "append":
		if len(args) < 2 {
			return args[0]
		}
		return m.every(args[0], func(base value.Value) value.Value { return m.appendTo(base, args[1], in) })
	case "len", "cap":
		return m.every(args[0], func(v value.Value) value.Value { return m.length(name, v, in) })
	case "copy":
		dst, ok1 := args[0].(*value.Slice)
		src, ok2 := m.elements(args[1])
		if ok1 && ok2 {
			n := min(dst.Len, len(src))
			for i := range n {
				m.store(dst.Array.Elems[dst.Off+i], src[i])
			}
			return value.Int(n)
		}
	case "delete":
		m.deleteKey(args[0], args[1])
		return nil
	case "min", "max":
		x, ok1 := args[0].(value.Int)
		y, ok2 := args[1].(value.Int)
		if ok1 && ok2 && len(args) == 2 {
			if (name == "min") == (x < y) {
				return x
			}
			return y
		}
	case "ssa:wrapnilchk":
		return args[0]
	}
	return unknown(in.Type, "", in.Pos)
}

func (m *Machine) length(name string, v value.Value, in *program.Instr) value.Value {
	switch v := v.(type) {
	case *value.Slice:
		if name == "cap" {
			return value.Int(v.Cap)
		}
		return value.Int(v.Len)
	case *value.Array:
		return value.Int(len(v.Elems))
	case *value.Map:
		if !v.Data.Holes {
			return value.Int(len(v.Data.Keys))
		}
	case value.Text:
		if s, ok := v.Known(); ok {
			return value.Int(len(s))
		}
	case value.Nil:
		return value.Int(0)
	}
	return unknown("int", reasonOf(v), in.Pos)
}

func (m *Machine) deleteKey(v, key value.Value) {
	mp, ok := v.(*value.Map)
	if !ok {
		return
	}
	k, known := value.Key(key)
	if !known {
		mp.Data.Holes = true
		return
	}
	if i := mp.Data.Find(k); i >= 0 {
		mp.Data.Delete(i)
	}
}
