package app

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestNobody sends tokens that nobody has.
func TestNobody(t *testing.T) {
	h := New()
	for path, passes := range map[string]bool{
		"kept": true, "store": true, "there": false, "chi/bearer": true, "gin/session": true, "gin/store": true, "echo/handler": true,
		"asked": false, "refused": false, "chi/either": false, "gin/needed": false, "gorilla/preferences": false,
	} {
		r := httptest.NewRequest("POST", "/nobody/"+path, nil)
		r.Header.Set("Authorization", "Bearer forged")
		r.AddCookie(&http.Cookie{Name: "session", Value: "forged"})
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if acted := w.Header().Get(served.Acted) != ""; acted != passes {
			t.Errorf("%s: answered %d, acted %v", path, w.Code, acted)
		}
	}
}
