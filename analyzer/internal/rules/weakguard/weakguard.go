// Package weakguard finds routes that demand less than what is beside them.
package weakguard

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/pattern"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "weakguard",
	Title: "a route demands less than what is beside it",
	Text: `The weakguard rule reports a guarded route that asks for less than there is reason to
expect:

 - another registration of the same handler demands a role, this one, which names as much in its
   pattern, only a login;
 - all other routes under the same prefix, three at least, demand the same role, and
   this one only a login, or a role that none of them accepts;
 - it changes state, and the scope that it demands is one for reading, while the scope
   of the same thing for writing is demanded elsewhere;
 - it deletes, and the permission that it demands is one to create, while another that deletes
   demands the permission to delete the same;
 - it changes state and asks only for a login, and of the others under the same prefix that do, three quarters, and four
   at least, pass the same guards and one more, or check in the handler besides; or it is only read, and of the others that are, nine in ten do (a
   POST that is called getConf, or search_tags, is read);
 - it changes state, and three quarters, and four at least, of the other routes of its method that the same function serves, each
   with what it was made for there, check more than the guards before it;
 - it changes state, and of the one step before it that refuses anybody it is not known whom it lets pass, and three quarters, and four at
   least, of the others behind that step that change state and have its prefix pass a guard besides;
 - its handler asks for something by an interface, and every method of one type behind that, three at least, asks what the
   caller may do, and no method of another type does;
 - it changes state and is guarded only if the configuration says so, where nineteen in
   twenty of the routes that change state, and twenty at least, always are.

That a route demands a login and no role is no finding by itself: most do. A role that
.guardvet.yml ranks higher than that of the others is none either. Where it is meant, a
comment on the line says so:

	//guardvet:ignore weakguard <reason>`,
	Why: "Who has logged in may do what was meant for administrators.",
	Before: `admin := r.Group("/admin", requireUser)
admin.GET("/users", requireRole("admin"), listUsers)
admin.POST("/users", requireRole("admin"), createUser)
admin.PUT("/users/:id", requireRole("admin"), changeUser)
admin.DELETE("/users/:id", deleteUser)`,
	After: `admin := r.Group("/admin", requireUser, requireRole("admin"))
admin.GET("/users", listUsers)
admin.POST("/users", createUser)
admin.PUT("/users/:id", changeUser)
admin.DELETE("/users/:id", deleteUser)`,
	Category: "CWE-863, CWE-285",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules/weakguard.md",
	Check:    check,
}

// enough is how many routes must agree before one that does not is an outlier.
const enough = 3

func check(t *routes.Table, _ rule.Options) []rule.Finding {
	var out []rule.Finding
	seen := map[routes.Position]bool{}
	for _, r := range t.Routes {
		if r.Open || r.Shadowed || r.Fallback || r.Public != nil || !peers.Serves(r) || seen[r.Position] {
			continue
		}
		if f, ok := weaker(t, r); ok {
			seen[r.Position] = true
			out = append(out, f)
		}
	}
	return append(out, unasked(t)...)
}

// weaker is the first comparison that a route comes off badly in.
func weaker(t *routes.Table, r *routes.Route) (rule.Finding, bool) {
	switch {
	case !peers.Guarded(r):
		return unsure(t, r)
	case r.Verdict != routes.Guarded:
		if f, ok := switched(t, r); ok {
			return f, true
		}
		return fewerGuards(t, r)
	}
	for _, compare := range []func(*routes.Table, *routes.Route) (rule.Finding, bool){sameHandler, outlier, readScope, createScope, fewerGuards, oneHandler} {
		if f, ok := compare(t, r); ok {
			return f, true
		}
	}
	return rule.Finding{}, false
}

// sameHandler compares with another registration of the handler. One that has more parameters
// names a thing that exists, and may ask who has a right to it; the other one may make it.
func sameHandler(t *routes.Table, r *routes.Route) (rule.Finding, bool) {
	if r.Level == routes.Authz || !peers.OwnHandler(t, r) {
		return rule.Finding{}, false
	}
	for _, o := range t.Routes {
		if o.App == r.App && !o.Open && o.Level == routes.Authz && o.Method == r.Method && o.Handler == r.Handler && o.Position != r.Position && !namesMore(o, r) {
			return finding(r, o, rule.High, "; %s, with the same handler, demands %s", peers.Name(o), peers.DemandAt(o)), true
		}
	}
	return rule.Finding{}, false
}

