package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A token that nobody verifies says what whoever has written it likes. That it can be taken apart says something of its form.

// takenApart are the results of a function that takes a credential apart: what it says, in all but the last one, and whether that
// was possible. typ is their type, as that of a tuple is spelled. What is verifiable proves something to whoever verifies it.
func takenApart(text av, typ string, verifiable bool) av {
	said := av{lab: Body | Unsigned}
	if verifiable {
		said.lab = Credential | Derived
	}
	switch {
	case strings.HasPrefix(typ, "("):
	case typ == "error":
		return whetherPossible(text)
	default:
		return said
	}
	out := av{tuple: make([]av, strings.Count(typ, ",")+1)}
	for i := range out.tuple {
		out.tuple[i] = said
	}
	out.tuple[len(out.tuple)-1] = whetherPossible(text)
	return out
}

// whetherPossible says whether a credential could be taken apart, or what was made of one.
func whetherPossible(text av) av {
	out := av{lab: text.lab, origin: text.origin, nilness: nonNil, presence: true, form: true}
	if text.lab&Derived != 0 {
		out.lab, out.nilness = Body|Unsigned, maybeNil
	}
	return out
}

// decoders are functions that make another form of a text, and say whether that was possible; with the argument.
var decoders = map[string]int{
	"(*encoding/base64.Encoding).DecodeString": 1, "encoding/hex.DecodeString": 0, "encoding/json.Unmarshal": 0,
}

// decodesCredential is a call of such a function for a credential, as it was sent. What is read from that into a struct,
// whoever sends it has written.
func (r *run) decodesCredential(sym string, args []av, st *state) ([]ending, bool) {
	i, ok := decoders[sym]
	if !ok || i >= len(args) || args[i].lab&^FromNext != Credential || args[i].origin == 0 {
		return nil, false
	}
	text := args[i]
	if sym == "encoding/json.Unmarshal" {
		st = r.fill(av{lab: Body | Unsigned, holds: r.given(args[1:], nil, st)}, st)
		return []ending{{st: st, results: []av{whetherPossible(text)}}}, true
	}
	said := av{lab: text.lab, origin: text.origin}
	err := av{lab: text.lab, origin: text.origin, presence: true, failed: true, form: true}
	if sent, known := textOf(av{v: text.v}); known && sent == "" { // by who sends nothing
		said.v, err.v, err.nilness = value.Text{}, value.Nil{Type: "error"}, isNil
	}
	return []ending{{st: st, results: []av{{tuple: []av{said, err}}}}}, true
}

// onlySaid reports whether all that a struct has is what the request says, which nobody has verified.
func (r *run) onlySaid(v value.Value) bool {
	s, ok := structOf(v)
	if !ok {
		return false
	}
	lab, filled := r.filledStruct(s)
	return filled && lab != 0 && lab&^said == 0
}

// maybeVerifies reports whether a function that was not read may ask who has signed a token, or what it says: those of the
// standard library do not, but for package crypto, nor does what a token says of itself.
func (r *run) maybeVerifies(sym string, args []av) bool {
	if e, ok := r.tables.Signs(sym); ok && e.Says || saysItself(sym, args) {
		return false
	}
	path := program.PackageOf(sym)
	first, _, _ := strings.Cut(path, "/")
	return first == "crypto" || isForeign(path)
}

// saysItself reports whether a method of what nobody has verified is given nothing that it could be verified with.
func saysItself(sym string, args []av) bool {
	_, _, method := program.SplitMethod(sym)
	return method && len(args) == 1 && args[0].lab&Unsigned != 0
}
