package app

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestFindings requires a finding of the rule on every line that says so, and no others.
func TestFindings(t *testing.T) {
	served.CheckFindings(t, "./samples/faults/...", "app")
}

// TestFaults shows each mistake by requests: of nobody, of a user, of an administrator. A
// status is negative if the handler has acted all the same.
func TestFaults(t *testing.T) {
	const answered = http.StatusOK
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
		for who, want := range map[string]int{"": test.nobody, "user": test.user, "admin": test.admin} {
			r := httptest.NewRequest(test.method, test.path, nil)
			if who != "" {
				r.Header.Set("Authorization", "Bearer "+who)
				r.AddCookie(&http.Cookie{Name: "session", Value: who})
			}
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			got := w.Code
			if acted := w.Header().Get(served.Acted) != ""; acted != (got == answered) {
				got = -got
			}
			if got != want {
				t.Errorf("%s %s by %q: %d, want %d", test.method, test.path, who, got, want)
			}
		}
	}
}
