// Package failopen finds guards that let a request pass which proves nothing.
package failopen

import (
	"fmt"
	"slices"
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

So is one that lets pass for whose credential it gets an error, as there is for a wrong one, and refuses
some of those that it knows.

So is one that refuses for one kind of error, that a token is too old, say, and lets pass for any other one.
So is one that asks whether anybody has signed a token, and goes by what it says all the same.

It reports a guard that asks only whether a credential is sent, or in which form: neither the
guard nor anything else on the route looks at what it says, or the guard does, and goes on whatever
it finds, so that whoever sends any passes. So does
whoever writes a token that is taken apart, and whose signature nobody verifies: a library is told not
to, say, or has no secret, or is not asked in the end; and whoever sends the name that a guard asks for, where
nobody looks at the password (RFC 7617); and who sends none where it is asked whether what is sent is in a text.

So is a guard that compares the path as it was sent, where the router takes another spelling
for the same: in capitals, with one more slash, with what cleaning it takes out. /open/../admin begins
with what is let pass, and a router that cleans it finds /admin.

It names the exception, if a middleware that guards other routes lets routes pass for what
their paths begin with, end in or have in them. If that is the whole of a segment for some
of them, and for others only the beginning of a longer word, these are hardly meant. An
exception for one path by its name, and one for what is to be read below a path, are for
rule unguarded, if nothing says that they are meant.

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
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/failopen.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	for _, s := range sightings.Of(t, routes.FailsOpen, openBy("")) {
		out = append(out, finding(t, s, rule.High, rule.Medium, "%s, and lets a request without credentials pass%s: %s",
			others(s.Fault.Status), s.If(), open(s)))
	}
	for _, s := range sightings.Of(t, routes.FailsOpen, openBy(routes.TakesAny)) {
		out = append(out, finding(t, s, rule.High, rule.Medium, "asks only that a credential is sent (%s), and nothing verifies it: %s to whoever sends any",
			s.Fault.Condition, open(s)))
	}
	for _, s := range sightings.Of(t, routes.FailsOpen, added) {
		out = append(out, finding(t, s, rule.High, rule.Medium, "%s, and lets pass what has something in its URI%s, where whoever asks adds it as a query: on %s",
			others(s.Fault.Status), s.If(), s.On()))
	}
	for _, s := range sightings.Of(t, routes.FailsOpen, openBy(routes.TakesFailure)) {
		out = append(out, finding(t, s, rule.High, rule.Medium, "%s, and lets a wrong credential pass%s: %s",
			others(s.Fault.Status), s.If(), open(s)))
	}
	for _, s := range sightings.Of(t, routes.FailsOpen, passableBy(routes.NobodyFound)) {
		found := rule.Related{Position: s.Fault.Asked, Message: "here it returns nil for both"}
		f := finding(t, s, rule.High, rule.Medium, "lets a request pass for which %s finds nobody: that returns no error, and nothing asks for nil, on %s",
			peers.Short(s.Fault.Condition), s.On())
		f.Related = append([]rule.Related{found}, f.Related...)
		out = append(out, f)
	}
	for _, s := range sightings.Of(t, routes.FailsOpen, passableBy(routes.OneKind)) {
		out = append(out, finding(t, s, rule.Medium, rule.Low, "refuses a request for one kind of error%s, and lets it pass for another one, on %s",
			s.If(), s.On()))
	}
	for _, s := range sightings.Of(t, routes.FailsOpen, unsigned) {
		out = append(out, finding(t, s, rule.High, rule.Medium, "%s, and lets pass whose token nobody has signed%s: on %s",
			others(s.Fault.Status), s.If(), s.On()))
	}
	for _, s := range sightings.Of(t, routes.FailsOpen, otherSpelling) {
		out = append(out, finding(t, s, rule.High, rule.Medium, "compares the path as it was sent, and the router takes %s, too%s: on %s",
			strings.TrimPrefix(s.Fault.Detail, routes.Spelling), s.If(), s.On()))
	}
	for _, s := range sightings.Of(t, routes.Skips, func(r *routes.Route, _ int, f routes.Fault) bool {
		return peers.IsOpen(r) && sightings.Excepts(f, r)
	}) {
		out = append(out, skipped(t, s))
	}
	for _, s := range sightings.Of(t, routes.OnlyVerifies, openBy("")) {
		if !sightings.NobodyDemands(t, s.Step) {
			continue
		}
		f := finding(t, s, rule.Medium, rule.Low, "looks at credentials and refuses nobody, and nothing behind it does: %s", open(s))
		if at := s.Step.Attached; at.File != "" {
			f.Position = at
		}
		out = append(out, f)
	}
	return out
}

