package app

import (
	"testing"

	"github.com/guardvet/guardvet/testdata/samples/faults/asks"
	"github.com/guardvet/guardvet/testdata/served"
)

// TestFindings requires a finding of the rule on every line that says so, and no others.
func TestFindings(t *testing.T) {
	served.CheckFindings(t, "./samples/faults/...", "app")
}

// TestFaults shows each mistake by requests: of nobody, of a user, of an administrator. A
// status is negative if the handler has acted all the same.
func TestFaults(t *testing.T) {
	h := New()
	for _, test := range []struct {
		method, path        string
		nobody, user, admin int
	}{
		{"GET", "/answers/nobody", 403, 200, 200},
		{"GET", "/answers/both", 403, 403, 200},
		{"GET", "/answers/known", 401, 401, 200},
		{"GET", "/answers/right", 401, 403, 200},
		{"GET", "/answers/hidden", 404, 200, 200},
		{"POST", "/answers/forged", 403, 403, 403},
		{"POST", "/checks/helped", 401, 200, 200},
		{"GET", "/doors/shared/a", 401, 200, 200},
		{"GET", "/doors/shared/b", 200, 200, 200},
		{"POST", "/checks/goes-on", -401, 200, 200},
		{"POST", "/checks/stops", 401, 200, 200},
		{"POST", "/checks/late", -401, 200, 200},
		{"POST", "/checks/early", 401, 200, 200},
		{"POST", "/checks/some", 200, 200, 200},
		{"POST", "/checks/asset", 401, 200, 200},
		{"POST", "/checks/asset?a.css", 200, 200, 200},
		{"POST", "/checks/all", 401, 200, 200},
		{"POST", "/checks/identified", 200, 200, 200},
		{"POST", "/checks/asked", 401, 200, 200},
		{"DELETE", "/doors/1", 401, 403, 200},
		{"DELETE", "/old/doors/1", 200, 200, 200},
		{"GET", "/doors/list", 401, 200, 200},
		{"GET", "/old/doors/list", 401, 200, 200},
		{"GET", "/doors/plan", 401, 200, 200},
		{"GET", "/doors/plan/", 200, 200, 200},
		{"POST", "/doors/plan/new", 200, 200, 200},
		{"GET", "/roles/users", 401, 403, 200},
		{"DELETE", "/roles/users/1", 401, 200, 200},
		{"GET", "/members/all", 401, 200, 200},
		{"POST", "/verdicts/heard", 401, 403, 200},
		{"POST", "/verdicts/dropped", 401, 200, 200},
		{"POST", "/verdicts/blank", 401, 200, 200},
		{"POST", "/verdicts/overwritten", 401, 200, 200},
		{"POST", "/verdicts/both", 401, 403, 200},
		{"POST", "/verdicts/error", 401, 200, 200},
		{"POST", "/verdicts/handed", 401, 403, 200},
		{"POST", "/verdicts/kept", 401, 403, 200},
		{"POST", "/verdicts/settled", 401, 403, 200},
		{"POST", "/verdicts/returned", 401, 403, 200},
		{"POST", "/verdicts/forgotten", 401, 200, 200},
		{"POST", "/verdicts/folder", 401, 200, 200},
		{"PUT", "/verdicts/folder", 401, 200, 200},
		{"GET", "/verdicts/shown", 200, 200, 200},
		{"GET", "/verdicts/misspelt", 401, 403, 403},
		{"GET", "/verdicts/spelt", 401, 403, 200},
		{"POST", "/verdicts/gin", 401, 200, 200},
		{"POST", "/verdicts/echo", 401, 200, 200},
		{"POST", "/verdicts/chi", 401, 200, 200},
		{"GET", "/gin/early", 200, 200, 200},
		{"GET", "/gin/late", 401, 200, 200},
		{"POST", "/gin/forgets", -401, 200, 200},
		{"POST", "/gin/aborts", 401, 200, 200},
		{"POST", "/echo/tells", -401, 200, 200},
		{"POST", "/echo/returns", 401, 200, 200},
		{"GET", "/echo/forbidden", 403, 200, 200},
		{"GET", "/echo/admin/users", 200, 200, 200},
		{"GET", "/chi/dropped", 200, 200, 200},
		{"GET", "/chi/kept", 401, 200, 200},
		{"POST", "/chi/halfway", 200, 200, 200},
		{"POST", "/chi/group", 401, 200, 200},
	} {
		want := asks.Statuses{test.nobody, test.user, test.admin}
		if got := asks.Of(h, asks.Ask{Method: test.method, Path: test.path}); got != want {
			t.Errorf("%s %s: %d, want %d", test.method, test.path, got, want)
		}
	}
}
