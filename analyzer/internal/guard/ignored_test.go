package guard

import "testing"

// TestKnowsNobody holds whose errors are checks against whose are not.
func TestKnowsNobody(t *testing.T) {
	for symbol, want := range map[string]bool{
		"(*database/sql.Row).Scan":            true,
		"(*database/sql.DB).QueryRow":         true,
		"(example.org/pg.Row).Scan":           true,
		"strconv.Atoi":                        true,
		"(*example.org/shop.users).Verify":    false,
		"example.org/shop.scan":               false,
		"(*crypto/x509.Certificate).Verify":   false,
		"(*example.org/shop.policy).ScanUser": false,
	} {
		if got := knowsNobody(symbol); got != want {
			t.Errorf("%s: %v", symbol, got)
		}
	}
}
