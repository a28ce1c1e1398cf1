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
// send, for a contact or a vote, says nothing of the program. Where something was not followed,
// plenty must, and of the routes not more than one in some may be of that kind.
const (
	enough = 2
	plenty = 10
	some   = 20
)

// program returns the finding for a program in which no route demands anything: there is
// nothing to compare a route with, but what everybody may change is told once. It is silent
// wherever something may guard after all: a route that is guarded under a condition,
// a refusal that was not understood, clients that the connection tells apart, more than a few
// places and routes of which nobody knows; and where another rule or the policy speaks of the routes.
func program(t *routes.Table) (rule.Finding, bool) {
	if len(t.Idle) > 0 || t.Outside != "" || t.Settings != nil && len(t.Settings.Policy) > 0 {
		return rule.Finding{}, false
	}
	all := census{places: len(t.Incomplete)}
	for _, r := range t.Routes {
		switch {
		case r.Open || r.Shadowed || r.Fallback:
			continue
		case r.Verdict == routes.Guarded || r.Level == routes.Conditional || len(r.Guards) > 0 || len(r.Missed) > 0 || sightings.Explained(t, r):
			return rule.Finding{}, false
		case r.Declared != nil && len(r.Declared.Security) > 0 || r.Verdict != routes.Public && refuses(r):
			return rule.Finding{}, false
		}
		all.add(r)
	}
	least, dark := enough, all.unknown+all.places
	if dark > 0 {
		least = plenty
	}
	if len(all.changing) < least || dark*some > all.served {
		return rule.Finding{}, false
	}
	return all.finding(t), true
}

// A census is of the routes of a program in which none is guarded.
type census struct {
	served, unknown int
	places          int // that were not followed
	login           bool
	changing        []*routes.Route // open ones that certainly change state
}

func (c *census) add(r *routes.Route) {
	c.served++
	switch {
	case r.Verdict == routes.Unknown:
		c.unknown++
	case r.Verdict == routes.Public && r.Reason == "login":
		c.login = true
	case peers.IsOpen(r) && changesData(r):
		c.changing = append(c.changing, r)
	}
}

// finding is placed where the first of the routes is served, or registered if the
// program calls a library to serve it. That one can log in, and nothing asks who has, is
// more reason to call it a mistake, if all is known.
func (c *census) finding(t *routes.Table) rule.Finding {
	const most = 3
	first := c.changing[0]
	f := rule.Finding{Position: first.Position, Subject: "every route of " + peers.Short(first.App), Confidence: rule.Low}
	if first.Closed.File != "" && t.Ours(first.App) {
		f.Position = first.Closed
	}
	unknown := ""
	switch {
	case c.unknown+c.places > 0:
		unknown = fmt.Sprintf(", as far as is known (unknown %d, incomplete %d)", c.unknown, c.places)
	case c.login:
		f.Confidence = rule.Medium
	}
	var names []string
	for _, r := range c.changing[:min(most, len(c.changing))] {
		names = append(names, peers.Name(r))
		f.Related = append(f.Related, rule.Related{Position: r.Position, Message: peers.Name(r) + " is registered here"})
	}
	f.Message = fmt.Sprintf("unguarded: none of the %d routes demands anything of the client%s; %d of them change state: %s", c.served, unknown, len(c.changing), strings.Join(names, ", "))
	if len(c.changing) > most {
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
