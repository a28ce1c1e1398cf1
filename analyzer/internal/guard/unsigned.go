package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A library that verifies a token fills in what it says also where nobody has signed it: an error tells, and a field of the token. A step may
// ask for both, and let pass all the same, if the token names somebody:
//
//	token, err := jwt.ParseWithClaims(text, claims, keyOf)
//	if err != nil {
//		log.Print(err)
//	}
//	user, _ := store.User(claims.Subject)
//	if user == nil {
//		w.WriteHeader(http.StatusUnauthorized)
//		return
//	}
//	next.ServeHTTP(w, r)

// parsed marks what such a function returns: whatever is made of it is what the token says.
func parsed(sym string, out av) av {
	if field := frameworks.Tells(sym); field != "" {
		out.lab |= Parsed
		out.telling = field
	}
	return out
}

// tells marks the result of such a function that says whether the token is anybody's: the error.
func (a av) tells(in *program.Instr, of av) av {
	if of.telling == "" {
		return a
	}
	if a.telling = of.telling; in.N == 1 {
		a.telling, a.verdict = "", true
		a.lab &^= Parsed // of which kind it is, may be what matters
	}
	return a
}

// tellsBy marks the field of a token that says whether it is anybody's.
func (a av) tellsBy(in *program.Instr, of av) av {
	if of.telling != "" && in.Sym == of.telling {
		a.verdict, a.positive = true, 1
	}
	return a
}

// ofType is the label of what the type of an error says besides: that a library says of a token that it is nobody's by an error of its own
// type is no more than that.
func (a av) ofType() Label {
	if a.verdict {
		return Parsed
	}
	return 0
}

// passesUnsigned finds a decision that a token is nobody's, on a path that lets pass all the same: all that is asked besides is
// what the token says.
func (j *judge) passesUnsigned() (dec, bool) {
	if j.run.coarse {
		return dec{}, false
	}
	for _, e := range j.exits {
		if !j.serves(e) || j.refused(e) || j.undecided(e.dec) != nil {
			continue
		}
		if d, ok := j.unsigned(e); ok {
			return d, true
		}
	}
	return dec{}, false
}

// unsigned is the decision of a path that a token is nobody's, if nothing else is proved on it, nor by another token. Where the
// way of such a token is that of any other one, it is among what may have been decided; of several ways that were merged, because
// there are too many, all must be such ways.
func (j *judge) unsigned(e exit) (last dec, ok bool) {
	for _, d := range e.dec {
		if d.c.verdict && d.c.positive == sign(d.arm) || d.c.lab&Parsed == 0 && e.provesBy(d) {
			return dec{}, false
		}
	}
	merged := e.blurred || e.doubtful
	for _, c := range j.run.condSeq {
		bad := dec{c, c.positive < 0}
		if c.verdict && e.may.has(armBit(c, bad.arm)) && !(merged && e.may.has(armBit(c, !bad.arm))) {
			last, ok = bad, true
		}
	}
	return last, ok
}

// doubtUnsigned makes a step unknown that lets pass whose token nobody has signed.
func (j *judge) doubtUnsigned(out *Judgement) {
	if out.State != Holds {
		return
	}
	d, ok := j.passesUnsigned()
	if !ok {
		return
	}
	i := slices.IndexFunc(j.enforcing, func(f enforced) bool { return len(f.statuses) > 0 })
	out.doubt(routes.PassesUnsigned, fault{j.inLayer(routes.Fault{
		Kind: routes.FailsOpen, Detail: routes.Unsigned, Status: j.enforcing[max(i, 0)].statuses[0], Func: d.c.fn, Condition: armText(d.c, d.arm), Position: pos(d.c.pos),
	}, d.c), d.c.layer})
}
