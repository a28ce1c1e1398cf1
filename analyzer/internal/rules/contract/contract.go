// Package contract finds routes that are described as secured, and do not ask for that.
package contract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "contract",
	Title: "a route is described as secured, and does not ask for that",
	Text: `The contract rule reports a route without a guard whose description in the
program declares security:

 - a comment for swag above the handler, with @Security, and @Router for this route;
 - the Security of an operation, or of an option, that it is registered with;
 - what the code that goa or ogen made of a document hands to the application's function
   for the scheme, or that of oapi-codegen puts into the context: there it may be
   optional, which the code does not show.

Of what is handed to a function it also reports the function,

 - if it returns no error to anybody, and nothing else guards the route: the generated
   code lets in whoever sends anything;
 - if scopes or roles are declared, neither it nor what it calls looks at them, and no
   other guard of the route asks for more than a login.

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
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/contract.md",
	Check:    check,
}

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	type place struct {
		at routes.Position
		lapse
	}
	var out []rule.Finding
	seen := map[place]int{} // place in out, by the declaration's
	for _, r := range t.Routes {
		if r.Declared == nil || len(r.Declared.Security) == 0 || r.Open || r.Shadowed || r.Local {
			continue
		}
		l := lapseOf(r)
		if l == none {
			continue
		}
		here := rule.Related{Position: r.Position, Message: peers.Name(r) + " is registered here"}
		p := place{r.Declared.Position, l}
		if i, again := seen[p]; again {
			out[i].Related = append(out[i].Related, here)
			continue
		}
		seen[p] = len(out)
		out = append(out, rule.Finding{
			Position: r.Declared.Position, Subject: peers.Name(r), Confidence: confidence(r, l), Related: []rule.Related{here},
			Message: fmt.Sprintf("contract: %s declares %s, and %s", peers.Name(r), strings.Join(r.Declared.Security, " or "), l.says(r)),
		})
	}
	return out
}

// A lapse is how a route falls behind what it declares.
type lapse int

// The lapses: everybody passes, whoever sends something does, whoever is known does.
const (
	none lapse = iota
	unguarded
	accepts
	unread
)

func lapseOf(r *routes.Route) lapse {
	d := r.Declared
	switch {
	case r.Verdict == routes.Unguarded && d.Accepts && asksForOne(r):
		return accepts
	case r.Verdict == routes.Unguarded || r.Verdict == routes.Public:
		return unguarded
	case r.Verdict == routes.Guarded && d.Accepts && holdsAlone(r):
		return accepts
	case r.Verdict == routes.Guarded && d.Unread && r.Level == routes.Authn:
		return unread
	}
	return none
}

// holdsAlone reports whether nothing guards a route but the handler, which calls the function
// that is to hold the declaration.
func holdsAlone(r *routes.Route) bool {
	for _, g := range r.Guards {
		if !g.InHandler {
			return false
		}
	}
	return r.Level == routes.Authn
}

// asksForOne reports whether a step refuses who sends no credential, and nobody who sends any.
func asksForOne(r *routes.Route) bool {
	return slices.ContainsFunc(r.Chain, func(s routes.Step) bool {
		return slices.ContainsFunc(s.Faults, func(f routes.Fault) bool { return f.Detail == routes.TakesAny })
	})
}

func (l lapse) says(r *routes.Route) string {
	d := r.Declared
	switch l {
	case accepts:
		return peers.Short(d.Holder) + " accepts whatever it is given"
	case unread:
		return fmt.Sprintf("%s does not look at the scopes that it is handed: %s", peers.Short(d.Holder), strings.Join(d.Scopes, ", "))
	}
	if d.Optional {
		return "is served without a guard; that is right if the description has an alternative that asks for nothing"
	}
	return "is served without a guard"
}

// confidence is lower where something says that the route is meant to be open: one of
// the two is wrong. Scopes may be asked for where that was not understood, and
// what is optional need not be.
func confidence(r *routes.Route, l lapse) rule.Confidence {
	if r.Verdict == routes.Public || l == unread || r.Declared.Optional {
		return rule.Medium
	}
	return rule.High
}
