package config

import "testing"

// FuzzParse reads what may be no configuration: an answer or an error, never a panic.
func FuzzParse(f *testing.F) {
	f.Add([]byte("public:\n  - route: GET /health\n    reason: probes\nguards:\n  - func: example.com/a.B\n    level: authn\n"))
	f.Add([]byte("a: &a [*a, *a]\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		Parse("f.yml", text, []string{"unguarded"})
	})
}
