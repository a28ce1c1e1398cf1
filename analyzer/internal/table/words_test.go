package table

import "testing"

func TestSlipped(t *testing.T) {
	for _, test := range []struct {
		typed, meant string
		want         bool
	}{
		{"amdin", "admin", true},
		{"admn", "admin", true},
		{"adminn", "admin", true},
		{"adnin", "admin", true},
		{"Admin", "admin", true},
		{"users:raed", "users:read", true},
		{"admin", "admin", false},
		{"owner", "admin", false},
		{"tier1", "tier2", false},
		{"tier", "tier2", false},
		{"dev", "div", false},
		{"a dmin", "admin", false},
		{"nimda", "admin", false},
		{"abdc", "abcd", true},
		{"badc", "abcd", false},
	} {
		if got := slipped(test.typed, test.meant); got != test.want {
			t.Errorf("slipped(%q, %q) = %v", test.typed, test.meant, got)
		}
	}
}
