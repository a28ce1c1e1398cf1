package app

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestSpellings asks, as nobody, for paths as they are written and in other ways.
func TestSpellings(t *testing.T) {
	mux := New()
	for _, test := range []struct {
		name, path string
		h          http.Handler
		passes     bool
	}{
		{"cleaned", "/admin/a", cleaned(), false},
		{"cleaned", "//admin/a", cleaned(), true},
		{"cleaned", "/open/../admin/a", cleaned(), true},
		{"cleaned", "//admin/b", cleaned(), false},
		{"slashes", "/admin/a", slashes(true), false},
		{"slashes", "//admin/a", slashes(true), true},
		{"single", "//admin/a", slashes(false), false},
		{"behind a mux", "/skips/chi/admin/a", mux, false},
		{"behind a mux", "//skips/chi/admin/a", mux, false},
		{"behind a mux", "//skips/gin/admin/a", mux, false},
		{"behind a mux", "/SKIPS/FIBER/a", mux, false},
		{"behind a mux", "/skips/fiber/a", mux, false},
		{"flags", "/skips/v1/flags", mux, true},
		{"detours", "/admin/a", detours(), false},
		{"detours", "/open/../admin/a", detours(), true},
		{"published", "/admin/a", published("/open"), false},
		{"published", "/open/../admin/a", published("/open"), true},
		{"cleanly", "/open/../admin/a", cleanly("/open"), false},
		{"undotted", "/open/../admin/a", undotted("/open"), false},
		{"verbatim", "/open/../admin/a", verbatim("/open"), false},
	} {
		method := "GET"
		if strings.Contains("flags detours published cleanly undotted verbatim", test.name) {
			method = "POST"
		}
		r := httptest.NewRequest(method, "/", nil)
		r.URL.Path, r.RequestURI = test.path, test.path
		w := httptest.NewRecorder()
		test.h.ServeHTTP(w, r)
		if acted := w.Header().Get(served.Acted) != ""; acted != test.passes {
			t.Errorf("%s %s: answered %d, acted %v", test.name, test.path, w.Code, acted)
		}
	}
	for path, passes := range map[string]bool{"/admin/a": false, "/ADMIN/a": true, "/admin/b": false, "/ADMIN/B": false} {
		answer, err := capitals().Test(httptest.NewRequest("GET", path, nil))
		if err != nil || (answer.Header.Get(served.Acted) != "") != passes {
			t.Errorf("capitals %s: %v %v", path, answer, err)
		}
	}
	if answer, err := fiberApp("/admin/").Test(httptest.NewRequest("GET", "/ADMIN/a", nil)); err != nil || answer.StatusCode != http.StatusNotFound {
		t.Errorf("written: %v %v", answer, err)
	}
}