// finding is what the message says of a step; it is more certain where a route changes state.
func finding(t *routes.Table, s sightings.Sighting, changing, reading rule.Confidence, message string, args ...any) rule.Finding {
	return rule.Finding{
		Position: s.At(t), Subject: s.Who(), Confidence: confidence(s, changing, reading), Related: s.Story(),
		Message: "failopen: " + peers.Short(s.Step.Name) + " " + fmt.Sprintf(message, args...),
	}
}

// skipped names the exception, and a route that it covers by accident. It is placed in the
// guard, though a helper may compare.
func skipped(t *routes.Table, s sightings.Sighting) rule.Finding {
	f := finding(t, s, rule.Medium, rule.Low, "lets pass what %s: %s", s.Fault.Detail, open(s))
	if own := s.Step.Position; own.File != "" && own.File != f.Position.File && s.Ours(t) {
		f.Related = append([]rule.Related{{Position: f.Position, Message: "here it asks for the path"}}, f.Related...)
		f.Position = own
	}
	if r := accident(t, s); r != nil {
		f.Confidence = rule.High
		which := peers.Name(r)
		if len(s.Routes) == 1 {
			which = "that"
		}
		f.Message += "; " + which + " is another word"
		f.Related = append(f.Related, rule.Related{Position: r.Position, Message: peers.Name(r) + " is registered here"})
	}
	return f
}

// accident finds a route whose path goes on in the middle of a word behind what it begins
// with, where that is all of a word for another route.
func accident(t *routes.Table, s sightings.Sighting) *routes.Route {
	prefix, ok := sightings.Begin(s.Fault)
	if !ok || !slices.ContainsFunc(t.Routes, func(r *routes.Route) bool { return r.App == s.Routes[0].App && peers.Under(prefix, r.Pattern) }) {
		return nil
	}
	for _, r := range s.Routes {
		pattern, _ := r.BelowBase()
		if strings.HasPrefix(pattern, prefix) && !peers.Under(prefix, pattern) && !strings.HasSuffix(prefix, "/") {
			return r
		}
	}
	return nil
}

// openBy finds the routes that are open because of a guard with one mistake.
func openBy(detail string) func(*routes.Route, int, routes.Fault) bool {
	return func(r *routes.Route, _ int, f routes.Fault) bool { return f.Detail == detail && peers.IsOpen(r) }
}

// passableBy finds the routes on which a guard with one mistake is all that is in the way of a request.
func passableBy(detail string) func(*routes.Route, int, routes.Fault) bool {
	return func(r *routes.Route, _ int, f routes.Fault) bool {
		return f.Detail == detail && r.Public == nil && r.Passable()
	}
}

// unsigned finds the routes whose guard takes tokens that nobody has signed, also where a handler asks for whom it has found by one.
// Behind another guard it need not ask.
func unsigned(r *routes.Route, step int, f routes.Fault) bool {
	return f.Detail == routes.Unsigned && r.Public == nil && r.Verdict != routes.Public &&
		!slices.ContainsFunc(r.Chain[:step], func(s routes.Step) bool { return s.Role == "guard" })
}

// added finds the routes that nothing but a guard guards which whoever asks passes by what is added to the URI.
func added(r *routes.Route, _ int, f routes.Fault) bool {
	return f.Detail == routes.AddsToURI && (peers.IsOpen(r) || r.Public == nil && r.Verdict == routes.Unknown &&
		!slices.ContainsFunc(r.Chain, func(s routes.Step) bool { return s.Role == "guard" }))
}

// otherSpelling reports whether it is one that another spelling of the path passes.
func otherSpelling(r *routes.Route, _ int, f routes.Fault) bool {
	return strings.HasPrefix(f.Detail, routes.Spelling) && r.Public == nil && r.Verdict == routes.Unknown
}

func open(s sightings.Sighting) string { return s.They("is open", "are open") }

// confidence is higher where a route changes state.
func confidence(s sightings.Sighting, changing, reading rule.Confidence) rule.Confidence {
	for _, r := range s.Routes {
		if peers.ChangesState(r.Method) {
			return changing
		}
	}
	return reading
}

// others says how a step refuses the requests that it does refuse.
func others(status int) string {
	if status <= 0 {
		return "refuses others"
	}
	return fmt.Sprintf("answers others %d", status)
}
