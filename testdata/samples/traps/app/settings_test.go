package app

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestSettings shows that what nobody can know of a route depends on the settings.
func TestSettings(t *testing.T) {
	for _, test := range []struct {
		way, open, path string
		want            int
	}{
		{"0", "", "or", 401}, {"0", "yes", "or", 200},
		{"0", "", "then", 401}, {"0", "yes", "then", 401},
		{"0", "", "returned", 401}, {"1", "", "returned", 401}, {"2", "", "returned", 200},
		{"0", "", "chosen", 401}, {"1", "", "chosen", 401}, {"2", "", "chosen", 200},
		{"0", "", "header", 401}, {"1", "", "header", 200}, {"2", "", "header", 401},
		{"0", "", "page/1", 401}, {"0", "", "page/2", 200},
		{"0", "", "limited", 200}, {"0", "yes", "limited", 429},
		{"0", "", "folder", 400}, {"0", "yes", "folder", 200},
	} {
		t.Setenv("WAY", test.way)
		t.Setenv("OPEN", test.open)
		t.Setenv("HEADER", "X-Remote-User")
		mux := http.NewServeMux()
		settings(mux)
		r := httptest.NewRequest(http.MethodGet, "/settings/"+test.path, nil)
		r.Header.Set("X-Remote-User", "anybody")
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		if w.Code != test.want {
			t.Errorf("%s with WAY=%s OPEN=%q: %d, want %d", test.path, test.way, test.open, w.Code, test.want)
		}
	}
}
