// Package latecheck finds handlers that act before they check.
package latecheck

import (
	"fmt"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "latecheck",
	Title: "a handler acts before it checks",
	Text: `The latecheck rule reports a handler that changes what outlives the request before
it looks whether the request may: who is refused is told so, and has had their way.

It sees changes of the program's own memory: assignments to what several requests share,
to maps, sends to channels. Of files and of databases it sees calls of libraries that it knows,
which remove or change what the request names: statements whose text is known (DELETE,
UPDATE), and methods such as Delete. To add a row may be to write down who asks. Such a deed
is reported behind a guard, too, if the handler asks then for what the guard does not ask.`,
	Why: "A check that comes after the deed prevents nothing.",
	Before: `store.items[id] = item
if !user.Can("write") {
	http.Error(w, "forbidden", http.StatusForbidden)
	return
}`,
	After: `if !user.Can("write") {
	http.Error(w, "forbidden", http.StatusForbidden)
	return
}
store.items[id] = item`,
	Category: "CWE-696, CWE-863",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/latecheck.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	for _, s := range sightings.Of(t, routes.ChecksLate, comesTooLate) {
		out = append(out, rule.Finding{
			Position: s.At(t), Subject: s.Who(), Confidence: rule.High, Related: s.Story(),
			Message: fmt.Sprintf("latecheck: %s has acted before it answers %d%s, on %s", peers.Short(s.Step.Name), s.Fault.Status, s.If(), s.On()),
		})
	}
	return out
}

// comesTooLate reports whether nothing before the handler prevents what it does too early: nobody asks, or nobody
// asks for what the handler asks for.
func comesTooLate(r *routes.Route, _ int, f routes.Fault) bool {
	return peers.IsOpen(r) || f.Detail == routes.NamedDeed && r.Verdict == routes.Guarded && r.Level == routes.Authn
}
