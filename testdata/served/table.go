package served

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// A Verdicts is what is said of the routes of a sample, by "METHOD PATTERN": "guarded authn".
type Verdicts map[string]string

// CheckTable compares the route table of a sample that cannot be served here, because its
// framework is a stub, with what the framework's own server answered where it could.
func CheckTable(t *testing.T, packages string, want Verdicts) {
	t.Helper()
	guardvet := build(t)
	table := guardvet.routes(t, packages)
	for _, i := range table.Incomplete {
		t.Errorf("incomplete: %s: %s", i.Position, i.Reason)
	}
	got := Verdicts{}
	for _, r := range table.Routes {
		got[r.String()] = r.Verdict + " " + r.Level
	}
	for _, route := range slices.Sorted(maps.Keys(got)) {
		if want[route] == "" {
			t.Errorf("invented: %s: %s", route, got[route])
		}
	}
	for _, route := range slices.Sorted(maps.Keys(want)) {
		if got[route] != want[route] {
			t.Errorf("%s: %q, want %q", route, got[route], want[route])
		}
	}
}

// Routes are the routes of the verdicts.
func (v Verdicts) Routes() (list []Route) {
	for _, route := range slices.Sorted(maps.Keys(v)) {
		method, pattern, _ := strings.Cut(route, " ")
		list = append(list, Route{Method: method, Pattern: pattern})
	}
	return list
}