// namesMore reports whether the pattern of one route has more parameters than that of another.
func namesMore(r, o *routes.Route) bool {
	parameters := func(r *routes.Route) int { return strings.Count(pattern.Of(r).Canonical, "{}") }
	return parameters(r) > parameters(o)
}

// outlier compares with the routes under the longest prefix at which enough of them
// agree.
func outlier(t *routes.Table, r *routes.Route) (rule.Finding, bool) {
	for prefix := parent(r.Pattern); prefix != ""; prefix = parent(prefix) {
		var agree []*routes.Route
		others := 0
		for _, o := range t.Routes {
			switch {
			case o == r || o.App != r.App || o.Open || o.Fallback || o.Host != r.Host || !peers.Under(prefix, o.Pattern):
			case o.Verdict == routes.Public || o.Position == r.Position:
			case o.Level == routes.Authz && len(demands(o)) > 0 && (len(agree) == 0 || slices.Equal(demands(o), demands(agree[0]))):
				agree = append(agree, o)
			default:
				others++
			}
		}
		if others > 0 {
			return rule.Finding{}, false // they do not agree, and further out they do not either
		}
		if len(agree) < enough {
			continue
		}
		if r.Level == routes.Authz && (len(demands(r)) == 0 || overlap(demands(r), demands(agree[0])) || stronger(t, demands(r), demands(agree[0]))) {
			return rule.Finding{}, false
		}
		return finding(r, agree[0], peers.Rank(r), "; the %d other routes under %s demand %s", len(agree), prefix, peers.DemandAt(agree[0])), true
	}
	return rule.Finding{}, false
}

// parent is the pattern less its last segment, down to the last that is no parameter.
func parent(pattern string) string {
	for {
		i := strings.LastIndexByte(strings.TrimSuffix(pattern, "/"), '/')
		if i <= 0 {
			return ""
		}
		pattern = pattern[:i]
		if last := pattern[strings.LastIndexByte(pattern, '/')+1:]; !strings.ContainsAny(last, "{:*") {
			return pattern
		}
	}
}

func demands(r *routes.Route) []string {
	var out []string
	for _, g := range r.Guards {
		out = append(out, g.Demands...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stronger reports whether whoever has one of some roles has more than the others ask for,
// by what the settings say of how roles rank.
func stronger(t *routes.Table, have, others []string) bool {
	if t.Settings == nil {
		return false
	}
	rank := func(role string) int { return slices.Index(t.Settings.Roles, role) }
	for _, h := range have {
		for _, o := range others {
			if rank(o) < 0 || rank(h) <= rank(o) {
				return false
			}
		}
	}
	return true
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// readScope finds a scope for reading on a route that changes state.
func readScope(t *routes.Table, r *routes.Route) (rule.Finding, bool) {
	if !peers.ChangesState(r.Method) || r.Method == "*" {
		return rule.Finding{}, false
	}
	for _, have := range demands(r) {
		want, ok := forWriting(have)
		if !ok || slices.ContainsFunc(demands(r), func(d string) bool { return slices.Contains(want, d) }) {
			continue
		}
		for _, o := range t.Routes {
			if o.App == r.App && !o.Open && overlap(demands(o), want) {
				return finding(r, o, peers.Rank(r), "; %s demands %s", peers.Name(o), peers.DemandAt(o)), true
			}
		}
	}
	return rule.Finding{}, false
}

// forWriting lists what a scope for reading may be called for writing.
func forWriting(scope string) ([]string, bool) {
	for _, sep := range []string{":", ".", "_", "-", "/"} {
		words := strings.Split(scope, sep)
		if i := slices.Index(words, "read"); i >= 0 && len(words) > 1 {
			var out []string
			for _, verb := range []string{"write", "edit", "update", "create", "delete", "manage"} {
				w := slices.Clone(words)
				w[i] = verb
				out = append(out, strings.Join(w, sep))
			}
			return out, true
		}
	}
	return nil, false
}

func finding(r, example *routes.Route, c rule.Confidence, format string, args ...any) rule.Finding {
	return rule.Finding{
		Position: r.Position, Subject: peers.Name(r), Confidence: c, Related: peers.Example(example),
		Message: fmt.Sprintf("weakguard: %s demands only %s"+format, append([]any{peers.Name(r), peers.DemandAt(r)}, args...)...),
	}
}
