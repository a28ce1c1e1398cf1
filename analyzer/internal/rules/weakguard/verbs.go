package weakguard

import (
	"slices"
	"strings"
	"unicode"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// creating and deleting are what permissions are called by.
var (
	creating = []string{"create", "add"}
	deleting = []string{"delete", "remove"}
)

// createScope finds a permission to create on a route that deletes, where another one demands
// the permission to delete the same.
func createScope(t *routes.Table, r *routes.Route) (rule.Finding, bool) {
	if r.Method != "DELETE" {
		return rule.Finding{}, false
	}
	for _, have := range demands(r) {
		for _, o := range t.Routes {
			if o.App != r.App || o.Open || o.Method != "DELETE" || overlap(demands(o), demands(r)) {
				continue
			}
			if slices.ContainsFunc(demands(o), func(d string) bool { return swapped(have, d) }) {
				return finding(r, o, rule.Medium, "; %s demands %s", peers.Name(o), peers.DemandAt(o)), true
			}
		}
	}
	return rule.Finding{}, false
}

// swapped reports whether one name says create and the other one delete, and they are the
// same otherwise.
func swapped(create, del string) bool {
	a, b := words(create), words(del)
	if len(a) != len(b) {
		return false
	}
	found := false
	for i := range a {
		switch {
		case a[i] == b[i]:
		case !found && slices.Contains(creating, a[i]) && slices.Contains(deleting, b[i]):
			found = true
		default:
			return false
		}
	}
	return found
}

// words are those of a name in any of the usual spellings, in small letters.
func words(name string) []string {
	var spaced strings.Builder
	before := ' '
	for _, c := range name {
		if unicode.IsUpper(c) && unicode.IsLower(before) || !unicode.IsLetter(c) {
			spaced.WriteByte(' ')
		}
		if unicode.IsLetter(c) {
			spaced.WriteRune(unicode.ToLower(c))
		}
		before = c
	}
	return strings.Fields(spaced.String())
}
