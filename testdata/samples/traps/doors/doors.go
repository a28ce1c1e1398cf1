// Package doors hands out what another package makes, so that who uses it need not import that.
package doors

import "github.com/guardvet/guardvet/testdata/samples/traps/doors/porters"

// A Porter stands at a door.
type Porter = porters.Porter

// Hire finds a porter.
func Hire() (*Porter, error) { return porters.New("good morning"), nil }
