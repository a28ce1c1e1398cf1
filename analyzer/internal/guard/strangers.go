package guard

import "slices"

// strangersRefused reports whether a request without credentials ends with a returned error on all ways, and
// others do not. Which error that is, the step does not say: one around it may yet answer it with
// the status that is meant.
//
//	res, err := next(ctx, req) // the step around it
//	var f fault
//	if errors.As(err, &f) {
//		return nil, connect.NewError(f.code, f)
//	}
func (j *judge) strangersRefused() bool {
	refused, serves := false, false
	for _, e := range j.exits {
		if !e.anon {
			serves = serves || j.serves(e)
			continue
		}
		if e.via != "error" || e.status < 500 || e.goesOn || e.acted || e.over || e.blurred {
			return false
		}
		refused = true
	}
	return refused && serves && j.asksForProof()
}

// asksForProof reports whether some condition of the step is about what the request proves.
func (j *judge) asksForProof() bool {
	return slices.ContainsFunc(j.run.condSeq, func(c *cond) bool { return c.lab&principal != 0 && c.lab&CSRF == 0 && !c.named() })
}
