package app

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestCheckers shows that what nobody can know of a route depends on the settings.
func TestCheckers(t *testing.T) {
	for _, test := range []struct {
		realm, name, path string
		want              int
	}{
		{"", "", "always", 401}, {"realm", "", "always", 401},
		{"", "", "set", 200}, {"realm", "", "set", 401},
		{"", "", "first", 401}, {"", "", "either", 200}, {"realm", "", "either", 401},
		{"", "", "named", 200}, {"", "known", "named", 401},
	} {
		t.Setenv("REALM", test.realm)
		t.Setenv("CHECKER", test.name)
		mux := http.NewServeMux()
		checkers(mux)
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/checkers/"+test.path, nil))
		if w.Code != test.want {
			t.Errorf("%s with REALM=%q CHECKER=%q: %d, want %d", test.path, test.realm, test.name, w.Code, test.want)
		}
	}
}
