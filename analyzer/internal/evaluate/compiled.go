package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A generator may spell a pattern as the program of a machine with a stack, which matches
// the segments of a path: pairs of an operation and its operand, over a pool of texts.
// The operations are those of https://github.com/grpc-ecosystem/grpc-gateway
// (utilities/pattern.go).
const (
	opNop = iota
	opPush
	opLitPush
	opPushM
	opConcatN
	opCapture
)

// compiled is the pattern that such a program stands for: {id} is a segment, {path=**} the
// rest, {name=shelves/*} segments that are captured together. ok is false if it is not known.
func (a *action) compiled() (pattern string, ok bool) {
	codes, ok1 := a.m.elements(a.arg(a.call.Codes))
	literals, ok2 := a.m.elements(a.arg(a.call.Pool))
	verb, ok3 := a.text(a.call.Verb).Known()
	pool, ok4 := knownArgs(literals)
	if !ok1 || !ok2 || !ok3 || !ok4 && len(literals) > 0 || len(codes)%2 != 0 {
		return "", false
	}
	var stack []string
	for i := 0; i < len(codes); i += 2 {
		code, ok1 := value.Deref(codes[i]).(value.Int)
		operand, ok2 := value.Deref(codes[i+1]).(value.Int)
		n := int(operand)
		if !ok1 || !ok2 {
			return "", false
		}
		switch {
		case code == opNop:
		case code == opPush:
			stack = append(stack, "*")
		case code == opPushM:
			stack = append(stack, "**")
		case code == opLitPush && n >= 0 && n < len(pool):
			stack = append(stack, pool[n])
		case code == opConcatN && n > 0 && n <= len(stack):
			at := len(stack) - n
			stack = append(stack[:at], strings.Join(stack[at:], "/"))
		case code == opCapture && n >= 0 && n < len(pool) && len(stack) > 0:
			top := len(stack) - 1
			stack[top] = "{" + pool[n] + "=" + stack[top] + "}"
			stack[top] = strings.TrimSuffix(strings.TrimSuffix(stack[top], "=*}"), "}") + "}"
		default:
			return "", false
		}
	}
	pattern = "/" + strings.Join(stack, "/")
	if verb != "" {
		pattern += ":" + verb
	}
	return pattern, true
}
