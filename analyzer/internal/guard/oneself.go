package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Who asks may be compared with whom the request is about, and be refused because the two are one:
// nobody may remove themselves. Who proves nothing is nobody's equal, and passes.

// likeOneself is the arm of a comparison on which who asks is what the request names: 1 the true
// one, -1 the false one; 0 if that is not what is compared.
func likeOneself(eq bool, x, y av) int8 {
	const named = Query | Param | Body | OtherHeader
	for _, pair := range [][2]av{{x, y}, {y, x}} {
		if pair[0].lab&principal != 0 && pair[1].lab&named != 0 && pair[1].lab&proof == 0 && !pair[1].constant() {
			return sign(eq)
		}
	}
	return 0
}

// sentNothing is what a comparison of a text of who asks with one that the request names says of a request that proves nothing and
// names nothing, if that is known: "" is the one and the other. It may have to name something, though, for what was asked before.
func (a *activation) sentNothing(c *cond, blk *program.Block, p *point) (equal value.Bool, ok bool) {
	op := comparedIn(blk)
	if op == nil || op.Sym != "==" && op.Sym != "!=" {
		return false, false
	}
	who, named := a.operand(p, op.Args[0]), a.operand(p, op.Args[1])
	if who.lab&principal == 0 {
		who, named = named, who
	}
	nobody, known := textOf(who)
	if who.lab&principal == 0 || !known || nobody != "" || named.v != nil || named.origin == 0 || named.lab != Query && named.lab != OtherHeader {
		return false, false
	}
	c.insists = c.insists || a.scouting && slices.ContainsFunc(a.condSeq, func(o *cond) bool { return o.origin == named.origin && either(p.st.may, o) })
	return op.Sym == "==", !c.insists
}
