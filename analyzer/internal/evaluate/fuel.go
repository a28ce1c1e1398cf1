package evaluate

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// The fuel of one evaluation grows with the text of the program: a pattern is written
// somewhere, and for every text that may be one there is fuel to register it once. So an
// application may have as many routes as it spells out, and what a short program makes in
// loops is bounded as before.

// patternSteps is the fuel for a text that may be a pattern: a route, the calls that lead
// to it, and the length of its pattern.
const patternSteps = entrySteps + 2*callSteps + 16*64

// fuelFor is how many steps the evaluation of a program may take.
func fuelFor(p *program.Program) int {
	return maxSteps + patternSteps*p.CountTexts(func(s string) bool { return strings.Contains(s, "/") })
}
