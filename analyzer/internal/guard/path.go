package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// What a step compares the path with is compared with the pattern of the route. A
// step that takes the start off the path, in the request or in a variable, compares
// the rest: a test knows what was cut.

// anyCut is the cut of a path of which nothing is known any more.
const anyCut = "?"

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
	if s.cut == anyCut {
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
	if n.cut = anyCut; ofPath(v) {
		n.cut = v.test.cut
	}
	return n
}

// within calls a handler with the path less its start, and gives the path back.
func within(st *state, prefix value.Text, call func(*state) []ending) []ending {
	n := st.clone()
	if text, ok := prefix.Known(); ok && n.cut != anyCut {
		n.cut += text
	} else {
		n.cut = anyCut
	}
	ends := call(n)
	for i := range ends {
		ends[i].st = ends[i].st.clone()
		ends[i].st.cut = st.cut
	}
	return ends
}

// cutPath is what functions that take the start off a text, or spell it in full, make of the
// path.
func cutPath(sym string, args []av, out av) av {
	if sym == "net/url.PathUnescape" && ofPath(args[0]) {
		out.tuple = []av{{lab: out.lab, test: args[0].test}, {lab: out.lab, presence: true, positive: -1}}
		return out
	}
	if len(args) != 2 || !ofPath(args[0]) {
		return out
	}
	prefix, known := textOf(args[1])
	if !known {
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
