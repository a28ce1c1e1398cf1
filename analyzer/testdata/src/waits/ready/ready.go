// Package ready says when something is ready. It sees nothing of HTTP.
package ready

import "time"

// Wait waits for a state to change.
func Wait(state int) bool { time.Sleep(time.Millisecond); return state < 4 }
