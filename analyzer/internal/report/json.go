package report

import (
	"encoding/json"
	"io"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// JSON writes the inventory as one object. Its lists are never null, and keys
// that a reader filters by are always there.
func JSON(w io.Writer, t *routes.Table) error {
	inv := inventory{Routes: []route{}, Incomplete: t.Incomplete, Totals: count(t)}
	for _, r := range t.Routes {
		inv.Routes = append(inv.Routes, newRoute(r))
	}
	if inv.Incomplete == nil {
		inv.Incomplete = []routes.Incomplete{}
	}
	return Object(w, inv)
}

// Object writes a value as indented JSON that keeps <, > and & readable.
func Object(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

type inventory struct {
	Routes     []route             `json:"routes"`
	Incomplete []routes.Incomplete `json:"incomplete"`
	Totals     totals              `json:"totals"`
}

// A route is a [routes.Route] as promised to readers: the fields named here win
// over those of the same name that are embedded.
type route struct {
	Method string `json:"method"`
	Host   string `json:"host"`
	*routes.Route
	Guards []routes.Guard `json:"guards"`
	Chain  []routes.Step  `json:"chain"`
}

func newRoute(r *routes.Route) route {
	out := route{Method: r.Method, Host: r.Host, Route: r, Guards: []routes.Guard{}, Chain: []routes.Step{}}
	out.Chain = append(out.Chain, r.Chain...)
	for _, g := range r.Guards {
		g.Demands = append([]string{}, g.Demands...)
		denies := []int{}
		for _, status := range g.Denies {
			denies = append(denies, max(status, 0)) // readers were promised 0 for unknown
		}
		g.Denies = denies
		out.Guards = append(out.Guards, g)
	}
	return out
}

// totals count a table's routes by verdict.
type totals struct {
	Routes     int `json:"routes"`
	Guarded    int `json:"guarded"`
	Public     int `json:"public"`
	Unguarded  int `json:"unguarded"`
	Unknown    int `json:"unknown"`
	Incomplete int `json:"incomplete"`
}

func count(t *routes.Table) totals {
	n := totals{Routes: len(t.Routes), Incomplete: len(t.Incomplete)}
	for _, r := range t.Routes {
		switch r.Verdict {
		case routes.Guarded:
			n.Guarded++
		case routes.Public:
			n.Public++
		case routes.Unguarded:
			n.Unguarded++
		case routes.Unknown:
			n.Unknown++
		}
	}
	return n
}
