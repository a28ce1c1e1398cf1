// Package served holds what guardvet says of a sample application against the
// application's own server: the same routes, and for each route the verdict,
// level and denial status that real requests show.
package served

import (
	"net/http"
	"strings"
	"testing"
)

// A Sample is an application that can be served.
type Sample struct {
	// Packages are the package patterns to analyse, relative to the module of
	// the samples: "./samples/chi/...".
	Packages string
	// New makes the application's handler.
	New func() http.Handler
	// Routes are the routes that the framework itself reports.
	Routes []Route
	// Path gives the values to put for path parameters, by pattern. A pattern
	// that is not listed gets "1" for every parameter.
	Path map[string]string
	// Unknown lists the routes ("GET /x") whose verdict guardvet cannot know,
	// with the reason why nobody could.
	Unknown map[string]string
	// Strangers lists the routes that refuse who sends no credential, and let pass whoever sends one that is nobody's.
	Strangers []string
	// Login adds the credentials of "user" or "admin" to a request. Nil stands
	// for a bearer token that is the user's name.
	Login func(r *http.Request, who string)
}

// A Route is a route as the server knows it, in the spelling of its framework.
// Method "*" stands for any method.
type Route struct{ Method, Host, Pattern string }

func (r Route) String() string { return r.Method + " " + r.Host + r.Pattern }

// Acted is the response header in which a sample's handler says that it acted.
const Acted = "X-Acted"

// Check compares guardvet's route table with the server.
func Check(t *testing.T, s Sample) {
	t.Helper()
	guardvet := build(t)
	table := guardvet.routes(t, s.Packages)
	guardvet.agree(t, s.Packages)
	for _, i := range table.Incomplete {
		t.Errorf("incomplete: %s: %s", i.Position, i.Reason)
	}
	s.sameRoutes(t, table.Routes)
	for _, r := range table.Routes {
		t.Run(strings.ReplaceAll(r.String(), "/", "|"), func(t *testing.T) {
			for _, f := range s.compare(t, r) {
				t.Error(f)
			}
		})
	}
}

// sameRoutes requires every route, and none besides.
func (s *Sample) sameRoutes(t *testing.T, found []Found) {
	t.Helper()
	want := map[string]bool{}
	for _, r := range s.Routes {
		want[r.String()] = true
	}
	got := map[string]bool{}
	for _, r := range found {
		got[r.String()] = true
		if !want[r.String()] {
			t.Errorf("invented: %s (%s)", r, r.Position)
		}
	}
	for r := range want {
		if !got[r] {
			t.Errorf("missed: %s", r)
		}
	}
}
