package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A credential may be a name and a secret with a colon between them (RFC 7617 section 2). The name is no secret, and whoever sends it
// may send anything behind it.

// claimed are the pieces of a credential that is cut at its first colon.
func claimed(sym string, args []av, out av) (av, bool) {
	if sym != "strings.Cut" && sym != "bytes.Cut" || len(args) != 2 || args[0].lab&^FromNext != Credential || args[0].origin == 0 {
		return av{}, false
	}
	if by, known := textOf(args[1]); !known || by != ":" {
		return av{}, false
	}
	name, secret, found := out, out, out
	name.named = true
	if text, known := textOf(av{v: args[0].v}); known && text == "" { // by who sends nothing
		name.v, secret.v, found.v = value.Text{}, value.Text{}, value.Bool(false)
	}
	return av{tuple: []av{name, secret, found}}, true
}

// keepsName reports whether what a function makes of a name is no secret either: there may be one in a piece of it, and a signature of it is one.
func keepsName(sym string) bool {
	_, name, _ := strings.Cut(sym, ".")
	cuts := slices.ContainsFunc([]string{"Cut", "Split", "Index", "LastIndex", "Fields"}, func(p string) bool { return strings.HasPrefix(name, p) })
	return !cuts && (comparing[sym] || !strings.HasPrefix(sym, "crypto/") && !strings.HasPrefix(sym, "(hash.Hash)."))
}

// foundIn reports whether a place was found in a credential itself: what stands before it is the name.
func foundIn(text, place av) bool {
	return text.lab&^FromNext == Credential && place.lab&^FromNext == Credential && text.origin != 0 && place.origin == text.origin && place.form
}
