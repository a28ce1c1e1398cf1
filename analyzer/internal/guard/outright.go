package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A request may say outright that it may: by a cookie logged_in=1, a header X-Internal: true, or a field of its body. Whoever
// sends it chooses between yes and no, and has proved nothing, whatever a step answers to the others.

// saysOutright reports whether that is all that a condition asks: whether a text that was sent is one that means yes or no, or a
// truth value in the body.
func (a *activation) saysOutright(c *cond, in *program.Instr) bool {
	const sent = Credential | OtherHeader | Query | Param | Body
	if c.lab == 0 || c.lab&^sent != 0 || c.failed {
		return false
	}
	if c.equal != 0 {
		return len(c.consts) == 1 && frameworks.MeansYesOrNo(c.consts[0])
	}
	return c.lab == Body && !c.presence && a.isField(in.Args[0])
}

// meansYesOrNo reports whether a value is such a text.
func meansYesOrNo(a av) bool {
	text, known := textOf(a)
	return known && frameworks.MeansYesOrNo(text)
}

// isField reports whether a truth value is read from a field, or is not what is there.
func (a *activation) isField(o program.Operand) bool {
	for in := range a.fn.All() {
		if in.Dst < 0 || o.Kind != program.Register || in.Dst != o.Reg {
			continue
		}
		return slices.Contains([]program.Op{program.Load, program.Field}, in.Op) || in.Op == program.UnOp && a.isField(in.Args[0])
	}
	return false
}
