package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (a *activation) binop(in *program.Instr, x, y av) av {
	out := combine(x, y)
	out.lab |= (x.lab | y.lab) & Rounds
	switch in.Sym {
	case "==", "!=":
		if a.cannotEqual(x, y) {
			return av{v: value.Bool(in.Sym == "!=")}
		}
		if echoes(x, y) {
			a.echoed = a.echoed.with(x.origin).with(y.origin)
		}
		out = compare(in.Sym == "==", x, y, out)
		if a.againstForgery(x, y) {
			a.echoed, out.lab = a.echoed.with(x.origin).with(y.origin), out.lab|CSRF
		}
		if a.mayBeOne(x.v, y.v) {
			out.v = nil
		}
		return out
	case "+":
		out.test = joins(in, x, y)
		if s, ok := x.v.(value.Text); ok && out.lab == 0 {
			if t, ok := y.v.(value.Text); ok {
				return known(value.Concat(s, t))
			}
		}
		if i, j, ok := ints(x, y); ok && i+j >= 0 && i+j <= maxCount {
			out.v = i + j
		}
	case "-":
		out.test = lessPieces(x, y)
		if i, j, ok := ints(x, y); ok && i-j >= -1 && i-j <= maxCount {
			out.v = i - j
		}
	case "&", "|", "&^", "<<", ">>":
		if i, j, ok := ints(x, y); ok && isByte(in.Type) {
			if n, ok := bitsOf(in.Sym, i, j); ok {
				out.v = n
			}
		}
	case "<", "<=", ">", ">=":
		if i, j, ok := knownInts(x, y); ok {
			out.v = value.Bool(holds(in.Sym, i, j))
		}
		out.presence = x.presence || y.presence
		if out.test = fewerPieces(in.Sym, x, y); out.test == nil {
			out.test = bytesOrder(in.Sym, x, y)
		}
	}
	return out
}

// maxCount bounds the counters that are followed, and so the rounds of a loop.
const maxCount = 24

func ints(x, y av) (i, j value.Int, ok bool) {
	i, j, ok = knownInts(x, y)
	return i, j, ok && x.lab|y.lab == 0
}

// knownInts are two numbers that are known, if only for an anonymous request.
func knownInts(x, y av) (i, j value.Int, ok bool) {
	i, ok1 := value.Deref(x.v).(value.Int)
	j, ok2 := value.Deref(y.v).(value.Int)
	return i, j, ok1 && ok2
}

// compare compares two values; eq is set for ==.
func compare(eq bool, x, y av, out av) av {
	if isEmpty(y) || isEmpty(x) {
		other := x
		if isEmpty(x) && !isEmpty(y) {
			other = y
		}
		out.consts = nil
		out.presence, out.failed = true, isError(x, y)
		out.verdict = other.verdict && out.failed
		out.inside = other.inside
		out.positive = sign(eq != out.failed) * -1
		if other.sure && other.nilness != maybeNil {
			return av{v: value.Bool((other.nilness == isNil) == eq)}
		}
		if truth, ok := emptiness(other); ok {
			out.v = value.Bool(truth == eq)
		}
		if other.test != nil && other.test.subject == frameworks.SourceMatch {
			out.test = &test{subject: other.test.subject, op: "there", negate: eq}
		} else if t, ok := subjectTest(x, y); ok && t.subject == frameworks.SourceName {
			t.negate = !eq
			out.test = t
		}
		return out
	}
	if isErrorValue(x) || isErrorValue(y) {
		out.erring = sign(eq)
	}
	if len(out.consts) > 0 {
		out.equal = sign(eq)
	}
	if echoes(x, y) {
		out.lab |= CSRF // what the client sends, compared with what it sends, proves nothing about it
	} else if known := knows(x, y); known != 0 {
		out.lab, out.consts = out.lab|known, nil
	} else {
		out.oneself = likeOneself(eq, x, y)
		out.whose = out.oneself != 0 && (x.whom || y.whom)
	}
	if isSent(x, y) || isSent(y, x) { // it is the right one
		if out.positive = sign(eq); !x.named && !y.named && !meansYesOrNo(x) && !meansYesOrNo(y) {
			out.consts = nil // which is nobody's business
		}
	}
	if i, ok := value.Deref(y.v).(value.Int); ok && y.lab == 0 {
		out.presence = out.presence || x.presence
		out.positive = sign(eq == (i != 0))
		if i != 0 {
			out.flag = sign(eq)
		}
	}
	if t, ok := subjectTest(x, y); ok {
		t.negate = !eq
		out.test = t
	}
	if t, ok := bytesTest(x, y); ok {
		t.negate = t.negate == eq
		out.test = t
	}
	if x.constant() && y.constant() && otherTypes(x.v, y.v) {
		out.v = value.Bool(!eq)
	} else if x.constant() && y.constant() && sameKind(x.v, y.v) {
		out.v = value.Bool(sameValue(value.Deref(x.v), value.Deref(y.v)) == eq)
	}
	if b, ok := value.Deref(y.v).(value.Bool); ok && x.v == nil {
		out.presence = x.presence
		out.positive = x.positive * sign(bool(b) == eq)
	}
	if x.v != nil && y.v != nil && out.v == nil && comparableRefs(x.v, y.v) {
		out.v = value.Bool(sameValue(x.v, y.v) == eq)
	}
	return out
}

