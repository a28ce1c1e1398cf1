package guard

import "slices"

// Who sends something that is not valid gets an error where it is looked up. A step may let pass who gets it, and refuse some
// of those for whom there is none: then a wrong credential is worth more than a right one.
//
//	user, err := load(token)
//	if err == nil && !user.Active {
//		w.WriteHeader(http.StatusForbidden)
//		return
//	}
//	next.ServeHTTP(w, r)

// letsFail reports whether a path lets a request pass for which all that was looked up has failed, or was not asked.
func (j *judge) letsFail(e exit) bool {
	if _, some := e.failing(); !some || !j.passesUnproven(e) || j.undecided(e.dec) != nil {
		return false
	}
	return slices.ContainsFunc(e.dec, func(d dec) bool { return d.fails() && j.refusesFound(d) }) && !slices.ContainsFunc(e.dec, e.provesBy)
}

// passesUnproven reports whether a path, of which it is known that there is one, lets pass, and nothing has gone well on it.
func (j *judge) passesUnproven(e exit) bool {
	return !e.blurred && !e.doubtful && j.serves(e) && !j.refused(e) && !j.goesWell(e)
}

// provesBy reports whether a decision of a path may be that the request proves something: not if that is what who sends nothing
// is known to take, or anything that is sent, or what is sent and wrong.
func (e exit) provesBy(d dec) bool {
	return d.c.lab&principal != 0 && d.c.test == nil && !e.free.has(armBit(d.c, d.arm)) && !d.c.takesAny() && !d.fails() && !d.findsNobody()
}

// goesWell reports whether something that was asked of who asks has gone well on a path, be it that nobody is refused for it:
// that an error is none, where any other one is a failure of the server.
func (j *judge) goesWell(e exit) bool {
	return slices.ContainsFunc(j.run.condSeq, func(c *cond) bool {
		arm, one := onlyArm(e.may, c)
		return c.lab&principal != 0 && c.test == nil && c.positive != 0 && !c.takesAny() && one && c.positive == sign(arm) && !e.free.has(armBit(c, arm))
	})
}

// failing is the first decision of a path that is such a failure.
func (e exit) failing() (dec, bool) {
	i := slices.IndexFunc(e.dec, dec.fails)
	if i < 0 {
		return dec{}, false
	}
	return e.dec[i], true
}

// fails reports whether the decision is that what a credential stands for could not be found out.
func (d dec) fails() bool {
	return d.c.failed && d.c.test == nil && d.c.lab&Credential != 0 && d.c.lab&Derived != 0 && d.c.lab&(Context|CSRF|Origin|TooLarge) == 0 && d.c.positive == -sign(d.arm)
}

// findsNobody reports whether the decision is that nobody was found by a credential.
func (d dec) findsNobody() bool {
	return d.c.presence && d.c.lab&Credential != 0 && d.c.lab&Derived != 0 && d.c.positive == -sign(d.arm)
}

// refusesFound reports whether some of those for whom the look-up has not failed are refused for something else: it is part
// of a check, and no more than something that is done for them.
func (j *judge) refusesFound(d dec) bool {
	found := dec{d.c, !d.arm}
	return slices.ContainsFunc(j.enforcing, func(f enforced) bool {
		return f.c != d.c && !f.c.takesAny() && slices.ContainsFunc(f.stops, func(e exit) bool { return slices.Contains(e.dec, found) })
	})
}
