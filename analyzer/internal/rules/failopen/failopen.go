// Package failopen finds guards that let a request pass which proves nothing.
package failopen

import (
	"fmt"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "failopen",
	Title: "a guard lets requests pass that prove nothing",
	Text: `The failopen rule reports a middleware that refuses some requests for what they
prove, and lets others pass that prove nothing at all: without the header, or when
the check fails. It counts where nothing else on the route asks.

It also reports a guard that lets pass whoever sends a token that is nobody's: the function
that looks for the owner returns nil and no error, and the guard asks only for the error. It
counts where nothing else on the route asks.

And it reports a middleware that looks at credentials and refuses nobody, if none of
the routes behind it demands what it found. Where some do, and others are meant
to be open, that is how it is used: then rule unguarded speaks of each open route.`,
	Why: "Who wants to pass leaves the credentials out.",
	Before: `token := r.Header.Get("Authorization")
if token != "" && !valid(token) {
	http.Error(w, "unauthorized", http.StatusUnauthorized)
	return
}
next.ServeHTTP(w, r)`,
	After: `token := r.Header.Get("Authorization")
if !valid(token) {
	http.Error(w, "unauthorized", http.StatusUnauthorized)
	return
}
next.ServeHTTP(w, r)`,
	Category: "CWE-636, CWE-287",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules.md#failopen",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	for _, s := range sightings.Of(t, routes.FailsOpen, openRoute) {
		out = append(out, rule.Finding{
			Position: s.At(t), Subject: s.Who(), Confidence: confidence(s, rule.High, rule.Medium), Related: s.Story(),
			Message: fmt.Sprintf("failopen: %s answers others %d, and lets a request without credentials pass%s: %s", peers.Short(s.Step.Name), s.Fault.Status, s.If(), open(s)),
		})
	}
	for _, s := range sightings.Of(t, routes.FailsOpen, passesNobody) {
		found := rule.Related{Position: s.Fault.Asked, Message: "here it returns nil for both"}
		out = append(out, rule.Finding{
			Position: s.At(t), Subject: s.Who(), Confidence: confidence(s, rule.High, rule.Medium), Related: append([]rule.Related{found}, s.Story()...),
			Message: fmt.Sprintf("failopen: %s lets a request pass for which %s finds nobody: that returns no error, and nothing asks for nil, on %s",
				peers.Short(s.Step.Name), peers.Short(s.Fault.Condition), s.On()),
		})
	}
	for _, s := range sightings.Of(t, routes.OnlyVerifies, openRoute) {
		if !sightings.NobodyDemands(t, s.Step) {
			continue
		}
		at := s.Step.Attached
		if at.File == "" {
			at = s.At(t)
		}
		out = append(out, rule.Finding{
			Position: at, Subject: s.Who(), Confidence: confidence(s, rule.Medium, rule.Low), Related: s.Story(),
			Message: fmt.Sprintf("failopen: %s looks at credentials and refuses nobody, and nothing behind it does: %s", peers.Short(s.Step.Name), open(s)),
		})
	}
	return out
}

func openRoute(r *routes.Route, _ int, f routes.Fault) bool {
	return peers.IsOpen(r) && f.Detail != routes.NobodyFound
}

// passesNobody reports whether all that is in the way of a request on a route is a guard
// that lets pass for whom nobody is found.
func passesNobody(r *routes.Route, _ int, f routes.Fault) bool {
	return f.Detail == routes.NobodyFound && r.Public == nil && strings.HasSuffix(r.Reason, routes.PassesNobody)
}

func open(s sightings.Sighting) string {
	if len(s.Routes) == 1 {
		return s.On() + " is open"
	}
	return s.On() + " are open"
}

// confidence is higher where a route changes state.
func confidence(s sightings.Sighting, changing, reading rule.Confidence) rule.Confidence {
	for _, r := range s.Routes {
		if peers.ChangesState(r.Method) {
			return changing
		}
	}
	return reading
}
