package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A step may go through the path from its start: it compares so many bytes, takes them off,
// looks for the next slash, takes what stands before it for a parameter, and goes on with
// the rest. That is how servers route that a generator writes.

// The operations of tests that are no questions: the first bytes of the path, one of them,
// their number, and where a text stands in it. Longer asks whether there are that many.
const (
	opStart  = "start"
	opByte   = "byte"
	opLength = "length"
	opIndex  = "index"
	opLonger = "longer"
)

// Parameter stands in a path for what a step takes to be one.
const Parameter = "{}"

// cutBytes is the path less its first bytes, or these bytes.
func cutBytes(v, low, high av, in *program.Instr, st *state) *test {
	if !ofPath(v) {
		return nil
	}
	from, fromKnown := countOfBytes(low, in.Args[1])
	to, toKnown := countOfBytes(high, in.Args[2])
	switch {
	case in.Args[2].Kind == program.None && fromKnown:
		return afterBytes(v.test, from, st)
	case in.Args[2].Kind == program.None && isPlaceIn(low, v):
		rest := v.test.asks("", "")
		rest.cut += Parameter
		return rest
	case toKnown && fromKnown && from == 0 && to > 0:
		start := v.test.asks(opStart, "")
		start.n = to
		return start
	}
	return nil
}

// countOfBytes is a bound of a slice; one that is left out is the start.
func countOfBytes(bound av, o program.Operand) (n int, ok bool) {
	if o.Kind == program.None {
		return 0, true
	}
	i, ok := value.Deref(bound.v).(value.Int)
	return int(i), ok && bound.lab == 0
}

// isPlaceIn reports whether an index is where something stands in a path, or its end.
func isPlaceIn(index, path av) bool {
	return index.test != nil && (index.test.op == opIndex || index.test.op == opLength) && index.test.cut == path.test.cut && index.test.part == 0
}

// afterBytes is the path less so many bytes, if it was asked which these are.
func afterBytes(path *test, n int, st *state) *test {
	if n == 0 {
		return path
	}
	for _, d := range st.dec {
		t := d.c.test
		if t != nil && t.op == "prefix" && t.subject == path.subject && t.cut == path.cut && len(t.arg) == n && d.arm != t.negate {
			rest := path.asks("", "")
			rest.cut += t.arg
			return rest
		}
	}
	return nil
}

// byteOf is the first byte of the path.
func byteOf(path, index av) *test {
	if i, ok := value.Deref(index.v).(value.Int); !ofPath(path) || !ok || i != 0 {
		return nil
	}
	return path.test.asks(opByte, "")
}

// lengthOf is how many bytes the path has.
func lengthOf(path av) *test {
	if !ofPath(path) {
		return nil
	}
	return path.test.asks(opLength, "")
}

// placeOf is where a text stands in the path.
func placeOf(sym string, args []av) *test {
	if len(args) != 2 || !ofPath(args[0]) {
		return nil
	}
	switch sym {
	case "strings.IndexByte", "strings.IndexRune":
		if c, ok := value.Deref(args[1].v).(value.Int); ok && c > 0 && c < 0x80 {
			return args[0].test.asks(opIndex, string(rune(c)))
		}
	case "strings.Index":
		if text, known := textOf(args[1]); known && text != "" {
			return args[0].test.asks(opIndex, text)
		}
	}
	return nil
}

// bytesTest compares the first bytes of the path, one of them or their number with what is
// known.
func bytesTest(x, y av) (*test, bool) {
	for _, pair := range [2][2]av{{x, y}, {y, x}} {
		t := pair[0].test
		if t == nil || t.negate {
			continue
		}
		text, isText := textOf(pair[1])
		n, isNumber := value.Deref(pair[1].v).(value.Int)
		switch {
		case t.op == opStart && isText && len(text) == t.n:
			return t.asks("prefix", text), true
		case t.op == opByte && isNumber && n > 0 && n < 0x80:
			return t.asks("prefix", string(rune(n))), true
		case t.op == opLength && isNumber && n == 0:
			return t.asks("==", ""), true
		case t.op == opIndex && isNumber && n == -1:
			none := t.isThere()
			none.negate = true
			return none, true
		}
	}
	return nil, false
}

// isThere asks whether what a step looks for stands anywhere in the path: if not, all of it
// is a parameter.
func (t *test) isThere() *test {
	there := t.asks("contains", t.arg)
	there.n = 1
	return there
}

// bytesOrder is a comparison of the number of the path's bytes, or of where something stands,
// with a known number.
func bytesOrder(op string, x, y av) *test {
	n, ok := value.Deref(y.v).(value.Int)
	if x.test == nil || !ok {
		return nil
	}
	least, negate := int(n), false
	switch op {
	case ">=":
	case ">":
		least++
	case "<":
		negate = true
	case "<=":
		least, negate = least+1, true
	}
	var t *test
	switch {
	case x.test.op == opLength && least == 1:
		t = x.test.asks("==", "")
		negate = !negate
	case x.test.op == opLength && least > 1:
		t = x.test.asks(opLonger, "")
		t.n = least
	case x.test.op == opIndex && least == 0:
		t = x.test.isThere()
	default:
		return nil
	}
	t.negate = negate
	return t
}

// behind takes the start off a path: a parameter in the start is all that stands before the
// next slash.
func behind(path, start string) (rest string, ok bool) {
	for {
		text, more, has := strings.Cut(start, Parameter)
		if path, ok = strings.CutPrefix(path, text); !ok || !has {
			return path, ok
		}
		if cut, found := strings.CutPrefix(path, Parameter); found {
			path = cut
		} else {
			n := strings.IndexByte(path+"/", '/')
			if n == 0 || strings.ContainsAny(path[:n], "{:*") {
				return path, false
			}
			path = path[n:]
		}
		start = more
	}
}
