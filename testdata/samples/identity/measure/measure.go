// Package measure says how long something takes. It sees nothing of HTTP.
package measure

import "time"

// Times are those of what was done.
type Times struct{ list []time.Duration }

// Timed does something.
func (t *Times) Timed(f func()) *Times {
	start := time.Now()
	f()
	t.list = append(t.list, time.Since(start))
	return t
}

// Rarely does something every other time.
func (t *Times) Rarely(f func()) {
	if len(t.list)%2 == 0 {
		return
	}
	f()
}

// Unless does something if something else is not so.
func Unless(so bool, f func()) {
	if !so {
		f()
	}
}

// Tried says whether it worked.
func Tried(f func() error) bool { return f() == nil }
