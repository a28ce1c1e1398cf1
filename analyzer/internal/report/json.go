package report

import "github.com/guardvet/guardvet/analyzer/internal/routes"

// An Inventory is the JSON form of a route table.
type Inventory struct {
	Routes     []*routes.Route     `json:"routes"`
	Incomplete []routes.Incomplete `json:"incomplete"`
	Totals     Totals              `json:"totals"`
}

// Totals count a table's routes by verdict.
type Totals struct {
	Routes     int `json:"routes"`
	Guarded    int `json:"guarded"`
	Public     int `json:"public"`
	Unguarded  int `json:"unguarded"`
	Unknown    int `json:"unknown"`
	Incomplete int `json:"incomplete"`
}

// NewInventory wraps a table; its lists are never null.
func NewInventory(t *routes.Table) Inventory {
	inv := Inventory{Routes: t.Routes, Incomplete: t.Incomplete, Totals: NewTotals(t)}
	if inv.Routes == nil {
		inv.Routes = []*routes.Route{}
	}
	if inv.Incomplete == nil {
		inv.Incomplete = []routes.Incomplete{}
	}
	for _, r := range inv.Routes {
		if r.Guards == nil {
			r.Guards = []routes.Guard{}
		}
		for i := range r.Guards {
			if r.Guards[i].Demands == nil {
				r.Guards[i].Demands = []string{}
			}
		}
	}
	return inv
}

// NewTotals counts.
func NewTotals(t *routes.Table) Totals {
	n := Totals{Routes: len(t.Routes), Incomplete: len(t.Incomplete)}
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
