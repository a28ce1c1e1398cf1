// Package neverpasses finds guards that demand what nobody has.
package neverpasses

import (
	"fmt"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "neverpasses",
	Title: "a guard demands a role that looks misspelt",
	Text: `The neverpasses rule reports a guard that demands one role, scope or permission which
stands nowhere else in the program, neither where roles are given nor where they are
compared, and is one letter away from one that does: one letter wrong, missing, doubled,
exchanged with the next, or capital. Words of fewer than four letters and words that
differ in a digit are left alone.`,
	Why:    "The route answers 403 to everybody, for ever, and the fault is looked for in the accounts.",
	Before: `mux.Handle("DELETE /users/{id}", requireRole("amdin", removeUser))`,
	After:  `mux.Handle("DELETE /users/{id}", requireRole("admin", removeUser))`,

	Category: "CWE-863, CWE-1025",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/neverpasses.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	for _, m := range t.Misspelt {
		var behind []*routes.Route
		var guard routes.Guard
		for _, r := range t.Routes {
			if r.Open || r.Shadowed {
				continue
			}
			for _, g := range r.Guards {
				if len(g.Demands) == 1 && g.Demands[0] == m.Demand {
					behind, guard = append(behind, r), g
				}
			}
		}
		if len(behind) == 0 {
			continue
		}
		out = append(out, rule.Finding{
			Position: m.Position, Subject: m.Demand, Confidence: rule.High,
			Message: fmt.Sprintf("neverpasses: %s demands %q, which nothing else in the program names; did you mean %q? %s answers %s to everybody",
				peers.Short(guard.Name), m.Demand, m.Near, on(behind), status(guard)),
			Related: []rule.Related{
				{Position: behind[0].Position, Message: peers.Name(behind[0]) + " is registered here"},
				{Position: m.NearAt, Message: fmt.Sprintf("%q stands here", m.Near)},
			},
		})
	}
	return out
}

func on(list []*routes.Route) string {
	if n := len(list) - 1; n > 0 {
		return fmt.Sprintf("%s and %d more", peers.Name(list[0]), n)
	}
	return peers.Name(list[0])
}

func status(g routes.Guard) string {
	for _, s := range g.Denies {
		if s == 403 {
			return "403"
		}
	}
	return "no"
}
