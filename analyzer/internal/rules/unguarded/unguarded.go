// Package unguarded finds routes that nobody guards in an application that
// guards others.
package unguarded

import (
	"fmt"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// Rule is the rule.
var Rule = &rule.Rule{
	Name:  "unguarded",
	Title: "route served without a guard",
	Text: `The unguarded rule reports a route that a request reaches without proving
anything, in an application that guards other routes. Routes that are public by
what they are (login, health checks, static files, webhooks that verify a
signature, ...) are not reported, nor are those marked

	//guardvet:public <reason>

on the line of the registration, above it, or above the handler. A comment
without a reason is reported. Routes whose chain could not be followed are
listed by "guardvet routes", never reported.

With -unguarded.strict every route without a guard and without a comment is
reported, also in applications that guard nothing.`,
	Why: "An endpoint that was forgotten when its neighbours were guarded is open to everybody (CWE-306, CWE-862).",
	Before: `mux.Handle("GET /orders", requireUser(listOrders))
mux.HandleFunc("DELETE /orders/{id}", deleteOrder)`,
	After: `mux.Handle("GET /orders", requireUser(listOrders))
mux.Handle("DELETE /orders/{id}", requireUser(http.HandlerFunc(deleteOrder)))`,
	Category: "CWE-306",
	URL:      "https://github.com/guardvet/guardvet/blob/main/docs/rules.md#unguarded",
	Check:    check,
}

func check(t *routes.Table, o rule.Options) []rule.Finding {
	var out []rule.Finding
	seen := map[string]bool{}
	for _, r := range t.Routes {
		if f, ok := annotation(r); ok && !seen[f.Position.String()] {
			seen[f.Position.String()] = true
			out = append(out, f)
		}
		if r.Open || r.Fallback || r.Public != nil {
			continue
		}
		if r.Verdict != routes.Unguarded && !(o.Strict && r.Verdict == routes.Public) {
			continue
		}
		peers := peersOf(t, r)
		if len(peers.guarded) == 0 && !o.Strict {
			continue
		}
		out = append(out, finding(r, peers))
	}
	return out
}

// annotation reports a //guardvet:public without a reason.
func annotation(r *routes.Route) (rule.Finding, bool) {
	if r.Public == nil || r.Public.Reason != "" {
		return rule.Finding{}, false
	}
	return rule.Finding{
		Position: r.Public.Position, Confidence: rule.High,
		Message: fmt.Sprintf("unguarded: guardvet:public needs a reason: why is %s public?", name(r)),
	}, true
}

// peers are the routes a route is compared with.
type peers struct {
	guarded  []*routes.Route // of the application
	prefix   string          // the longest prefix that the route shares with a guarded one
	siblings []*routes.Route // under that prefix
	same     *routes.Route   // the same handler, guarded
}

func peersOf(t *routes.Table, r *routes.Route) peers {
	var p peers
	for _, o := range t.Routes {
		if o == r || o.App != r.App || o.Verdict != routes.Guarded {
			continue
		}
		p.guarded = append(p.guarded, o)
		if o.Handler == r.Handler && o.Handler != "" {
			p.same = o
		}
	}
	segs := segments(r.Pattern)
	for n := len(segs); n > 0; n-- {
		prefix := "/" + strings.Join(segs[:n], "/")
		for _, o := range p.guarded {
			if under(prefix, o.Pattern) {
				p.prefix = prefix
			}
		}
		if p.prefix != "" {
			break
		}
	}
	for _, o := range t.Routes {
		if p.prefix != "" && o != r && o.App == r.App && o.Verdict != routes.Public && under(p.prefix, o.Pattern) {
			p.siblings = append(p.siblings, o)
		}
	}
	return p
}

func segments(pattern string) []string {
	return strings.FieldsFunc(pattern, func(c rune) bool { return c == '/' })
}

func under(prefix, pattern string) bool {
	return pattern == prefix || strings.HasPrefix(pattern, prefix+"/")
}

func name(r *routes.Route) string {
	method := r.Method
	if method == "*" {
		method = "any method"
	}
	return method + " " + r.Host + r.Pattern
}

func finding(r *routes.Route, p peers) rule.Finding {
	f := rule.Finding{Position: r.Position, Confidence: confidence(r, p)}
	msg := fmt.Sprintf("unguarded: %s is served without a guard", name(r))
	example := p.same
	switch {
	case p.same != nil:
		msg += fmt.Sprintf("; %s, with the same handler, demands %s", name(p.same), demand(p.same))
	case p.prefix != "":
		n := 0
		for _, s := range p.siblings {
			if s.Verdict == routes.Guarded {
				n++
				if example == nil {
					example = s
				}
			}
		}
		msg += fmt.Sprintf("; %d of the %d other routes under %s are guarded, %s demands %s",
			n, len(p.siblings), p.prefix, name(example), demand(example))
	case len(p.guarded) > 0:
		example = p.guarded[0]
		msg += fmt.Sprintf("; %d other routes of the application are guarded, %s demands %s", len(p.guarded), name(example), demand(example))
	}
	f.Message = msg
	if r.Closed != r.Position {
		f.Related = append(f.Related, rule.Related{Position: r.Closed, Message: "served here"})
	}
	if example != nil {
		f.Related = append(f.Related, rule.Related{Position: example.Position, Message: name(example) + " is registered here"})
		if g := example.Guards[0]; g.Position.File != "" {
			f.Related = append(f.Related, rule.Related{Position: g.Position, Message: "its guard"})
		}
	}
	return f
}

// demand says what a guarded route asks for, and where that is written.
func demand(r *routes.Route) string {
	if len(r.Guards) == 0 {
		return string(r.Level)
	}
	g := r.Guards[len(r.Guards)-1]
	what := "authentication"
	if g.Kind == routes.Authz {
		what = "authorization"
		if len(g.Demands) > 0 {
			what = strings.Join(g.Demands, ", ")
		}
	}
	return fmt.Sprintf("%s (%s)", what, short(g.Name))
}

func short(symbol string) string {
	open := strings.HasPrefix(symbol, "(*")
	s := symbol[strings.LastIndexByte(symbol, '/')+1:]
	if open && !strings.HasPrefix(s, "(*") {
		s = "(*" + s
	}
	return s
}

func confidence(r *routes.Route, p peers) rule.Confidence {
	score := 0
	switch r.Method {
	case "POST", "PUT", "PATCH", "DELETE", "*":
		score++
	}
	if p.same != nil {
		score += 2
	}
	if len(p.siblings) > 0 {
		all := true
		for _, s := range p.siblings {
			all = all && s.Verdict == routes.Guarded
		}
		if all {
			score++
		}
	}
	switch {
	case score >= 2:
		return rule.High
	case score == 1:
		return rule.Medium
	}
	return rule.Low
}
