package guard

import "slices"

// doubt says why a step that refuses may let somebody pass who proves nothing: there
// is a way through which asks for no more than what anybody may have.
func (j *judge) doubt() string {
	text := ": " + j.firstEnforced()
	switch {
	case j.claimed(j.claims):
		return "what it asks for, an earlier step may find by what anybody can send" + text
	case j.claimed(j.forItself()):
		return "what it asks for, it may find by what anybody can send" + text
	case j.nobody && j.passableBy(func(c *cond) bool { return c.whom }):
		return "whom it looks for, the request says, and no step has found out who asks" + text
	case j.passableBy(func(c *cond) bool { return c.told() }):
		return "it believes a header that anybody can send" + text
	case j.passableBy(func(c *cond) bool { return c.lab&Guest != 0 }):
		return "what a policy lets those do who prove nothing is not known" + text
	case j.unasked():
		return "on some ways, what it refuses for says nothing of who asks" + text
	}
	return ""
}

// forItself lists the places of the context in which the step keeps for itself what anybody can send, and finds it again:
//
//	if kept := c.Get("wishes"); kept != nil {
//		return kept.(*wishes)
//	}
//	c.Set("wishes", &wishes{brief: c.Request().Header.Get("Brief") != ""})
func (j *judge) forItself() []Key {
	keys := j.Claims()
	for i, o := range j.run.origins {
		if slices.ContainsFunc(j.exits, func(e exit) bool { return e.anon && e.stored.has(i+1) }) {
			keys = append(keys, o)
		}
	}
	return keys
}

func (j *judge) firstEnforced() string {
	if len(j.enforcing) == 0 {
		return ""
	}
	return j.enforcing[0].c.text
}

// claimed reports whether all that is enforced asks for something in the context
// that an earlier step may have put there for somebody who proves nothing.
func (j *judge) claimed(keys []Key) bool {
	if len(keys) == 0 {
		return false
	}
	for _, f := range j.enforcing {
		if f.c.origin <= 0 || !j.run.origins[f.c.origin-1].among(keys, f.c) {
			return false
		}
	}
	return len(j.enforcing) > 0
}

// told reports whether a condition asks for a header by which a proxy says who asks, or
// whether there is any other that proves nothing, or something found by one: whether
// only a proxy can reach the program, nobody knows. What a header is compared with may
// be a secret, whatever its name, but for what it must be more or less than.
func (c *cond) told() bool {
	return c.lab&Told != 0 || (c.presence || c.form) && c.lab&(proof|Address) == 0 && c.lab&OtherHeader != 0
}

// passableBy reports whether there is a way through on which all the enforced
// conditions are of a kind.
func (j *judge) passableBy(kind func(*cond) bool) bool {
	other := func(f enforced) bool { return !kind(f.c) }
	if !slices.ContainsFunc(j.enforcing, other) {
		return len(j.enforcing) > 0
	}
	for _, e := range j.exits {
		if !j.serves(e) || j.refused(e) {
			continue
		}
		passed := slices.DeleteFunc(slices.Clone(j.enforcing), func(f enforced) bool { return !slices.Contains(e.dec, dec{f.c, f.arm}) })
		if len(passed) > 0 && !slices.ContainsFunc(passed, other) {
			return true
		}
	}
	return false
}

// unasked reports whether there is a way through for a request that proves nothing, on which all
// that refuses was decided by something else: the conditions are about who asks on other ways.
// A status that says what is refused, or is not known, speaks against that: on the way may be what nobody could follow.
func (j *judge) unasked() bool {
	return slices.ContainsFunc(j.exits, func(e exit) bool {
		if !e.anon || !j.serves(e) || j.refused(e) {
			return false
		}
		asked := slices.DeleteFunc(slices.Clone(e.dec), func(d dec) bool { return e.plain.has(armBit(d.c, d.arm)) && j.sayNothing(d) })
		return len(asked) < len(e.dec) && !j.has(asked, false)
	})
}

// sayNothing reports whether the refusals of a condition have a status that says that all is well.
func (j *judge) sayNothing(d dec) bool {
	return slices.ContainsFunc(j.enforcing, func(f enforced) bool {
		return f.c == d.c && f.arm == d.arm && !slices.ContainsFunc(f.statuses, func(s int) bool { return s >= 300 || s == -1 })
	})
}

// saysNothingOfWho reports whether what is asked for is not about who asks, or is an error of something other than a
// credential. Of the latter a status that says that all is well is no refusal: see allWell.
func saysNothingOfWho(v av) bool {
	return v.lab&principal == 0 || v.failed && v.lab&Credential == 0
}
