// Package publicreason finds comments that call a route public and should not.
package publicreason

import (
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "publicreason",
	Title: "a comment calls a route public without a reason, or one that is guarded",
	Text: `The publicreason rule reports a comment

	//guardvet:public <reason>

that gives no reason, and one that stands at a route which demands something all
the same: what was public once, or is meant to be. A reviewer who reads the comment
believes it.`,
	Why: "A comment without a reason cannot be reviewed, and one that is not true misleads.",
	Before: `//guardvet:public
mux.HandleFunc("GET /prices", prices)`,
	After: `//guardvet:public anybody may see what we sell
mux.HandleFunc("GET /prices", prices)`,
	Category: "CWE-1059, CWE-862",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules.md#publicreason",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	seen := map[routes.Position]bool{}
	for _, r := range t.Routes {
		if r.Public == nil || r.Open || seen[r.Public.Position] {
			continue
		}
		message := ""
		switch {
		case r.Public.Reason == "":
			message = "guardvet:public needs a reason: why may everybody reach " + peers.Name(r) + "?"
		case r.Verdict == routes.Guarded && allGuarded(t, r.Public.Position):
			message = peers.Name(r) + " is called public, and demands " + peers.DemandAt(r)
		default:
			continue
		}
		seen[r.Public.Position] = true
		out = append(out, rule.Finding{
			Position: r.Public.Position, Subject: peers.Name(r), Confidence: rule.High, Message: "publicreason: " + message,
			Related: []rule.Related{{Position: r.Position, Message: peers.Name(r) + " is registered here"}},
		})
	}
	return out
}

// allGuarded reports whether every route that a comment is for is guarded.
func allGuarded(t *routes.Table, at routes.Position) bool {
	for _, r := range t.Routes {
		if r.Public != nil && r.Public.Position == at && r.Verdict != routes.Guarded {
			return false
		}
	}
	return true
}
