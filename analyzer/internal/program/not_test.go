package program

import "testing"

func TestNot(t *testing.T) {
	for text, want := range map[string]string{
		"ok":                       "!ok",
		"u.Admin":                  "!u.Admin",
		"!u.Admin":                 "u.Admin",
		"!(a || b)":                "a || b",
		"may(who(r), \"editor\")":  "!may(who(r), \"editor\")",
		"rights[u]":                "!rights[u]",
		"err != nil":               "err == nil",
		"n < len(list)":            "n >= len(list)",
		"a && b":                   "!(a && b)",
		"x.(admin)":                "not (x.(admin))",
		"range list":               "not (range list)",
		"it is declared to guard":  "not (it is declared to guard)",
		"slices.Contains(roles...": "not (slices.Contains(roles...)",
	} {
		if got := Not(text); got != want {
			t.Errorf("Not(%q) is %q, want %q", text, got, want)
		}
	}
}
