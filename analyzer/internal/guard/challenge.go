package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A 401 tells the client how to authenticate, in the header WWW-Authenticate (RFC 9110
// section 15.5.2). Whoever names that header when serving is taken to send it.
const challengeHeader = "WWW-Authenticate"

// noteChallenge notes that a call is given the name of the header.
func (r *run) noteChallenge(args []av) {
	r.noteScheme(args)
	r.marks.challenges = r.marks.challenges || slices.ContainsFunc(args, func(a av) bool {
		t, ok := value.Deref(a.v).(value.Text)
		if !ok {
			return false
		}
		name, known := t.Known()
		return known && strings.EqualFold(name, challengeHeader)
	})
}

// noteScheme notes which authentication schemes a call looks for in what the client presents.
func (r *run) noteScheme(args []av) {
	if !slices.ContainsFunc(args, func(a av) bool { return a.lab&Credential != 0 }) {
		return
	}
	for _, a := range args {
		for _, c := range a.consts {
			if frameworks.AuthScheme(c) {
				bearer := strings.EqualFold(strings.TrimSpace(c), bearerScheme)
				r.marks.bearer, r.marks.otherScheme = r.marks.bearer || bearer, r.marks.otherScheme || !bearer
			}
		}
	}
}

const bearerScheme = "Bearer"

// scheme is the one that a challenge is for, if that is certain.
func (m marks) scheme() string {
	if m.bearer && !m.otherScheme {
		return bearerScheme
	}
	return ""
}

// unchallenged finds the places where a step answers 401 to who proves nothing, if it never
// sends a challenge.
func (j *judge) unchallenged() []fault {
	if j.run.marks.challenges {
		return nil
	}
	var out []fault
	for _, f := range j.enforcing {
		for _, e := range f.stops {
			if e.status != 401 || e.again || e.inBody || e.site == (program.Pos{}) {
				continue
			}
			out = append(out, fault{routes.Fault{
				Kind: routes.Unchallenged, Detail: j.run.marks.scheme(), Func: f.c.fn, Status: e.status, Condition: armText(f.c, !f.arm), Position: pos(e.site),
			}, f.c.layer})
		}
	}
	return out
}