// isSent reports whether one value is a credential, as it was sent, and the other one a text that is known.
func isSent(a, text av) bool {
	said, known := textOf(text)
	return a.lab&proof == Credential && !a.presence && text.lab == 0 && known && said != "" && !isScheme(text)
}

// isErrorValue reports whether a value is the error that a variable holds.
func isErrorValue(a av) bool {
	i, ok := a.v.(value.Iface)
	return ok && i.Type == plainError
}

func sign(b bool) int8 {
	if b {
		return 1
	}
	return -1
}

// isError reports whether a comparison with nil is of an error.
func isError(x, y av) bool {
	for _, a := range []av{x, y} {
		if n, ok := a.v.(value.Nil); ok && n.Type == "error" && a.lab == 0 {
			return true
		}
	}
	return false
}

// clientOnly reports whether a value is what the client sent, as it sent it.
func clientOnly(a av) bool {
	const sent = Credential | OtherHeader | Query | CSRF | Told
	return a.lab&sent != 0 && a.lab&^(sent|FromNext) == 0 && a.v == nil ||
		a.lab&Credential != 0 && a.lab&^sent == 0
}

// echoes reports whether two things are compared that the client has sent, in two places: one
// that is compared with itself, in another spelling, is no token against forgery.
func echoes(x, y av) bool {
	return clientOnly(x) && clientOnly(y) && (x.origin == 0 || x.origin != y.origin)
}

// againstForgery reports whether what a session holds is compared with what the client sends as a token against forgery: the program
// has given it to whoever asked for a page, or set out to log in elsewhere (RFC 6749 section 10.12).
func (r *run) againstForgery(x, y av) bool {
	kept := func(a av) bool { return a.lab&proof == Context && a.origin > 0 }
	sent := func(a av) bool {
		return clientOnly(a) && (a.lab&CSRF != 0 || a.origin > 0 && r.origins[a.origin-1].name == "state")
	}
	return kept(x) && sent(y) || kept(y) && sent(x)
}

func comparableRefs(a, b value.Value) bool {
	_, ok1 := value.Deref(a).(value.Pointer)
	_, ok2 := value.Deref(b).(value.Pointer)
	return ok1 && ok2
}

// otherTypes reports whether two interfaces hold values of different types, which are not equal.
func otherTypes(a, b value.Value) bool {
	i, ok1 := a.(value.Iface)
	j, ok2 := b.(value.Iface)
	return ok1 && ok2 && i.Type != j.Type
}

func sameKind(a, b value.Value) bool {
	switch value.Deref(a).(type) {
	case value.Text:
		_, ok := value.Deref(b).(value.Text)
		return ok
	case value.Int:
		_, ok := value.Deref(b).(value.Int)
		return ok
	case value.Bool:
		_, ok := value.Deref(b).(value.Bool)
		return ok
	}
	return false
}

// isEmpty reports whether a value is the constant nil or "".
func isEmpty(a av) bool {
	if a.lab != 0 {
		return false
	}
	switch v := a.v.(type) {
	case value.Nil:
		return true
	case value.Text:
		return len(v.Parts) == 0
	}
	return false
}

// emptiness says whether a value is nil or "", if that is known.
func emptiness(a av) (empty, ok bool) {
	if a.answer {
		return true, true // writing the response worked
	}
	if a.status != 0 {
		return false, true
	}
	switch v := value.Deref(a.v).(type) {
	case value.Text:
		s, known := v.Known()
		return s == "", known
	case value.Nil:
		return true, true
	case nil, value.Choice:
	default:
		return false, true
	}
	switch a.nilness {
	case isNil:
		return true, true
	case nonNil:
		return false, true
	}
	return false, false
}

func unop(in *program.Instr, x av) av {
	if in.Sym != "!" {
		x.v = nil
		return x
	}
	if b, ok := value.Deref(x.v).(value.Bool); ok {
		x.v = !b
	}
	x.positive, x.oneself, x.erring, x.equal, x.flag = -x.positive, -x.oneself, -x.erring, -x.equal, -x.flag
	if x.test != nil {
		t := *x.test
		t.negate, t.id = !t.negate, 0
		x.test = &t
	}
	return x
}
