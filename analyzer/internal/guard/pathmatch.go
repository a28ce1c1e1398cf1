package guard

import (
	"path"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A middleware that tells public paths by patterns, with path.Match, asks for the route as one does
// that compares texts. The only error is that of a pattern which is none (path/match.go,
// ErrBadPattern), so that a constant one never gives any.

const opMatch = "match"

// matches is what path.Match says of a pattern that is known, and of anything.
func matches(sym string, args []av, out av) (av, bool) {
	if sym != "path.Match" || len(args) != 2 {
		return out, false
	}
	pattern, known := textOf(args[0])
	if _, err := path.Match(pattern, ""); !known || err != nil || args[0].lab != 0 {
		return out, false
	}
	out.consts = nil
	if x := args[1]; x.test != nil && x.test.op == "" && !isURI(x) {
		out.test = x.test.asks(opMatch, pattern)
	}
	return av{tuple: []av{out, {v: value.Nil{}, nilness: isNil}}}, true
}

// matched decides whether a path matches a pattern; of one that is not fixed, only that it does not, by what
// it starts and ends with, or because it has more slashes than the pattern, whose stars match none.
func matched(pattern, subject, start, end string, fixed bool) (truth, ok bool) {
	if fixed {
		truth, err := path.Match(pattern, subject)
		return truth, err == nil
	}
	first := strings.IndexAny(pattern, `*?[\`)
	if first < 0 {
		return false, !strings.HasPrefix(pattern, start) || !strings.HasSuffix(pattern, end)
	}
	if steps := strings.TrimSuffix(start, "/"); strings.Count(steps, "/") > strings.Count(pattern, "/") && !strings.ContainsAny(pattern, `[\`) {
		return false, true
	}
	literal := pattern[:first]
	return false, !strings.HasPrefix(start, literal) && !strings.HasPrefix(literal, start)
}
