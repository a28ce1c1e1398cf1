package app

import (
	"net/http/httptest"
	"testing"
)

// TestAnonymous sends each route a request without credentials: what the
// server answers is what guardvet has to say of it.
func TestAnonymous(t *testing.T) {
	for _, tt := range []struct {
		method, path string
		want         int
	}{
		{"GET", "/healthz", 200},
		{"GET", "/orders", 401},
		{"POST", "/orders", 401},
		{"DELETE", "/orders/1", 200},
	} {
		w := httptest.NewRecorder()
		New().ServeHTTP(w, httptest.NewRequest(tt.method, tt.path, nil))
		if w.Code != tt.want {
			t.Errorf("%s %s: %d, want %d", tt.method, tt.path, w.Code, tt.want)
		}
	}
}
