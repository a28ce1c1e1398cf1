package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A condition with && and || is asked part by part, each with a branch of its own. Who
// reads why a request is refused wants all of it.

// partsBefore are the branches by which one comes to a further part of a condition.
func (a *activation) partsBefore(blk *program.Block, in *program.Instr) []*program.Instr {
	if in.N != 1 {
		return nil
	}
	out := make([]*program.Instr, 0, len(blk.Preds))
	for _, b := range blk.Preds {
		if last := len(a.fn.Blocks[b].Instrs) - 1; last >= 0 {
			out = append(out, &a.fn.Blocks[b].Instrs[last])
		}
	}
	return out
}

// wholeText is the condition of an exit: the last one that was decided, with the parts
// before it in the same expression. Without those by which one comes to the same end
// whatever they are: for "a || b" there is an exit for each.
func (j *judge) wholeText(e exit) string {
	last := e.dec[len(e.dec)-1]
	texts := []string{armText(last.c, last.arm)}
	for part := last.c; ; {
		i := slices.IndexFunc(e.dec, func(d dec) bool { return d.c.frame == part.frame && slices.Contains(part.parts, d.c.in) })
		if i < 0 {
			break
		}
		d := e.dec[i]
		if !j.sameWithout(e, d) {
			texts = append(texts, armText(d.c, d.arm))
		}
		part = d.c
	}
	slices.Reverse(texts)
	return strings.Join(texts, " && ")
}

// sameWithout reports whether the other arm of a decision leads to the same answer, written
// at the same place.
func (j *judge) sameWithout(e exit, d dec) bool {
	return slices.ContainsFunc(j.exits, func(x exit) bool {
		return x.site == e.site && x.status == e.status && slices.Contains(x.dec, dec{d.c, !d.arm})
	})
}
