package guard

import "slices"

// instead finds the condition that lets a request pass on a path which failed to prove anything:
// nobody who proves something is asked for it, and who fails it, too, is refused.
//
//	if session(r) || settings.Open {
//		next.ServeHTTP(w, r)
//		return
//	}
//	w.WriteHeader(http.StatusUnauthorized)
func (j *judge) instead(list []dec) *cond {
	for i := len(list) - 1; i >= 0; i-- {
		if j.isInstead(list[i]) {
			return list[i].c
		}
	}
	return nil
}

// isInstead reports whether a decision is such a one. It is the same for all paths, and asked of each.
func (j *judge) isInstead(d dec) bool {
	is, known := j.insteads[d]
	if !known {
		if j.insteads == nil {
			j.insteads = map[dec]bool{}
		}
		is = d.c.settled() && j.lets(d) && j.spares(d.c)
		j.insteads[d] = is
	}
	return is
}

// settled reports whether a condition asks for nothing of the request but which object it names: for a
// setting, or whether a page is public.
func (c *cond) settled() bool { return c.lab&^(Param|Query) == 0 && c.test == nil }

// lets reports whether the arm of a condition leads on, and the other one to a refusal alone.
func (j *judge) lets(d dec) bool {
	other := dec{d.c, !d.arm}
	leads, refuses := false, false
	for _, e := range j.exits {
		switch {
		case slices.Contains(e.dec, d):
			leads = leads || j.serves(e)
		case !slices.Contains(e.dec, other):
		case j.serves(e):
			return false
		default:
			refuses = refuses || refusal(e)
		}
	}
	return leads && refuses
}

// spares reports whether who proves something passes without being asked for a condition, or however that is decided.
func (j *judge) spares(c *cond) bool {
	return slices.ContainsFunc(j.exits, func(e exit) bool {
		return j.serves(e) && !e.anon && !(j.run.endpoint && e.via == "redirect") && !j.dependsOn(e, c) &&
			slices.ContainsFunc(e.dec, func(d dec) bool { return d.c.lab&principal != 0 && d.c.test == nil })
	})
}

// dependsOn reports whether a path may have been decided by a condition. Where that is kept apart, the path says so, whatever ways
// were merged into it.
func (j *judge) dependsOn(e exit, c *cond) bool {
	if e.blurred || !j.run.keepsApart(c) {
		return either(e.may, c)
	}
	_, decided := (&state{dec: e.dec}).took(c)
	return decided
}
