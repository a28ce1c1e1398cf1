package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// What a step compares the path with is compared with the pattern of the route. A
// step that takes the start off the path, in the request or in a variable, compares
// the rest: a test knows what was cut.

// What is cut off the path is a text. AnyCut stands for a path of which nothing is known any
// more; wholly begins what stands for one that is written anew, and known, which follows.
const (
	AnyCut = "?"
	wholly = "="
)

// The operation of a test that is no question: the path less the slash at its end, or in its
// shortest form. A request whose path is written so is for the same route.
const opTrimmed = "trimmed"

// Wholly is the path that the request has instead of its own, by what was cut off that.
func Wholly(cut string) (path string, ok bool) { return strings.CutPrefix(cut, wholly) }

// ofPath reports whether a value is the path of the request, or what was left of it.
func ofPath(a av) bool {
	return a.test != nil && a.test.subject == frameworks.SourcePath && a.test.op == "" && a.test.part == 0
}

// isURI reports whether a value is what the request was sent for, with its query: whoever
// asks adds to its end what a step looks for.
func isURI(a av) bool {
	return a.test != nil && a.test.subject == frameworks.SourceURI && a.test.op == ""
}

// asRead is the path as the request has it now.
func (s *state) asRead(a av) av {
	if s.cut == "" || !ofPath(a) {
		return a
	}
	path, known := Wholly(s.cut)
	switch {
	case known:
		return av{v: value.String(path)}
	case s.cut == AnyCut:
		a.test = nil
		return a
	}
	a.test = &test{subject: a.test.subject, cut: s.cut}
	return a
}

// rewrites notes that the path of the request is written.
func (s *state) rewrites(addr, v av) *state {
	if !ofPath(addr) || addr.v != nil {
		return s
	}
	n := s.clone()
	text, known := textOf(v)
	switch n.cut = AnyCut; {
	case ofPath(v), v.test != nil && v.test.subject == frameworks.SourcePath && v.test.op == opTrimmed:
		n.cut = v.test.cut
	case known:
		n.cut = wholly + text
	}
	return n
}

// within calls a handler with the path less its start, and gives the path back.
func within(st *state, prefix value.Text, call func(*state) []ending) []ending {
	n := st.clone()
	n.cut = cutMore(n.cut, prefix)
	ends := call(n)
	for i := range ends {
		ends[i].st = ends[i].st.clone()
		ends[i].st.cut = st.cut
	}
	return ends
}

// cutMore is the cut of a path whose start is taken off once more.
func cutMore(cut string, prefix value.Text) string {
	text, known := prefix.Known()
	path, written := Wholly(cut)
	switch {
	case !known || cut == AnyCut:
		return AnyCut
	case written:
		return wholly + strings.TrimPrefix(path, text)
	}
	return cut + text
}

// cutPath is what functions that take the start off a text, or spell it in full, make of the
// path.
func cutPath(sym string, args []av, out av) av {
	if sym == "net/url.PathUnescape" && ofPath(args[0]) {
		out.tuple = []av{{lab: out.lab, test: args[0].test}, {lab: out.lab, presence: true, positive: -1}}
		return out
	}
	if sym == "path.Clean" && len(args) == 1 && ofPath(args[0]) {
		out.test = args[0].test.asks(opTrimmed, "")
	}
	if len(args) != 2 || !ofPath(args[0]) {
		return out
	}
	prefix, known := textOf(args[1])
	if !known {
		return out
	}
	if (sym == "strings.TrimSuffix" || sym == "strings.TrimRight") && prefix == "/" {
		out.test = args[0].test.asks(opTrimmed, "")
		return out
	}
	rest := args[0].test.asks("", "")
	rest.cut += prefix
	switch sym {
	case "strings.TrimPrefix":
		out.test = rest
	case "strings.CutPrefix":
		found := args[0].test.asks("prefix", prefix)
		out.tuple = []av{{lab: out.lab, test: rest}, {lab: out.lab, test: found}}
	}
	return out
}
