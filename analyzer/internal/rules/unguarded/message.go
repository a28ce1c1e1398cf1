package unguarded

import (
	"fmt"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// finding tells the story of a registration: what its peers demand, and where to look.
func finding(list []*routes.Route, p peers) rule.Finding {
	r := list[0]
	text, example := comparison(p)
	f := rule.Finding{
		Position: r.Position, Confidence: confidence(r, p),
		Message: fmt.Sprintf("unguarded: %s is served without a guard%s", name(list...), text),
	}
	if r.Generated { // nobody writes into generated code what is meant
		f.Position = r.HandlerPosition
		f.Related = append(f.Related, rule.Related{Position: r.Position, Message: "registered here"})
	}
	if r.Closed != r.Position && r.Closed.File != "" {
		f.Related = append(f.Related, rule.Related{Position: r.Closed, Message: "served here"})
	}
	if example == nil {
		return f
	}
	f.Related = append(f.Related, rule.Related{Position: example.Position, Message: name(example) + " is registered here"})
	if g := telling(example); g.Position.File != "" {
		f.Related = append(f.Related, rule.Related{Position: g.Position, Message: "its guard " + short(g.Name) + " is written here"})
	}
	return f
}

// comparison says what the nearest peers demand, with one of them as example.
// The route itself is one of the routes that are counted.
func comparison(p peers) (string, *routes.Route) {
	if p.same != nil {
		return fmt.Sprintf("; %s, with the same handler, demands %s", name(p.same), demandAt(p.same)), p.same
	}
	peers, where := p.all, "of the application"
	if p.prefix != "" {
		peers, where = p.siblings, "under "+p.prefix
	}
	n := count(peers)
	if n == 0 {
		return "", nil
	}
	example, most := usual(peers)
	text := fmt.Sprintf("; %d of %d routes %s ", n, len(peers)+1, where)
	switch {
	case n == 1:
		return text + "demands " + demandAt(example), example
	case most == n:
		return text + "demand " + demandAt(example), example
	}
	return text + "are guarded, most often by " + demandAt(example), example
}

// usual returns the first route with the demand that most of them share, and how
// many do.
func usual(list []*routes.Route) (example *routes.Route, n int) {
	counts := map[string]int{}
	for _, r := range list {
		if guarded(r) {
			counts[demand(r)]++
		}
	}
	for _, r := range list {
		if c := counts[demand(r)]; guarded(r) && c > n {
			example, n = r, c
		}
	}
	return example, n
}

// demand says in a word or two what a guarded route asks for.
func demand(r *routes.Route) string {
	if r.Level != routes.Authz {
		return string(routes.Authn)
	}
	if d := telling(r).Demands; len(d) > 0 {
		return string(routes.Authz) + " " + strings.Join(d, ", ")
	}
	return string(routes.Authz)
}

// demandAt adds which guard asks it, and where that is.
func demandAt(r *routes.Route) string {
	g := telling(r)
	at := g.Position
	if at.File == "" {
		at = g.Attached
	}
	if at.File == "" {
		return fmt.Sprintf("%s (%s)", demand(r), short(g.Name))
	}
	return fmt.Sprintf("%s (%s at %s:%d)", demand(r), short(g.Name), base(at.File), at.Line)
}

// telling returns the guard that says most about what a route demands: the last
// one that authorizes, or else the first.
func telling(r *routes.Route) routes.Guard {
	g := r.Guards[0]
	for _, other := range r.Guards {
		if other.Kind == routes.Authz {
			g = other
		}
	}
	return g
}

func name(list ...*routes.Route) string {
	r := list[0]
	if r.Method == "*" {
		return r.Host + r.Pattern + " (any method)"
	}
	var methods []string
	for _, r := range list {
		methods = append(methods, r.Method)
	}
	return strings.Join(methods, ", ") + " " + r.Host + r.Pattern
}

// base keeps messages the same on every machine.
func base(file string) string { return file[strings.LastIndexAny(file, `/\`)+1:] }

// short drops the directories of a symbol's import path, and the number of a closure.
func short(symbol string) string {
	symbol, _, _ = strings.Cut(symbol, "$")
	if symbol == "" {
		return "a function"
	}
	name := strings.TrimLeft(symbol, "(*")
	receiver := symbol[:len(symbol)-len(name)]
	name, args, generic := strings.Cut(name, "[")
	name = name[strings.LastIndexByte(name, '/')+1:]
	if generic {
		name += "[" + args
	}
	return receiver + name
}
