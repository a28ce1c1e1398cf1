package unguarded

import (
	"fmt"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
)

// finding tells the story of a registration: what its peers demand, and where to look.
// more is how many other patterns the finding is about.
func finding(list []*routes.Route, more int, p peers.Peers) rule.Finding {
	r := list[0]
	subject := peers.Name(list...) + " is"
	switch {
	case more == 1:
		subject = peers.Name(list...) + " and one more route are"
	case more > 1:
		subject = fmt.Sprintf("%s and %d more routes are", peers.Name(list...), more)
	}
	text, example := comparison(p)
	f := rule.Finding{
		Position: r.Position, Subject: peers.Name(list...), Confidence: confidence(r, p),
		Message: fmt.Sprintf("unguarded: %s served without a guard%s", subject, text),
	}
	if s, ok := addressList(r); ok { // it is not for everybody, and somebody thought of that
		f.Confidence = rule.Low
		f.Message += fmt.Sprintf("; %s asks only where a request comes from", peers.Short(s.Name))
		f.Related = append(f.Related, rule.Related{Position: s.Position, Message: peers.Short(s.Name) + " is written here"})
	}
	if r.Generated { // nobody writes into generated code what is meant
		f.Position = r.HandlerPosition
		f.Related = append(f.Related, rule.Related{Position: r.Position, Message: "registered here"})
	}
	if r.Closed != r.Position && r.Closed.File != "" {
		f.Related = append(f.Related, rule.Related{Position: r.Closed, Message: "served here"})
	}
	for _, s := range r.Chain {
		for _, fault := range s.Faults {
			if fault.Kind == routes.Skips {
				f.Related = append(f.Related, rule.Related{Position: fault.Position, Message: peers.Short(s.Name) + " lets pass what " + fault.Detail})
			}
		}
	}
	if example == nil {
		return f
	}
	f.Related = append(f.Related, peers.Example(example)...)
	return f
}

// addressList is the step on the way to a route that asks where a request comes from.
func addressList(r *routes.Route) (routes.Step, bool) {
	i := slices.IndexFunc(r.Chain, func(s routes.Step) bool { return s.Role == routes.AddressList })
	if i < 0 {
		return routes.Step{}, false
	}
	return r.Chain[i], true
}

// comparison says what the nearest peers demand, with one of them as example.
// The route itself is one of the routes that are counted.
func comparison(p peers.Peers) (string, *routes.Route) {
	list, where := p.All, "of the application"
	if p.Prefix != "" {
		list, where = p.Siblings, "under "+p.Prefix
	}
	n := peers.Count(list)
	if n == 0 {
		return "", nil
	}
	example, most := peers.Usual(list)
	text := fmt.Sprintf("; %d of %d routes %s ", n, len(list)+1, where)
	switch {
	case n == 1:
		return text + "demands " + peers.DemandAt(example), example
	case most == n:
		return text + "demand " + peers.DemandAt(example), example
	}
	return text + "are guarded, most often by " + peers.DemandAt(example), example
}

// confidence adds up what speaks for a mistake.
func confidence(r *routes.Route, p peers.Peers) rule.Confidence {
	score := 0
	if peers.ChangesState(r.Method) {
		score++
	}
	switch {
	case p.Prefix == "":
		score-- // a part of the application in which nothing is guarded
	case peers.Count(p.Siblings) == len(p.Siblings):
		score++
	}
	switch {
	case score >= 2:
		return rule.High
	case score == 1:
		return rule.Medium
	}
	return rule.Low
}
