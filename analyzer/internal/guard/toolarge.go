package guard

import "slices"

// A call that cannot answer the request is given up where it takes too long: see sideSteps.
// What the function says is then whatever it was given, and may be a refusal that its caller
// only passes on. A way that goes by that is not open for certain.

// tooLarge marks what a function says of the request that is not followed to its end.
func tooLarge(ends []ending) []ending {
	for _, e := range ends {
		for i := range e.results {
			if e.results[i].lab&proof != 0 {
				e.results[i].lab |= TooLarge
			}
		}
	}
	return ends
}

// tooMany is the status of who asks too often (RFC 6585, section 4), whoever that is.
const tooMany = 429

// askedTooMuch reports whether a way that is open was decided by what a function says that is
// too large to follow, and another one ends in a refusal for that: whatever its status, where a step
// answers in place of the handler.
func (j *judge) askedTooMuch(open []exit) bool {
	refuses := func(c *cond) bool {
		return slices.ContainsFunc(j.exits, func(e exit) bool {
			_, asked := (&state{dec: e.dec}).took(c)
			return asked && e.status != tooMany && (isRefusal(e.status) || !e.goesOn && !j.run.endpoint)
		})
	}
	return slices.ContainsFunc(open, func(e exit) bool {
		return slices.ContainsFunc(e.dec, func(d dec) bool { return d.c.lab&TooLarge != 0 && refuses(d.c) })
	})
}
