package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// Who is blocked is refused, and everybody else is not: of a user that was not found, or not asked for, nothing is
// set, and nobody is blocked. That a check refuses some proves nothing of those whom it lets pass.

// flagged is a value that is read from a field of who asks, if it is one that is set or not.
func flagged(v av, in *program.Instr) av {
	if in.Type == "bool" && v.v == nil && v.lab&(Derived|Context|Attr) != 0 {
		v.flag = 1
	}
	return v
}

// nobodies are words for who is not known, in names of fields that are set for them, and for what a policy says to them.
var nobodies = []string{
	"guest", "anon", "nobody", "visitor", "unauth", "invalid", "isnew", "missing", "notfound", "empty", "denied", "deny", "forbid", "reject", "refus",
}

// bans reports whether a condition is about a field that is set for some of those who are known, as its text says.
func (c *cond) bans() bool {
	text := strings.ToLower(c.text)
	return c.lab&principal != 0 && !slices.ContainsFunc(nobodies, func(word string) bool { return strings.Contains(text, word) })
}
