package app

import (
	"net/http/httptest"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestReviews sends tokens that nobody has, and asks as a user for what is an administrator's.
func TestReviews(t *testing.T) {
	h := New()
	for _, test := range []struct {
		path, token string
		passes      bool
	}{
		{"error", "Bearer forged", true},
		{"returned", "Bearer forged", true},
		{"asked", "Bearer forged", false},
		{"handed", "Bearer forged", false},
		{"judged", "Bearer forged", false},
		{"judged", "Bearer user", true},
		{"asked", "Bearer user", true},
		{"handed", "Bearer user", true},
		{"error", "", false},
		{"returned", "", false},
		{"denied", "Bearer user", true},
		{"allowed", "Bearer user", false},
		{"allowed", "Bearer admin", true},
	} {
		r := httptest.NewRequest("POST", "/reviews/"+test.path, nil)
		r.Header.Set("Authorization", test.token)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if acted := w.Header().Get(served.Acted) != ""; acted != test.passes {
			t.Errorf("%s with %q: answered %d, acted %v", test.path, test.token, w.Code, acted)
		}
	}
}
