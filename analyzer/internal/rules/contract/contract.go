// Package contract finds routes that are described as secured and are open.
package contract

import (
	"fmt"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "contract",
	Title: "a route is described as secured, and is open",
	Text: `The contract rule reports a route without a guard whose description in the
program declares security:

 - a comment for swag above the handler, with @Security, and @Router for this route;
 - the Security of an operation, or of an option, that it is registered with.

Descriptions that declare nothing are not reported at guarded routes: security may
be declared for all of a document, elsewhere.`,
	Why: "A description protects nothing. Its readers, and clients made from it, send credentials that nobody asks for.",
	Before: `// @Security Token
// @Router /users/{id} [delete]
func deleteUser(w http.ResponseWriter, r *http.Request) { … }

mux.HandleFunc("DELETE /users/{id}", deleteUser)`,
	After: `// @Security Token
// @Router /users/{id} [delete]
func deleteUser(w http.ResponseWriter, r *http.Request) { … }

mux.Handle("DELETE /users/{id}", requireUser(deleteUser))`,
	Category: "CWE-306, CWE-862, CWE-1059",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules.md#contract",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	at := map[routes.Position]int{} // place in out, by the declaration's
	for _, r := range t.Routes {
		if r.Declared == nil || len(r.Declared.Security) == 0 || r.Open || r.Shadowed || !open(r) {
			continue
		}
		here := rule.Related{Position: r.Position, Message: peers.Name(r) + " is registered here"}
		if i, again := at[r.Declared.Position]; again {
			out[i].Related = append(out[i].Related, here)
			continue
		}
		at[r.Declared.Position] = len(out)
		out = append(out, rule.Finding{
			Position: r.Declared.Position, Subject: peers.Name(r), Confidence: confidence(r), Related: []rule.Related{here},
			Message: fmt.Sprintf("contract: %s declares %s, and is served without a guard", peers.Name(r), strings.Join(r.Declared.Security, " or ")),
		})
	}
	return out
}

func open(r *routes.Route) bool { return r.Verdict == routes.Unguarded || r.Verdict == routes.Public }

// confidence is lower where something says that the route is meant to be open: one of
// the two is wrong.
func confidence(r *routes.Route) rule.Confidence {
	if r.Verdict == routes.Public {
		return rule.Medium
	}
	return rule.High
}
