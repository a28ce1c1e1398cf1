package guard

import "github.com/guardvet/guardvet/analyzer/internal/frameworks"

// A step may write the request's method, for clients that can only GET and POST
// (X-HTTP-Method-Override). Then what was asked of the method before is not about the
// route's: a guard for DELETE that stands outside lets a POST pass that becomes one.

// Renames reports whether the step writes the request's method.
func (s *Summary) Renames() bool { return s.run.marks.renames }

// renames is the state after a store that may be one to the method.
func (r *run) renames(addr av, st *state) *state {
	if addr.test == nil || addr.test.subject != frameworks.SourceMethod || addr.test.op != "" {
		return st
	}
	r.marks.renames = true
	n := st.clone()
	n.renamed = true
	return n
}

// since is the test as it is asked in a state.
func (t *test) since(st *state) *test {
	if t == nil || !st.renamed || t.renamed {
		return t
	}
	n := *t
	n.id, n.renamed = 0, true
	return &n
}
