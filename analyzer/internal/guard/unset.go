package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A step may hold what is nil when it is registered, and is set by something that registration
// is not seen to run: a hook, a command that comes first. If it then answers everybody that the
// server is not ready, it is simulated once more, with what is nil not known.

// neverReady reports whether a step answers everybody with a failure of the server, and lets
// pass only other paths than those it is for.
func (s *Summary) neverReady() bool {
	failed := false
	for _, e := range s.exits {
		if slices.ContainsFunc(e.dec, func(d dec) bool { return d.c.lab&^(Path|Method) != 0 || d.c.lab == 0 }) {
			return false
		}
		if !e.goesOn && (e.status < 500 || e.via == "panic") {
			return false
		}
		failed = failed || !e.goesOn
	}
	return failed && s.Failed == ""
}

// setUp is what registration left in a variable, or in what a function holds.
func (r *run) setUp(v av) av {
	if n, isNil := v.v.(value.Nil); isNil && r.unset && !strings.HasPrefix(n.Type, "[]") {
		return av{}
	}
	return v
}
