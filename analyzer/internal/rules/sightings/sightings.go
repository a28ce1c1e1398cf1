// Package sightings gathers what a route table tells of one kind of mistake. A
// middleware that is wrong is wrong on every route behind it; that is one finding.
package sightings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// A Sighting is a mistake at one place, and the routes on which it shows.
type Sighting struct {
	Fault  routes.Fault
	Step   routes.Step // of the first route
	Routes []*routes.Route
}

// Of gathers the faults of a kind on the routes that a program serves, in the order in
// which the table has them. Concerns says whether a fault of step i of a route
// counts; nil counts all.
func Of(t *routes.Table, kind routes.FaultKind, concerns func(r *routes.Route, i int, f routes.Fault) bool) []Sighting {
	var out []Sighting
	for _, r := range t.Routes {
		if r.Open || r.Shadowed {
			continue
		}
		for i, s := range r.Chain {
			for _, f := range s.Faults {
				if f.Kind == kind && (concerns == nil || concerns(r, i, f)) {
					out = add(out, r, s, f)
				}
			}
		}
	}
	return out
}

func add(list []Sighting, r *routes.Route, s routes.Step, f routes.Fault) []Sighting {
	i := slices.IndexFunc(list, func(o Sighting) bool {
		return o.Fault.Position == f.Position && what(o.Fault) == what(f) && o.Fault.Status == f.Status
	})
	if i < 0 {
		return append(list, Sighting{Fault: f, Step: s, Routes: []*routes.Route{r}})
	}
	switch {
	case slices.Contains(list[i].Routes, r):
	case peers.IsOpen(r) && !peers.IsOpen(list[i].Routes[0]): // it shows best where nothing else guards
		list[i].Routes = slices.Insert(list[i].Routes, 0, r)
		list[i].Step = s
	default:
		list[i].Routes = append(list[i].Routes, r)
	}
	return list
}

// what is the detail of a fault, less what is said of one route only.
func what(f routes.Fault) string {
	if strings.HasPrefix(f.Detail, routes.Spelling) {
		return routes.Spelling
	}
	return f.Detail
}

// On names the routes: the first one, and how many there are besides.
func (s Sighting) On() string {
	first := peers.Name(s.Routes[0])
	switch n := len(s.Routes) - 1; n {
	case 0:
		return first
	case 1:
		return first + " and one more route"
	default:
		return fmt.Sprintf("%s and %d more routes", first, n)
	}
}

// They says something of the routes: with one verb of one of them, with the other one of several.
func (s Sighting) They(one, several string) string {
	if len(s.Routes) == 1 {
		return s.On() + " " + one
	}
	return s.On() + " " + several
}

// Who is the function at fault.
func (s Sighting) Who() string {
	if s.Fault.Func != "" {
		return peers.Short(s.Fault.Func)
	}
	return peers.Short(s.Step.Name)
}

// At is where to report it: at the fault, or, if that is in a module that the program
// only uses, where the step is attached.
func (s Sighting) At(t *routes.Table) routes.Position {
	if s.Step.Attached.File == "" || s.Ours(t) {
		return s.Fault.Position
	}
	return s.Step.Attached
}

// Ours reports whether the function at fault is of the program's own module.
func (s Sighting) Ours(t *routes.Table) bool {
	symbol := s.Fault.Func
	if symbol == "" {
		symbol = s.Step.Name
	}
	return t.Ours(symbol)
}

// Story are the places to look at: where the step was attached, and where the first
// route is registered.
func (s Sighting) Story() []rule.Related {
	var out []rule.Related
	r := s.Routes[0]
	if at := s.Step.Attached; at.File != "" && at != r.Position {
		out = append(out, rule.Related{Position: at, Message: peers.Short(s.Step.Name) + " is attached here"})
	}
	return append(out, rule.Related{Position: r.Position, Message: peers.Name(r) + " is registered here"})
}

// If is the condition, as the end of a sentence.
func (s Sighting) If() string {
	if s.Fault.Condition == "" {
		return ""
	}
	return " if " + s.Fault.Condition
}

// NobodyDemands reports whether none of the routes behind a step is guarded, or may be.
func NobodyDemands(t *routes.Table, step routes.Step) bool {
	for _, r := range t.Routes {
		if r.Verdict != routes.Guarded && r.Verdict != routes.Unknown {
			continue
		}
		for _, s := range r.Chain {
			if s.Name == step.Name && s.Attached == step.Attached {
				return false
			}
		}
	}
	return true
}

// Excepts reports whether what a step skips is more than the route that it was meant for. Who
// writes a path down means that one, and who writes the start of paths means what is to
// be read below it.
func Excepts(f routes.Fault, r *routes.Route) bool {
	if prefix, ok := Begin(f); ok {
		pattern, _ := r.BelowBase() // of which a guard behind the base path sees no more
		return peers.ChangesState(r.Method) || !peers.Under(strings.TrimSuffix(prefix, "/"), pattern)
	}
	return strings.HasPrefix(f.Detail, routes.Ends+" ") || strings.HasPrefix(f.Detail, routes.Has+" ")
}

// Begin is what the paths begin with that a step skips.
func Begin(f routes.Fault) (prefix string, ok bool) {
	quoted, ok := strings.CutPrefix(f.Detail, routes.Begins+" ")
	if !ok {
		return "", false
	}
	prefix, err := strconv.Unquote(quoted)
	return prefix, err == nil
}

// Explained reports whether a rule on the steps of an open route says why it is open.
func Explained(t *routes.Table, r *routes.Route) bool {
	for _, s := range r.Chain {
		for _, f := range s.Faults {
			switch f.Kind {
			case routes.FailsOpen, routes.ChecksLate:
				return true
			case routes.Skips:
				if Excepts(f, r) {
					return true
				}
			case routes.Ignored:
				if f.Detail == routes.Unsigned && (Sighting{Fault: f, Step: s}).Ours(t) {
					return true
				}
			case routes.Continues:
				if (Sighting{Fault: f, Step: s}).Ours(t) {
					return true
				}
			case routes.OnlyVerifies:
				if NobodyDemands(t, s) {
					return true
				}
			}
		}
	}
	return false
}
