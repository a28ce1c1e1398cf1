// Package ignored finds checks whose verdict nobody looks at.
package ignored

import (
	"fmt"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "ignored",
	Title: "a check is made, and nobody looks at what it says",
	Text: `The ignored rule reports a call of a check, a function that returns nothing but a bool
or an error, or both, whose result is discarded or overwritten before anything looks at it. What
is a check, the program itself tells: elsewhere a request is answered 401 or 403 for what
that function says.

It also reports an answer about who asks that says in one field whether it is good, if
other fields of it are read and that one never is. That no error is told does not say that
anybody was found. Such answers are known: the status of a TokenReview of Kubernetes, say,
with the field Authenticated. A library for tokens may return one also if nobody has signed
it: then the call is reported if neither its error nor the field that tells is asked.

A function that returns somebody besides is left alone: a page may show who is logged in,
and be there for everybody. So is one that answers the request by itself; if that goes on all
the same, rule continues says so.`,
	Why: "The check is in the code, a reviewer reads it, and it stops nobody.",
	Before: `_ = policy.Allows(user, "delete")
delete(id)`,
	After: `if !policy.Allows(user, "delete") {
	http.Error(w, "forbidden", http.StatusForbidden)
	return
}
delete(id)`,
	Category: "CWE-252, CWE-862",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/ignored.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	for _, s := range sightings.Of(t, routes.Ignored, nil) {
		if !s.Ours(t) || continues(s.Step) {
			continue
		}
		related := s.Story()
		if asked := s.Fault.Also; asked.File != "" {
			related = append(related, rule.Related{Position: asked, Message: "here it decides"})
		}
		out = append(out, rule.Finding{
			Position: s.Fault.Position, Subject: s.Who(), Confidence: rule.High, Related: related,
			Message: fmt.Sprintf("ignored: %s does not look at what %s says, on %s", s.Who(), peers.Short(s.Fault.Condition), s.On()),
		})
	}
	return out
}

// continues reports whether the step is known to refuse and go on: then that is said of it.
func continues(s routes.Step) bool {
	for _, f := range s.Faults {
		if f.Kind == routes.Continues {
			return true
		}
	}
	return false
}
