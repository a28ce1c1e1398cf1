// Package challenge finds answers 401 that do not say how to authenticate.
package challenge

import (
	"fmt"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "challenge",
	Title: "401 is answered without the header WWW-Authenticate",
	Text: `The challenge rule reports a guard that answers 401 and never names the header
WWW-Authenticate, where no other step of the chain does either. RFC 9110 section 15.5.2
demands the header, RFC 6750 section 3 says what it holds for bearer tokens, and RFC 7617
for passwords.

Many applications answer programs of their own that know how to log in, and browsers show a
window for some values of the header; so the rule is off unless asked for, by its name,
by -challenge.on, or in .guardvet.yml. A step that names the header anywhere is
taken to send it.

The fix sets the header before the answer, for a guard that asks for a bearer token. Which other
scheme a client is to use it cannot know.`,
	Why:    "A client that is told 401 and not how to authenticate has to guess.",
	Before: `http.Error(w, "who are you?", http.StatusUnauthorized)`,
	After: `w.Header().Set("WWW-Authenticate", "Bearer")
http.Error(w, "who are you?", http.StatusUnauthorized)`,
	Category: "CWE-440",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/challenge.md",
	Off:      true,
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	for _, s := range sightings.Of(t, routes.Unchallenged, func(r *routes.Route, _ int, _ routes.Fault) bool {
		return !slices.ContainsFunc(r.Chain, func(s routes.Step) bool { return s.Challenges })
	}) {
		if !s.Ours(t) {
			continue
		}
		out = append(out, rule.Finding{
			Position: s.At(t), Subject: s.Who(), Confidence: rule.Medium, Related: s.Story(), Fixes: fixes(s.Fault),
			Message: fmt.Sprintf("challenge: %s answers 401 without WWW-Authenticate, on %s", peers.Short(s.Step.Name), s.On()),
		})
	}
	return out
}

// fixes set the header where the scheme is certain.
func fixes(f routes.Fault) []rule.Fix {
	if f.Detail == "" {
		return nil
	}
	return []rule.Fix{{Message: "Set WWW-Authenticate: " + f.Detail, Change: rule.Challenge{At: f.Position, Scheme: f.Detail}}}
}
