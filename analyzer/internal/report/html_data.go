package report

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A page is what the page's script reads. Steps and guards, which routes share, stand
// once, and routes have their numbers.
type page struct {
	Totals     totals                    `json:"totals"`
	Routes     []pageRoute               `json:"routes"`
	Guards     []routes.Guard            `json:"guards"`
	Steps      []pageStep                `json:"steps"`
	Findings   []pageFinding             `json:"findings"`
	Incomplete []routes.Incomplete       `json:"incomplete"`
	Source     map[string]map[int]string `json:"source"` // by file and line
}

type pageRoute struct {
	ID        string              `json:"id"` // in the page's address
	Method    string              `json:"method"`
	Host      string              `json:"host"`
	Pattern   string              `json:"pattern"`
	App       string              `json:"app"`
	Package   string              `json:"package"` // of the handler
	Handler   string              `json:"handler"`
	Verdict   routes.Verdict      `json:"verdict"`
	Level     routes.Level        `json:"level"`
	Says      string              `json:"says"`    // who may pass
	Remarks   string              `json:"remarks"` // what is unusual about it
	Reason    string              `json:"reason"`
	Framework string              `json:"framework"`
	Position  routes.Position     `json:"position"`
	Closed    routes.Position     `json:"closed"`
	Written   routes.Position     `json:"written"`
	Guards    []int               `json:"guards"`
	Missed    []int               `json:"missed"`
	Chain     []pageLink          `json:"chain"`
	Findings  []int               `json:"findings"`
	Declared  *routes.Declaration `json:"declared,omitempty"`
}

// A pageLink is a step in the chain of a route.
type pageLink struct {
	Step      int             `json:"step"`
	Attached  routes.Position `json:"attached"`
	Condition string          `json:"condition"`
}

// A pageStep is what a step does, wherever it is attached.
type pageStep struct {
	Name     string          `json:"name"`
	Role     string          `json:"role"`
	Position routes.Position `json:"position"`
	Exits    []pageExit      `json:"exits"`
	Notes    []string        `json:"notes"`
	Faults   []routes.Fault  `json:"faults"`
}

type pageExit struct {
	routes.Exit
	Says string `json:"says"` // what it answers
}

type pageFinding struct {
	Finding
	Routes []int `json:"routes"`
}

func newPage(t *routes.Table, findings []Finding, source Source) *page {
	p := &page{
		Totals: count(t), Routes: []pageRoute{}, Findings: []pageFinding{},
		Incomplete: append([]routes.Incomplete{}, t.Incomplete...),
	}
	var guards shared[routes.Guard]
	var steps shared[pageStep]
	ids := identities(t)
	for i, r := range t.Routes {
		out := pageRoute{
			ID: ids[i], Method: r.Method, Host: r.Host, Pattern: r.Pattern, App: r.App, Package: packageOf(r.Handler), Handler: routes.Short(r.Handler),
			Verdict: r.Verdict, Level: r.Level, Says: conclusion(r), Remarks: remarks(r), Reason: r.Reason, Framework: r.Framework,
			Position: r.Position, Closed: r.Closed, Written: r.HandlerPosition, Declared: r.Declared,
			Guards: []int{}, Missed: []int{}, Chain: []pageLink{}, Findings: []int{},
		}
		for _, g := range r.Guards {
			out.Guards = append(out.Guards, guards.number(pageGuard(g)))
		}
		for _, g := range r.Missed {
			out.Missed = append(out.Missed, guards.number(pageGuard(g)))
		}
		for _, s := range r.Chain {
			out.Chain = append(out.Chain, pageLink{steps.number(newStep(s)), s.Attached, s.Condition})
		}
		p.Routes = append(p.Routes, out)
	}
	p.Guards, p.Steps = append([]routes.Guard{}, guards.list...), append([]pageStep{}, steps.list...)
	index := newIndex(t)
	for i, f := range findings {
		of := index.concerned(f)
		for _, r := range of {
			p.Routes[r].Findings = append(p.Routes[r].Findings, i)
		}
		f.Related = append([]Related{}, f.Related...)
		p.Findings = append(p.Findings, pageFinding{f, of})
	}
	p.Source = excerpts(p, source)
	return p
}

func pageGuard(g routes.Guard) routes.Guard {
	g.Name = routes.Short(g.Name)
	g.Demands = append([]string{}, g.Demands...)
	g.Denies = append([]int{}, g.Denies...)
	return g
}

func newStep(s routes.Step) pageStep {
	out := pageStep{
		Name: routes.Short(s.Name), Role: s.Role, Position: s.Position,
		Exits: []pageExit{}, Notes: append([]string{}, s.Notes...), Faults: append([]routes.Fault{}, s.Faults...),
	}
	if out.Name == "" {
		out.Name = unknownFunction
	}
	for _, x := range s.Exits {
		says := status(x.Status)
		if x.Via == "panic" {
			says = "panics"
		}
		out.Exits = append(out.Exits, pageExit{x, says})
	}
	return out
}

// A shared list has every value once.
type shared[T any] struct {
	list  []T
	known map[string]int
}

// number returns the place of a value in the list.
func (s *shared[T]) number(v T) int {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // there is nothing in a table that has no JSON
	}
	n, ok := s.known[string(text)]
	if !ok {
		if s.known == nil {
			s.known = map[string]int{}
		}
		n = len(s.list)
		s.known[string(text)], s.list = n, append(s.list, v)
	}
	return n
}

// identities name the routes in the page's address: as in running text, with the
// application if another one has it too, and numbered if that is not enough.
func identities(t *routes.Table) []string {
	apps := map[string][]string{}
	for _, r := range t.Routes {
		if name := title(r); !slices.Contains(apps[name], r.App) {
			apps[name] = append(apps[name], r.App)
		}
	}
	times := map[string]int{}
	var out []string
	for _, r := range t.Routes {
		name := title(r)
		if len(apps[name]) > 1 {
			name += " in " + r.App
		}
		times[name]++
		if n := times[name]; n > 1 {
			name += fmt.Sprintf(" (%d)", n)
		}
		out = append(out, name)
	}
	return out
}

// pageTitle names what the page is about.
func pageTitle(t *routes.Table) string {
	var apps []string
	for _, r := range t.Routes {
		if !slices.Contains(apps, r.App) {
			apps = append(apps, r.App)
		}
	}
	switch len(apps) {
	case 0:
		return "no application"
	case 1:
		return strings.TrimSuffix(apps[0], ".main")
	}
	return fmt.Sprintf("%d applications", len(apps))
}

// packageOf is the import path in a symbol: "example.com/x/auth" of
// "(*example.com/x/auth.Auth).Require".
func packageOf(symbol string) string {
	name, _, _ := strings.Cut(strings.TrimLeft(symbol, "(*"), "[")
	slash := strings.LastIndexByte(name, '/') + 1
	last, _, _ := strings.Cut(name[slash:], ".")
	return name[:slash] + last
}
