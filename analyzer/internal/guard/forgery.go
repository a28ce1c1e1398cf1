package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A token against forgery is kept where the client cannot choose it, in its session say, and
// compared with the one that the client sends. Whoever asks for a page has both: it proves
// nothing of who asks, however the two are taken apart before they are compared.

// noteForgery notes that a call compares a token against forgery with something: all that the
// function and those that it calls ask for is about that.
func (r *run) noteForgery(fn *program.Func, args []av, frame, parent int) {
	switch {
	case r.forgery[parent]:
		r.forgery[frame] = true
	case len(fn.Results) != 1 || fn.Results[0] != "bool" && fn.Results[0] != "error" || r.serves(args):
	case slices.ContainsFunc(args, func(a av) bool { return a.lab&CSRF != 0 }):
		r.forgery[frame] = true
	}
}
