// Package publicreason finds comments and settings that say of routes what is not so.
package publicreason

import (
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "publicreason",
	Title: "a comment calls a route public without a reason, or one that is guarded or gone",
	Text: `The publicreason rule reports a comment

	//guardvet:public <reason>

that gives no reason, one that stands at a route which demands something all the
same, and one at which there is no route any more: what was public once, or is meant
to be. A reviewer who reads the comment believes it. Entries of .guardvet.yml are
held to the same; that one of them stands for nothing only "guardvet ./..." knows, which
sees all commands of the module. It also reports a directive that says nothing: a
misspelt one, guardvet:guard without a level, guardvet:ignore without a rule that there
is or without a reason.

The fix removes a comment at a route that is guarded; a reason it cannot know.`,
	Why: "A comment without a reason cannot be reviewed, and one that is not true misleads.",
	Before: `//guardvet:public
mux.HandleFunc("GET /prices", prices)`,
	After: `//guardvet:public anybody may see what we sell
mux.HandleFunc("GET /prices", prices)`,
	Category: "CWE-1059, CWE-862",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/publicreason.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	out := comments(t)
	seen := map[routes.Position]bool{}
	for _, r := range t.Routes {
		if r.Public == nil || r.Open || seen[r.Public.Position] {
			continue
		}
		message, fixes := "", []rule.Fix(nil)
		switch {
		case r.Public.Reason == "":
			message = "a public route needs a reason: why may everybody reach " + peers.Name(r) + "?"
		case r.Verdict == routes.Guarded && allGuarded(t, r.Public.Position):
			message = peers.Name(r) + " is called public, and demands " + peers.DemandAt(r)
			fixes = []rule.Fix{{Message: "Remove the comment", Change: rule.Remove{Comment: r.Public.Position}}}
		default:
			continue
		}
		seen[r.Public.Position] = true
		out = append(out, rule.Finding{
			Position: r.Public.Position, Subject: peers.Name(r), Confidence: rule.High, Message: "publicreason: " + message, Fixes: fixes,
			Related: []rule.Related{{Position: r.Position, Message: peers.Name(r) + " is registered here"}},
		})
	}
	return out
}

// comments finds those that say nothing. What stands in another package of the program may
// be said for another command, and is left to who sees them all.
func comments(t *routes.Table) []rule.Finding {
	var out []rule.Finding
	for _, c := range t.Comments {
		message := c.Wrong
		if message == "" && c.Idle && c.Own {
			message = Stale
		}
		if message != "" {
			out = append(out, rule.Finding{Position: c.Position, Subject: message, Confidence: rule.High, Message: "publicreason: " + message})
		}
	}
	return out
}

// Stale is what is said of a comment that stands at no route.
const Stale = "no route is registered here that guardvet:public could be about"

// allGuarded reports whether every route that a comment is for is guarded.
func allGuarded(t *routes.Table, at routes.Position) bool {
	for _, r := range t.Routes {
		if r.Public != nil && r.Public.Position == at && r.Verdict != routes.Guarded {
			return false
		}
	}
	return true
}
