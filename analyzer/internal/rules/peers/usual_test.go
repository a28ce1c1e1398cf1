package peers

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// TestUsual has a route before the guarded ones that is under a condition, and has no guard to speak of.
func TestUsual(t *testing.T) {
	guarded := &routes.Route{
		Verdict: routes.Guarded, Level: routes.Authn, Guards: []routes.Guard{{Name: "main.auth", Kind: routes.Authn}}, Chain: []routes.Step{{Name: "main.auth", Role: "guard"}},
	}
	several := &routes.Route{Verdict: routes.Unknown, Level: routes.Conditional}
	if example, n := Usual([]*routes.Route{several, guarded}); example != guarded || n != 1 {
		t.Errorf("Usual = %v, %d", example, n)
	}
}
