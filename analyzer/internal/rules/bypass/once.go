package bypass

import (
	"fmt"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/rules/peers"
	"github.com/guardvet/guardvet/analyzer/internal/rules/rule"
	"github.com/guardvet/guardvet/analyzer/internal/rules/sightings"
)

// once finds the guards that are asked for the first request of a connection only.
func once(t *routes.Table) []rule.Finding {
	var out []rule.Finding
	for _, s := range sightings.Of(t, routes.Once, nil) {
		f := rule.Finding{
			Position: s.Step.Attached, Subject: s.Who(), Confidence: rule.Medium, Related: s.Story(),
			Message: fmt.Sprintf("bypass: %s is asked for the first request of a connection only: %s, behind it, serves the others by itself, on %s",
				s.Who(), peers.Short(s.Step.Name), s.On()),
		}
		if way := entrance(t, s); way != nil {
			f.Confidence = rule.High
			f.Message += fmt.Sprintf("; anybody may begin with %s", peers.Name(way))
			f.Related = append(f.Related, rule.Related{Position: way.Position, Message: peers.Name(way) + " is registered here"})
		}
		out = append(out, f)
	}
	return out
}

// entrance is a route that the guard lets everybody reach, through the step that takes
// connections over.
func entrance(t *routes.Table, s sightings.Sighting) *routes.Route {
	for _, r := range t.Routes {
		if r.Verdict != routes.Unguarded && r.Verdict != routes.Public || r.Open || r.Shadowed {
			continue
		}
		guard := slices.IndexFunc(r.Chain, func(o routes.Step) bool { return o.Name == s.Fault.Func && o.Position == s.Fault.Position })
		if guard >= 0 && slices.ContainsFunc(r.Chain[guard:], func(o routes.Step) bool { return o.Name == s.Step.Name && o.Attached == s.Step.Attached }) {
			return r
		}
	}
	return nil
}
