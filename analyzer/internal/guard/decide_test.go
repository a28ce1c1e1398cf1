package guard

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
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

// TestBehindParameters compares what comes after a parameter that a step has taken off.
func TestBehindParameters(t *testing.T) {
	loan := &test{subject: frameworks.SourcePath, op: "==", cut: "/books/{}", arg: "/loan"}
	for path, want := range map[string]bool{"/books/{}/loan": true, "/books/{}/pages": false, "/books/7/loan": true, "/books/7": false} {
		if truth, ok := loan.decide(Target{Path: path}); !ok || truth != want {
			t.Errorf("%s: %v, decided %v, want %v", path, truth, ok, want)
		}
	}
	if _, ok := loan.decide(Target{Path: "/books/{...}"}); ok {
		t.Error("a path that may be any is decided")
	}
	if truth, ok := loan.decide(Target{Path: "/books/{...}", Rest: true}); !ok || truth {
		t.Error("the rest may be what the step names")
	}
}

// TestBits does not compute what a smaller type of numbers would not hold.
func TestBits(t *testing.T) {
	for _, c := range []struct {
		op   string
		x, y value.Int
		want value.Int
		ok   bool
	}{{"&", 6, 3, 2, true}, {"|", 4, 1, 5, true}, {"&^", 7, 2, 5, true}, {"<<", 1, 6, 64, true}, {"<<", 1, 7, 0, false}, {">>", 8, 2, 2, true}, {"*", 2, 2, 0, false}} {
		if got, ok := bitsOf(c.op, c.x, c.y); ok != c.ok || ok && got != c.want {
			t.Errorf("%d %s %d: %d, %v, want %d, %v", c.x, c.op, c.y, got, ok, c.want, c.ok)
		}
	}
}
