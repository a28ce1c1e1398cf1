package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A step may cut the path into its pieces and count them from the end, as servers of remote
// calls do: the last one is the method, the one before it the service, and what stands
// before these is where the service is. Each is a part of the path that is compared like
// the path itself. Pieces that are counted from the start are not followed.

// The operations of tests that are no questions: the pieces of the path less the last ones,
// and how many these are. Fewer asks whether there are fewer than that.
const (
	opPieces = "pieces"
	opCount  = "count"
	opFewer  = "fewer"
)

// inPieces is the path cut into its pieces.
func inPieces(sym string, args []av) *test {
	if sym != "strings.Split" || len(args) != 2 || !ofPath(args[0]) || args[0].test.cut != "" {
		return nil
	}
	if by, known := textOf(args[1]); !known || by != "/" {
		return nil
	}
	return args[0].test.asks(opPieces, "")
}

// isPieces reports whether a value is the list of the pieces, all of them or without the
// last ones.
func isPieces(a av) bool { return a.test != nil && a.test.op == opPieces }

// countOf is how many pieces there are.
func countOf(list av) *test {
	if !isPieces(list) || list.test.part != 0 {
		return nil
	}
	return list.test.asks(opCount, "")
}

// lessPieces is that number less a known one.
func lessPieces(x, y av) *test {
	n, ok := value.Deref(y.v).(value.Int)
	if x.test == nil || x.test.op != opCount || !ok || n < 0 {
		return nil
	}
	t := x.test.asks(opCount, "")
	t.part += int(n)
	return t
}

// fewerPieces compares the number of the pieces with a known one.
func fewerPieces(op string, x, y av) *test {
	n, ok := value.Deref(y.v).(value.Int)
	if x.test == nil || x.test.op != opCount || !ok {
		return nil
	}
	t := x.test.asks(opFewer, "")
	t.part += int(n)
	switch op {
	case "<":
	case "<=":
		t.part++
	case ">=":
		t.negate = true
	case ">":
		t.part, t.negate = t.part+1, true
	default:
		return nil
	}
	return t
}

// piece is one piece of the path, counted from the end.
func piece(list, index av) *test {
	if !isPieces(list) || list.test.part != 0 || index.test == nil || index.test.op != opCount || index.test.part < 1 {
		return nil
	}
	return &test{subject: list.test.subject, part: index.test.part}
}

// butPieces is the list of the pieces without the last ones.
func butPieces(list, low, high av, in *program.Instr) *test {
	if !isPieces(list) || list.test.part != 0 || high.test == nil || high.test.op != opCount || high.test.part < 1 {
		return nil
	}
	if n, ok := value.Deref(low.v).(value.Int); in.Args[1].Kind != program.None && (!ok || n != 0) {
		return nil
	}
	t := list.test.asks(opPieces, "")
	t.part = -high.test.part
	return t
}

// joinedPieces is the path without its last pieces, put together again.
func joinedPieces(sym string, args []av) *test {
	if sym != "strings.Join" || len(args) != 2 || !isPieces(args[0]) || args[0].test.part == 0 {
		return nil
	}
	if by, known := textOf(args[1]); !known || by != "/" {
		return nil
	}
	return &test{subject: args[0].test.subject, part: args[0].test.part}
}

// partOf is the part of a path that a test is about: the piece of that number from the
// end, or, of a negative one, what stands before as many.
func (t *test) partOf(path string) string {
	pieces := strings.Split(path, "/")
	if t.part > 0 {
		if t.part > len(pieces) {
			return ""
		}
		return pieces[len(pieces)-t.part]
	}
	return strings.Join(pieces[:max(0, len(pieces)+t.part)], "/")
}

// piecePaths are the paths that are put together of what a step compares their parts with.
func (s *Summary) piecePaths(at Target) []string {
	parts := map[int][]string{}
	last := 0
	s.asked(at, frameworks.SourcePath, func(t *test, arg string) {
		if t.part != 0 && !slices.Contains(parts[t.part], arg) {
			parts[t.part] = append(parts[t.part], arg)
			last = max(last, t.part)
		}
	})
	paths := parts[-last]
	for n := last; n > 0; n-- {
		var longer []string
		for _, p := range paths {
			for _, arg := range parts[n] {
				longer = append(longer, p+"/"+arg)
			}
		}
		if paths = longer; len(paths) > maxRegions {
			break
		}
	}
	return slices.DeleteFunc(paths, func(p string) bool {
		here, decided := (&test{subject: frameworks.SourcePath, op: "==", arg: p}).decide(at)
		return decided && !here || !strings.HasPrefix(p, "/")
	})
}
