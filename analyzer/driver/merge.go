package driver

import (
	"slices"
	"sort"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// merge makes one table of the packages' tables. A router that one package
// leaves open and another one serves is the served one's; what stays open was
// never served by any of them.
func merge(tables []*routes.Table) *routes.Table {
	out := &routes.Table{Routes: []*routes.Route{}, Incomplete: []routes.Incomplete{}}
	known, served := seen(tables), served(tables)
	commands := slices.ContainsFunc(tables, func(t *routes.Table) bool { return t.Command })
	done := map[key]bool{}
	for _, t := range tables {
		for _, r := range t.Routes {
			k := keyOf(r)
			if r.Open && (served[r.Position] || known[r.Position] && !t.Command) || done[k] {
				continue
			}
			done[k] = true
			out.Routes = append(out.Routes, r)
		}
		if t.Command || !commands { // a library seen alone has nothing to add then
			out.Incomplete = append(out.Incomplete, t.Incomplete...)
		}
	}
	sort.SliceStable(out.Routes, func(i, j int) bool { return out.Routes[i].Before(out.Routes[j]) })
	out.Incomplete = distinct(out.Incomplete)
	return out
}

// seen is where the commands register.
func seen(tables []*routes.Table) map[routes.Position]bool {
	out := map[routes.Position]bool{}
	for _, t := range tables {
		for _, p := range t.Seen {
			out[p] = true
		}
	}
	return out
}

// served is where routes stand that are served.
func served(tables []*routes.Table) map[routes.Position]bool {
	out := map[routes.Position]bool{}
	for _, t := range tables {
		for _, r := range t.Routes {
			if !r.Open {
				out[r.Position] = true
			}
		}
	}
	return out
}

// A key tells routes apart.
type key struct {
	app, method, host, pattern string
	at                         routes.Position
	local                      bool
}

func keyOf(r *routes.Route) key {
	return key{r.App, r.Method, r.Host, r.Pattern, r.Position, r.Local}
}

func distinct(list []routes.Incomplete) []routes.Incomplete {
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].Position != list[j].Position {
			return list[i].Position.Before(list[j].Position)
		}
		return list[i].Reason < list[j].Reason
	})
	out := []routes.Incomplete{}
	for i, x := range list {
		if i == 0 || x.Position != list[i-1].Position || x.Reason != list[i-1].Reason {
			out = append(out, x)
		}
	}
	return out
}

// shorten makes the file names of a table relative to the directory.
func shorten(t *routes.Table, o options) {
	places(t, func(p *routes.Position) { p.File = o.relative(p.File) })
}
