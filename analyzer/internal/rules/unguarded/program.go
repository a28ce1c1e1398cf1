package unguarded

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// enough is how many open routes of a program must change state. One form that anybody may
// send, for a contact or a vote, says nothing of the program.
const enough = 2

// program returns the finding for a program in which no route demands anything: there is
// nothing to compare a route with, but what everybody may change is told once. It is silent
// wherever something may guard after all: a place that was not followed, a route of which
// nobody knows, a refusal that was not understood, clients that the connection tells apart;
// and where another rule or the policy speaks of the routes.
func program(t *routes.Table) (rule.Finding, bool) {
	if len(t.Incomplete) > 0 || len(t.Idle) > 0 || t.Outside != "" || t.Settings != nil && len(t.Settings.Policy) > 0 {
		return rule.Finding{}, false
	}
	var changing []*routes.Route
	served, login := 0, false
	for _, r := range t.Routes {
		switch {
		case r.Open || r.Shadowed || r.Fallback:
			continue
		case r.Verdict == routes.Guarded || r.Verdict == routes.Unknown || len(r.Missed) > 0 || sightings.Explained(t, r):
			return rule.Finding{}, false
		case r.Declared != nil && len(r.Declared.Security) > 0 || r.Verdict != routes.Public && refuses(r):
			return rule.Finding{}, false
		}
		served++
		login = login || r.Verdict == routes.Public && r.Reason == "login"
		if peers.IsOpen(r) && changesData(r) {
			changing = append(changing, r)
		}
	}
	if len(changing) < enough {
		return rule.Finding{}, false
	}
	return programFinding(t, changing, served, login), true
}

// programFinding is placed where the first of the routes is served, or registered if the
// program calls a library to serve it. That one can log in, and nothing asks who has, is
// more reason to call it a mistake.
func programFinding(t *routes.Table, changing []*routes.Route, served int, login bool) rule.Finding {
	const most = 3
	first := changing[0]
	f := rule.Finding{Position: first.Position, Subject: "every route of " + peers.Short(first.App), Confidence: rule.Low}
	if first.Closed.File != "" && t.Ours(first.App) {
		f.Position = first.Closed
	}
	if login {
		f.Confidence = rule.Medium
	}
	var names []string
	for _, r := range changing[:min(most, len(changing))] {
		names = append(names, peers.Name(r))
		f.Related = append(f.Related, rule.Related{Position: r.Position, Message: peers.Name(r) + " is registered here"})
	}
	f.Message = fmt.Sprintf("unguarded: none of the %d routes demands anything of the client; %d of them change state: %s", served, len(changing), strings.Join(names, ", "))
	if len(changing) > most {
		f.Message += ", …"
	}
	return f
}

// refuses reports whether anything on the way may answer that the client may not, whatever
// it is decided by.
func refuses(r *routes.Route) bool {
	for _, s := range r.Chain {
		for _, e := range s.Exits {
			if e.Status == 401 || e.Status == 403 {
				return true
			}
		}
	}
	return false
}

// changesData reports whether a route certainly changes what others see. A route for every
// method may only read. POST reads, too, where a query is too long for a path, and
// remote calls have no other method: then the last word of the path tells.
func changesData(r *routes.Route) bool {
	switch r.Method {
	case "PUT", "PATCH", "DELETE":
		return true
	case "POST":
	default:
		return false
	}
	service, last := lastWords(r.Pattern)
	if strings.ContainsRune(service, '.') && last[0] >= 'A' && last[0] <= 'Z' { // /package.Service/Method
		return slices.Contains(writing, firstWord(last))
	}
	return !slices.Contains(asking, firstWord(last))
}

// lastWords returns the last two segments that are no parameters.
func lastWords(pattern string) (before, last string) {
	for s := range strings.SplitSeq(pattern, "/") {
		if s != "" && !strings.ContainsAny(s[:1], "{:*<") {
			before, last = last, s
		}
	}
	return before, last
}

// firstWord is the first word of a name in any of the usual spellings, in small letters.
func firstWord(name string) string {
	end := len(name)
	for i, c := range name {
		if i > 0 && (c >= 'A' && c <= 'Z' || strings.ContainsRune("-_.:", c)) {
			end = i
			break
		}
	}
	return strings.ToLower(name[:end])
}

// What remote calls are named that write, and what is sent by POST to be answered, or by
// programs that have no other way to be told.
var (
	writing = strings.Fields("add apply approve archive assign ban block cancel change clear create delete destroy disable drop edit enable " +
		"execute grant import insert modify move patch place publish purge put register remove rename replace reset restore " +
		"revoke save send set start stop submit transfer update upload upsert write")
	asking = strings.Fields("calculate check compare convert count echo estimate explain export find format graphql hook hooks list lookup parse " +
		"ping preview query render resolve search test translate validate verify webhook webhooks callback")
)
