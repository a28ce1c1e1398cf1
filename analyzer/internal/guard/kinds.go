package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A step may refuse for one kind of error, and let pass for which there is another one:
//
//	claims, err := verify(token)
//	if errors.Is(err, ErrExpired) {
//		w.WriteHeader(http.StatusUnauthorized)
//		return
//	}
//	next.ServeHTTP(w, r)
//
// A function whose body was not read may return any.

// passesKinds finds an enforced condition that asks for a kind of error, and is all that is asked on a way through.
func (j *judge) passesKinds() (enforced, bool) {
	if j.run.coarse {
		return enforced{}, false
	}
	for _, e := range j.exits {
		if !j.passesUnproven(e) {
			continue
		}
		if f, ok := j.onlyKinds(e); ok {
			return f, true
		}
	}
	return enforced{}, false
}

// onlyKinds reports whether all that a path has passed asks for a kind of error.
func (j *judge) onlyKinds(e exit) (last enforced, ok bool) {
	for _, d := range e.dec {
		if !e.provesBy(d) {
			continue
		}
		i := slices.IndexFunc(j.enforcing, func(f enforced) bool { return f.c == d.c && f.arm == d.arm && f.asksKind() })
		if i < 0 {
			return enforced{}, false
		}
		last, ok = j.enforcing[i], true
	}
	return last, ok
}

// asksKind reports whether a condition refuses for a kind of error that is got for a credential.
func (f enforced) asksKind() bool {
	return f.c.erring == -sign(f.arm) && f.c.lab&Credential != 0 && f.c.lab&Derived != 0 && f.c.lab&(Context|CSRF|Origin|TooLarge) == 0
}

// doubtKinds makes a step unknown that lets pass for which there is another error: what comes after it may need what was
// looked up.
func (j *judge) doubtKinds(out *Judgement) {
	if out.State != Holds {
		return
	}
	f, ok := j.passesKinds()
	if !ok {
		return
	}
	out.doubt(routes.PassesKinds, fault{j.inLayer(routes.Fault{
		Kind: routes.FailsOpen, Detail: routes.OneKind, Status: f.statuses[0], Func: f.c.fn, Condition: armText(f.c, !f.arm), Position: pos(f.c.pos),
	}, f.c), f.c.layer})
}
