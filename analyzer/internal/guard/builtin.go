package guard

import (
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

func (r *run) builtin(name string, args []av, st *state, in *program.Instr) []ending {
	out := combine(args...)
	switch name {
	case "recover":
		r.marks.recovers = true
		out = av{v: value.Nil{Type: "any"}, nilness: isNil}
		if r.panicking {
			out = av{}
		}
	case "append":
		out.nilness = nonNil
		if len(args) == 2 {
			more := r.spread(args[1:], st)
			out = av{lab: args[0].lab | more.lab, consts: joinConsts(args[0].consts, more.consts), holds: joinCells(args[0].holds, args[1].holds)}
			out.origin = onlyOrigin(args[0], more)
			out.nilness, out.count = nonNil, appended(args[0], args[1])
			out.v = r.withFunctions(args[0], args[1], in, st)
			if r.shape.InputMethod != "" { // it may be the errors of the input
				out.status = max(args[0].status, r.errorIn(args[1], st))
			}
		}
	case "len":
		if out = length(args[0]); args[0].source == frameworks.SourceLeft {
			out = r.countLeft(st)
		}
		if t := countOf(args[0]); t != nil {
			out.test = t
		}
		if t := lengthOf(args[0]); t != nil {
			out.test = t
		}
	case "delete", "close", "clear":
		if st = st.clone(); args[0].v != nil {
			st.obey()
		}
		if ofHeaders(args) {
			st.resends()
		}
	}
	return []ending{{st: st, results: []av{out}}}
}

// appended is the count of a list after something was appended.
func appended(to, more av) int8 {
	const few = 4
	n := int(to.count)
	if _, isNil := value.Deref(to.v).(value.Nil); n == 0 && (!isNil || to.lab != 0) {
		return 0
	}
	ptr, ok := value.Deref(more.v).(value.Pointer)
	if !ok {
		return 0
	}
	k, ok := arrayLength(ptr.Cell.Type)
	if !ok || n+k > few {
		return 0
	}
	return int8(n + k)
}

// length of what an anonymous request sees is 0.
func length(a av) av {
	out := av{lab: a.lab, origin: a.origin, presence: true, form: true}
	switch v := value.Deref(a.v).(type) {
	case value.Text:
		if s, ok := v.Known(); ok {
			out.v = value.Int(len(s))
		}
	case nil:
		if a.count > 0 {
			out.v = value.Int(a.count)
		}
	case value.Nil:
		out.v = value.Int(0)
	case *value.Slice:
		out.v = value.Int(v.Len)
	case value.Pointer: // the arguments of a variadic call: see part2
		if n, ok := arrayLength(v.Cell.Type); ok && a.lab == 0 {
			out.v = value.Int(n)
		}
	}
	return out
}

// arrayLength reads the length in an array type's name, "[3]string".
func arrayLength(typ string) (int, bool) {
	digits, _, ok := strings.Cut(strings.TrimPrefix(typ, "["), "]")
	if !ok || typ[0] != '[' {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil
}
