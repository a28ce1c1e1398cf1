package guard

import "slices"

// tellsThere are functions whose last result says whether something was kept under a key before: who is refused because there was,
// has proved nothing by sending a key that there was not.
var tellsThere = []string{"(*sync.Map).LoadOrStore"}

// told makes that of the results of such a function which it says.
func told(sym string, out av) av {
	if !slices.Contains(tellsThere, sym) {
		return out
	}
	there := av{lab: out.lab, consts: out.consts, presence: true, positive: 1}
	out.tuple = []av{{lab: out.lab, consts: out.consts, holds: out.holds}, there}
	return out
}
