package guard

import "slices"

// switchedOff finds what lets pass on the bad arm of a condition that refuses others: a guest is
// refused where the settings say that guests must log in. It is one question that has nothing
// to do with the request, and that is asked behind the condition; all that are refused got one
// answer to it, and all that pass the other one, which is returned.
func switchedOff(c *cond, passes, refused []exit) (off dec, ok bool) {
	if len(refused) == 0 {
		return dec{}, false
	}
	list := since(passes[0].dec, c)
	i := slices.IndexFunc(list, func(s dec) bool {
		return s.c.lab == 0 && s.c.test == nil && !s.c.late && all(passes, c, s) && all(refused, c, dec{s.c, !s.arm})
	})
	if i < 0 {
		return dec{}, false
	}
	return list[i], true
}

// switches reports whether a decision is what lets the bad arm of an enforced condition pass.
func (j *judge) switches(d dec) bool {
	return slices.ContainsFunc(j.enforcing, func(f enforced) bool { return f.off != nil && *f.off == d })
}

// all reports whether paths have all taken a decision, behind a condition.
func all(paths []exit, c *cond, d dec) bool {
	return !slices.ContainsFunc(paths, func(e exit) bool { return !slices.Contains(since(e.dec, c), d) })
}
