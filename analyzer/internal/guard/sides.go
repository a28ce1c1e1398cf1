package guard

import "slices"

// An OpenCall is a call of a method of an interface of which nobody knows what is in it: the method, and with how many arguments.
// What it may be is for others to compare.
type OpenCall struct {
	Method    string
	Arguments int
}

// OpenCalls are those that the step makes.
func (s *Summary) OpenCalls() []OpenCall { return s.run.open }

func (r *run) leavesOpen(method string, arguments int) {
	if call := (OpenCall{method, arguments}); !slices.Contains(r.open, call) {
		r.open = append(r.open, call)
	}
}
