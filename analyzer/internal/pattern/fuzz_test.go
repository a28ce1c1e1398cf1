package pattern

import (
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// FuzzOf parses what may be no pattern.
func FuzzOf(f *testing.F) {
	for _, s := range []string{"/a/{b}", "/:a/*", "/{a...}", "/{$}", "/{id:[0-9]{2}}", "{", "\x00\xff"} {
		f.Add(s, "/v1")
	}
	f.Fuzz(func(t *testing.T, s, base string) {
		Of(&routes.Route{Pattern: s}).Ends(Path(base, s))
	})
}
