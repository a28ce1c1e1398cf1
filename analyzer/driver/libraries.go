package driver

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// judgeLibraries looks again at the packages that have routes which no command
// among the packages serves: they are judged as if they were served as they are.
// Only these, because elsewhere that would be the same work done many times.
func judgeLibraries(o options, r *result) error {
	known := seen(r.tables)
	var again []string
	r.tables = slices.DeleteFunc(r.tables, func(t *routes.Table) bool {
		left := slices.ContainsFunc(t.Routes, func(r *routes.Route) bool { return r.Open && !known[r.Position] })
		if left {
			again = append(again, t.Package)
		}
		return left
	})
	if len(again) == 0 {
		return nil
	}
	o.analyzerFlags = append(slices.Clip(o.analyzerFlags), "-"+analyzer.Analyzer.Name+".libraries")
	second, err := vetWhole(o, again)
	if err != nil {
		return err
	}
	r.tables = append(r.tables, second.tables...)
	r.tidy()
	return nil
}
