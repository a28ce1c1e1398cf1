package app

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestRegardless shows by requests that are answered with an error whether something was done for them.
func TestRegardless(t *testing.T) {
	for _, test := range []struct {
		method, path string
		status       int
		changed      bool
	}{
		{"DELETE", "/regardless/books?name=a", 404, true},
		{"DELETE", "/regardless/stopped?name=a", 404, false},
		{"DELETE", "/regardless/either?name=x", 404, false},
		{"POST", "/regardless/gin/books?name=x&to=a", 500, true},
		{"POST", "/regardless/gin/texts?name=x&to=a", 500, true},
		{"POST", "/regardless/gin/found?name=x&to=a", 404, false},
		{"POST", "/regardless/gin/said?name=x", 500, false},
		{"PUT", "/regardless/chi/books/a", 400, true},
		{"PUT", "/regardless/chi/named/a", 400, false},
		{"DELETE", "/regardless/echo/books/x", 404, false}, // of what is not there nothing is left to be removed
	} {
		m, s := http.NewServeMux(), &collection{books: map[string]string{"a": "text"}}
		regardless(m, s)
		before := maps.Clone(s.books)
		w, r := httptest.NewRecorder(), httptest.NewRequest(test.method, test.path, nil)
		r.Header.Set("Authorization", "Bearer user")
		m.ServeHTTP(w, r)
		if changed := !maps.Equal(before, s.books); w.Code != test.status || changed != test.changed {
			t.Errorf("%s %s: %d, changed %v; want %d, %v", test.method, test.path, w.Code, changed, test.status, test.changed)
		}
	}
}
