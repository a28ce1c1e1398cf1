// Package policy holds routes against what the application says that they must demand.
package policy

import (
	"fmt"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "policy",
	Title: "a route demands less than the policy says",
	Text: `The policy rule reports a route that demands less than a statement in .guardvet.yml
says that every such route must:

	roles: [viewer, editor, admin] # weakest first
	policy:
	  - routes: /api/admin/**
	    demand: role admin
	  - methods: [POST, PUT, PATCH, DELETE]
	    demand: authn

A role is demanded by a guard that asks for it, or for one that stands after it among
the roles; a guard that lets one of several roles pass demands the weakest of them.
Routes that are public, by what they are or because something says so, are left
alone, and so are those of which nobody knows what they demand.`,
	Why: `A rule that everybody knows and nobody checks is broken by the first route that is added
in a hurry.`,
	Before: `// policy: {routes: /api/admin/**, demand: role admin}
mux.Handle("DELETE /api/admin/users/{id}", requireUser(removeUser))`,
	After: `// policy: {routes: /api/admin/**, demand: role admin}
mux.Handle("DELETE /api/admin/users/{id}", requireUser(requireRole("admin", removeUser)))`,
	Category: "CWE-862, CWE-863",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/policy.md",
	Strict:   "report also routes of which it is not known what they demand",
	Check:    check,
}

func check(t *routes.Table, o rule.Options) []rule.Finding {
	if t.Settings == nil {
		return nil
	}
	var out []rule.Finding
	for _, s := range t.Settings.Policy {
		for _, r := range t.Routes {
			if r.Open || r.Shadowed || r.Verdict == routes.Public || r.Public != nil || !s.Routes.Touches(r) {
				continue
			}
			if r.Verdict == routes.Unknown && !o.Strict || met(r, s.Demand, t.Settings.Roles) {
				continue
			}
			out = append(out, finding(r, s))
		}
	}
	return out
}

func finding(r *routes.Route, s routes.Statement) rule.Finding {
	has := "nothing"
	switch r.Verdict {
	case routes.Guarded:
		has = peers.DemandAt(r)
	case routes.Unknown:
		has = "nobody knows what (" + r.Reason + ")"
	}
	message := fmt.Sprintf("policy: %s demands %s; %s must demand %s", peers.Name(r), has, who(s.Routes), s.Demand)
	if s.Reason != "" {
		message += ": " + s.Reason
	}
	return rule.Finding{
		Position: r.Position, Subject: peers.Name(r), Message: message, Confidence: rule.High,
		Related: []rule.Related{{Position: s.Position, Message: "the policy says so here"}},
	}
}

func who(s routes.Selector) string {
	if s.Pattern == "" {
		return "every " + s.String()
	}
	return "every route of " + s.String()
}

// met reports whether a route demands at least what it must.
func met(r *routes.Route, want routes.Demand, roles []string) bool {
	switch {
	case r.Verdict != routes.Guarded:
		return false
	case want.Level == routes.Authn:
		return true
	case want.Role == "":
		return r.Level == routes.Authz
	}
	return slices.ContainsFunc(r.Guards, func(g routes.Guard) bool { return atLeast(g.Demands, want.Role, roles) })
}

// atLeast reports whether whoever passes a guard has the role or a stronger one: the
// guard lets anybody pass who has one of those that it names.
func atLeast(named []string, role string, roles []string) bool {
	if len(named) == 0 {
		return false
	}
	rank := slices.Index(roles, role)
	for _, n := range named {
		if n != role && (rank < 0 || slices.Index(roles, n) < rank) {
			return false
		}
	}
	return true
}
