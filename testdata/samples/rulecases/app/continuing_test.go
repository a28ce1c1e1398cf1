package app

import (
	"net/http/httptest"
	"testing"

	"github.com/guardvet/guardvet/testdata/served"
)

// TestContinuesWrong sends a token that nobody has: who does passes one of the two.
func TestContinuesWrong(t *testing.T) {
	h := New()
	for path, passes := range map[string]bool{"wrong": true, "heeded": false} {
		r := httptest.NewRequest("POST", "/continues/"+path, nil)
		r.Header.Set("Authorization", "Bearer forged")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if acted := w.Header().Get(served.Acted) != ""; acted != passes {
			t.Errorf("%s with a token of nobody: answered %d, acted %v", path, w.Code, acted)
		}
	}
}
