// Package status401403 finds refusals that tell the client the wrong thing.
package status401403

import (
	"fmt"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "status401403",
	Title: "a refusal tells the client the wrong thing",
	Text: `The status401403 rule reports answers that confuse who you are with what you may.
401 says "I do not know who you are": the credentials are missing or not valid (RFC
9110 section 15.5.2). 403 says "I know, and you may not" (section 15.5.4).

It reports 403 for a request without credentials, 401 for a principal that is known
and lacks a permission, and one answer for both. Only what certainly reaches the
client is reported: a guard further out that refuses first is taken into account.
404, which may be meant to hide what is there, and 400, which may be about the form
of a header, are left alone. With low confidence it reports a text that says the word of the
other status: "unauthorized" beside 403, "forbidden" beside 401.

The fix writes the other status as the code spells it: as a constant, an error or a function
of the framework, a code, a number. A condition of two halves that have one answer becomes
two, each with its own.`,
	Why: "A client that is told 403 does not log in again, and one that is told 401 does so for ever.",
	Before: `if user == nil || !user.Can("delete") {
	http.Error(w, "forbidden", http.StatusForbidden)
	return
}`,
	After: `if user == nil {
	http.Error(w, "unauthorized", http.StatusUnauthorized)
	return
}
if !user.Can("delete") {
	http.Error(w, "forbidden", http.StatusForbidden)
	return
}`,
	Category: "CWE-393",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/status401403.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	for _, s := range sightings.Of(t, routes.Status, reaches) {
		if !s.Ours(t) { // what a library means by its answers is not for the program to say
			continue
		}
		out = append(out, rule.Finding{
			Position: s.At(t), Subject: s.Who(), Confidence: confidence(s.Fault), Related: s.Story(),
			Message: fmt.Sprintf("status401403: %s %s, on %s", s.Who(), says(s), s.On()), Fixes: fixes(s.Fault),
		})
	}
	return out
}

// reaches reports whether the answer reaches those whom it misleads: nobody who is not
// known gets past an earlier guard, and nobody is known without one. Whom the same guard has
// let pass before, it does not refuse for the same reason. An earlier step of which it is not
// known whom it lets pass may have refused them first, if it refuses anybody for who asks; not if it is
// known to let pass who sends nothing.
func reaches(r *routes.Route, i int, f routes.Fault) bool {
	guarded, again, perhaps := false, false, false
	for _, s := range r.Chain[:i] {
		guard := s.Role == "guard" && s.Condition == ""
		guarded = guarded || guard
		perhaps = perhaps || !guard && asks(s) && !passesNobody(s)
		again = again || guard && s.Position == r.Chain[i].Position
	}
	switch f.Detail {
	case routes.Word:
		return true
	case routes.ToKnown:
		return r.Verdict == routes.Guarded
	case routes.ToKnownBehind:
		return guarded && !again
	default:
		return !guarded && !perhaps
	}
}

// asks reports whether a step refuses requests for who sends them.
func asks(s routes.Step) bool {
	return slices.ContainsFunc(s.Exits, func(e routes.Exit) bool { return e.Auth && e.Kind == routes.Authn })
}

// passesNobody reports whether a step lets a request without credentials pass.
func passesNobody(s routes.Step) bool {
	return slices.ContainsFunc(s.Faults, func(f routes.Fault) bool { return f.Kind == routes.FailsOpen && f.Detail == "" })
}

func says(s sightings.Sighting) string {
	switch s.Fault.Detail {
	case routes.Word:
		return fmt.Sprintf("answers %d and says %q, which is the word for %d", s.Fault.Status, s.Fault.Condition, unauthorized+forbidden-s.Fault.Status)
	case routes.ToKnown, routes.ToKnownBehind:
		return fmt.Sprintf("answers %d to who is known and may not%s; that is 403", s.Fault.Status, s.If())
	case routes.ToBoth:
		if s.Fault.Status == 403 {
			return fmt.Sprintf("answers 403 to who is not known as to who may not%s; without credentials that is 401", s.If())
		}
		return fmt.Sprintf("answers %d to who may not as to who is not known%s; for a principal that is known it is 403", s.Fault.Status, s.If())
	}
	return fmt.Sprintf("answers %d to a request without credentials%s; that is 401", s.Fault.Status, s.If())
}

const unauthorized, forbidden = 401, 403

// fixes say the right status: instead of the other one, or for the one half of the
// condition that it is right for.
func fixes(f routes.Fault) []rule.Fix {
	if f.Detail == routes.Word { // the number may be what is wrong, or the word
		return nil
	}
	if f.Status != unauthorized && f.Status != forbidden {
		return nil
	}
	switch {
	case f.Detail == routes.ToKnown, f.Detail == routes.ToKnownBehind:
		return []rule.Fix{{
			Message: "Answer 403",
			Change:  rule.Answer{At: f.Position, Asked: f.Asked, Has: f.Status, Get: forbidden},
		}}
	case f.Also.File != "":
		return []rule.Fix{{
			Message: "Answer 401 to who is not known, and 403 to who may not",
			Change:  rule.Split{At: f.Position, Asked: f.Asked, Also: f.Also, Has: f.Status},
		}}
	case f.Detail == routes.ToBoth:
		return nil
	}
	return []rule.Fix{{
		Message: "Answer 401",
		Change:  rule.Answer{At: f.Position, Asked: f.Asked, Has: f.Status, Get: unauthorized},
	}}
}

func confidence(f routes.Fault) rule.Confidence {
	switch f.Detail {
	case routes.ToBoth:
		return rule.Medium
	case routes.Word:
		return rule.Low
	}
	return rule.High
}
