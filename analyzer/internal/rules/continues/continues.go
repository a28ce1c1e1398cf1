// Package continues finds refusals after which the request goes on.
package continues

import (
	"fmt"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "continues",
	Title: "the request is refused and goes on all the same",
	Text: `The continues rule reports a middleware or handler that answers that the request
is refused, because of what it proves, and then lets it go on: to the rest of
the chain, or to what the handler itself does. The client reads 401 or 403, and the
handler has acted.

An error that is left in the context, for a middleware outside to answer when the
rest has run, does not stop the rest either.

So does a handler that answers an error for another reason, that a name is not valid or
that nobody is found, and then makes the change all the same, on routes that change state:
the check is made, and nothing comes of it. That is reported where the first change comes after
the answer, and a function's name says that it is one.

A return is missing after the answer, or, where the framework runs a list of
handlers, the form that aborts it. What is done for every request, a log entry
say, is not going on.

The fix inserts the return, or returns the answer where the function returns the error of
writing it; and makes a middleware of a flat list abort. It is for an answer that the
function at fault gives itself.`,
	Why: "The answer says no, and the deed is done.",
	Before: `if !user.Can("delete") {
	http.Error(w, "forbidden", http.StatusForbidden)
}
delete(id)`,
	After: `if !user.Can("delete") {
	http.Error(w, "forbidden", http.StatusForbidden)
	return
}
delete(id)`,
	Category: "CWE-285, CWE-862",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/continues.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	for _, s := range sightings.Of(t, routes.Continues, concerns) {
		if !s.Ours(t) { // what a library does is as its options say
			continue
		}
		out = append(out, rule.Finding{
			Position: s.At(t), Subject: s.Who(), Confidence: confidence(s), Related: s.Story(),
			Message: fmt.Sprintf("continues: %s %s%s, and %s all the same", s.Who(), says(s.Fault), s.If(), s.They("goes on", "go on")),
			Fixes:   fixes(s),
		})
	}
	return out
}

// concerns leaves out what is only read: an answer that is not about who asks keeps nothing from anybody there.
func concerns(r *routes.Route, _ int, f routes.Fault) bool {
	return f.Detail != routes.Regardless || peers.ChangesState(r.Method)
}

func confidence(s sightings.Sighting) rule.Confidence {
	if s.Fault.Detail == routes.Regardless {
		return rule.Medium
	}
	return rule.High
}

// says is how a fault refuses the request.
func says(f routes.Fault) string {
	switch {
	case f.Detail != routes.Left:
		return fmt.Sprintf("answers %d", f.Status)
	case f.Status > 0:
		return fmt.Sprintf("leaves an error, answered %d,", f.Status)
	}
	return "leaves an error for others to answer"
}

// fixes make the function return, and the chain stop, where it answers itself: one that calls a helper may have to look at what that
// returns.
func fixes(s sightings.Sighting) []rule.Fix {
	if s.Fault.Also.File != "" {
		return nil
	}
	stop := rule.Stop{Answer: s.Fault.Position, Func: s.Step.Position}
	if s.Step.Role != "handler" {
		stop.Chain = s.Routes[0].Framework
	}
	return []rule.Fix{{Message: "End the request after the answer", Change: stop}}
}
