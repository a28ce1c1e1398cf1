package random

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/guardvet/guardvet/testdata/random/ask"
)

// A Disagreement is one between guardvet and the server.
type Disagreement struct {
	Program *Program
	Number  int // of the program in its batch, -1 if that is not known
	Route   RouteOf
	// Kind is what they disagree on, What the details.
	Kind, What string
}

func (d Disagreement) String() string {
	if d.Program == nil {
		return d.Kind + ": " + d.What
	}
	return fmt.Sprintf("%s, seed %d, program %d: %s %s: %s: %s",
		d.Program.Framework, d.Program.Seed, d.Program.Number, d.Route.Method, d.Route.Path, d.Kind, d.What)
}

// principals are who asks for each route, "" is nobody.
var principals = []string{"", "user", "admin"}

// Served is what the server answered to the principals on one route.
type Served struct {
	RouteOf
	Answers []ask.Answer
}

// Compare reads the programs of the batch, serves them and compares. It returns
// how many routes were compared, and the disagreements.
func (b *Batch) Compare() (routes int, out []Disagreement, err error) {
	found, incomplete, err := b.Read()
	if err != nil {
		return 0, nil, err
	}
	served, err := b.Serve(found)
	if err != nil {
		return 0, nil, err
	}
	for _, i := range incomplete {
		d := Disagreement{Number: fileOf(i.Position), Kind: "incomplete", What: i.Position + ": " + i.Reason}
		if d.Number >= 0 {
			d.Program = b.Programs[d.Number]
		}
		out = append(out, d)
	}
	for i, p := range b.Programs {
		routes += len(served[i])
		for _, d := range compare(p, b.places, found[i], served[i]) {
			d.Number = i
			out = append(out, d)
		}
	}
	return routes, out, nil
}

// Serve asks the programs for their routes, and for those that guardvet has found
// besides.
func (b *Batch) Serve(found [][]Found) ([][]Served, error) {
	served := make([][]Served, len(b.Programs))
	var requests []ask.Request
	for i, p := range b.Programs {
		routes := p.Routes()
		for _, f := range found[i] {
			if r := (RouteOf{f.Method, f.Pattern}); !slices.Contains(routes, r) {
				routes = append(routes, r)
			}
		}
		for _, r := range routes {
			served[i] = append(served[i], Served{RouteOf: r})
			for _, who := range principals {
				requests = append(requests, ask.Request{
					Program: fmt.Sprintf("P%d", i), Set: p.condition(r) == "unset",
					Method: r.Method, Path: r.request(), As: who,
				})
			}
		}
	}
	answers, err := b.Ask(requests)
	if err != nil {
		return nil, err
	}
	for i := range served {
		for j := range served[i] {
			served[i][j].Answers, answers = answers[:len(principals)], answers[len(principals):]
		}
	}
	return served, nil
}

// compare compares what guardvet has found of one program with what the server
// answered.
func compare(p *Program, at places, found []Found, served []Served) (out []Disagreement) {
	for _, s := range served {
		c := comparison{program: p, places: at, found: matching(found, s.RouteOf), answers: s.Answers, unsure: p.condition(s.RouteOf) != ""}
		c.compare()
		for _, f := range c.faults {
			out = append(out, Disagreement{Program: p, Route: s.RouteOf, Kind: f.kind, What: f.what})
		}
	}
	return out
}

var parameter = regexp.MustCompile(`\{\w+\}|:\w+`)

// request is a path to ask for.
func (r RouteOf) request() string { return parameter.ReplaceAllString(r.Path, "1") }

func matching(found []Found, r RouteOf) []Found {
	var out []Found
	for _, f := range found {
		if f.Method == r.Method && f.Pattern == r.Path {
			out = append(out, f)
		}
	}
	return out
}
