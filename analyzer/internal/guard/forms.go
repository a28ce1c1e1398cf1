package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
)

// What puts itself before the response to watch it has to offer what the response offers
// besides writing: http.Flusher, http.Hijacker and so on. So there is a form for each
// combination of these, 32 in promhttp and more in httpsnoop, and a handler behind it would
// be run for each of them, though all of them write alike.

// maxForms is how many ways of a call that return the response in one form or another are
// kept apart.
const maxForms = 8

// forms lets one form of the response stand for many: the first of each kind of ways that a
// call ends, of those that did the same to the request.
func (r *run) forms(ends []ending) []ending {
	if len(ends) <= maxForms {
		return ends
	}
	count := map[string]int{}
	kinds := make([]string, len(ends))
	for i, e := range ends {
		if len(e.results) == 1 && !e.panics && r.isForm(&e.results[0], e.st) {
			kinds[i] = string(r.answerKey(nil, e.st))
			count[kinds[i]]++
		}
	}
	var out []ending
	first := map[string]int{}
	for i, e := range ends {
		kind := kinds[i]
		if kind == "" || count[kind] <= maxForms {
			out = append(out, e)
			continue
		}
		at, seen := first[kind]
		if !seen {
			first[kind] = len(out)
			out = append(out, ending{st: e.st.clone(), results: e.results})
			continue
		}
		st := out[at].st
		st.noted, _ = st.noted.union(e.st.noted)
		st.dec = slices.DeleteFunc(slices.Clone(st.dec), func(d dec) bool { return !slices.Contains(e.st.dec, d) })
		st.vague(e.st.blurred, e.st.doubtful)
		st.clamp()
	}
	return out
}

// isForm reports whether a value is something that the response is in.
func (r *run) isForm(a *av, st *state) bool {
	h := r.look(st, frameworks.RoleWriter)
	return a.role == 0 && a.nilness == nonNil && h.value(a, 0)
}
