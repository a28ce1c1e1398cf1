package guard

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
)

// TestListOfRest asks whether what is left of a path is in a list: elements are compared
// with the rest, not with the whole path.
func TestListOfRest(t *testing.T) {
	in := &test{subject: frameworks.SourcePath, op: "in", cut: "/api", list: []string{"/users", "/orders"}}
	for path, want := range map[string]bool{"/api/users": true, "/api/orders": true, "/api/prices": false} {
		if truth, ok := in.decide(Target{Path: path}); !ok || truth != want {
			t.Errorf("%s: %v, decided %v, want %v", path, truth, ok, want)
		}
	}
}
