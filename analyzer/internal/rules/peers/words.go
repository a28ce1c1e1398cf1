// Package peers compares a route with the others of its application, and puts routes
// and what they demand into words. Rules share it.
package peers

import (
	"fmt"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// Usual returns the first route with the demand that most of them share, and how
// many do.
func Usual(list []*routes.Route) (example *routes.Route, n int) {
	counts := map[string]int{}
	for _, r := range list {
		if Guarded(r) {
			counts[Demand(r)]++
		}
	}
	for _, r := range list {
		if !Guarded(r) { // one that is under a condition may have no guard to speak of
			continue
		}
		if c := counts[Demand(r)]; c > n {
			example, n = r, c
		}
	}
	return example, n
}

// Demand says in a word or two what a guarded route asks for.
func Demand(r *routes.Route) string {
	if r.Level == routes.Conditional {
		return string(Telling(r).Kind) + " under a condition"
	}
	if r.Level != routes.Authz {
		return string(routes.Authn)
	}
	if d := Telling(r).Demands; len(d) > 0 {
		return string(routes.Authz) + " " + strings.Join(d, ", ")
	}
	return string(routes.Authz)
}

// DemandAt adds which guard asks it, and where that is.
func DemandAt(r *routes.Route) string {
	return fmt.Sprintf("%s (%s)", Demand(r), GuardAt(Telling(r)))
}

// GuardAt says which guard it is, and where that is.
func GuardAt(g routes.Guard) string {
	at := g.Position
	if at.File == "" {
		at = g.Attached
	}
	if at.File == "" {
		return Short(g.Name)
	}
	return fmt.Sprintf("%s at %s:%d", Short(g.Name), Base(at.File), at.Line)
}

// Telling returns the guard that says most about what a route demands: the last
// one that authorizes, or else the first.
func Telling(r *routes.Route) routes.Guard {
	g := r.Guards[0]
	for _, other := range r.Guards {
		if other.Kind == routes.Authz {
			g = other
		}
	}
	return g
}

// Name is what a message calls routes of one pattern: their methods, and where.
func Name(list ...*routes.Route) string {
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

// Base keeps messages the same on every machine.
func Base(file string) string { return file[strings.LastIndexAny(file, `/\`)+1:] }

// Short drops the directories of a symbol's import path, and the number of a closure.
func Short(symbol string) string {
	symbol, _, _ = strings.Cut(symbol, "$")
	if symbol == "" {
		return "a function"
	}
	return routes.Short(symbol)
}
