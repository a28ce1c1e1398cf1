package evaluate

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A fork is a condition that could not be decided: under what each arm is run, and where.
// Parts of one condition with && or ||, and the values of one case, are one fork. As a fork
// each they would have what they share run once for each part.
type fork struct {
	conds [2][]Cond
	to    [2]int
	from  [2][]int // the blocks from which control comes there
	join  int      // the block where the arms meet, -1 for none
}

// fork makes the fork of the If that ends a block.
func (m *Machine) fork(f *frame, b int, in *program.Instr) fork {
	k := fork{join: f.flow.join[b]}
	for arm := range 2 {
		k.conds[arm] = []Cond{armOf(in, arm)}
		k.to[arm] = f.fn.Blocks[b].Succs[arm]
		k.from[arm] = []int{b}
	}
	for m.extend(f, &k) {
	}
	return k
}

// extend takes the next part into a fork: a block that one arm leads to and nothing else does,
// that only looks at things, and whose condition has an arm in common with the fork. Where the
// arms meet nothing is shared. Where they would meet in that block, the other arm does not come
// back so early, and they meet where those of the block do.
func (m *Machine) extend(f *frame, k *fork) bool {
	for arm := range 2 {
		b, shared, join := k.to[arm], k.to[1-arm], k.join
		if b == join {
			join = f.flow.join[b]
		}
		if shared == join || !slices.Equal(f.fn.Blocks[b].Preds, k.from[arm]) {
			continue
		}
		again := slices.Index(f.fn.Blocks[b].Succs, shared)
		in := m.looks(f, b)
		if again < 0 || in == nil || f.fn.Blocks[b].Succs[1-again] == shared {
			continue
		}
		k.conds[1-arm] = []Cond{either(k.conds[1-arm], armOf(in, again))}
		k.from[1-arm] = append(k.from[1-arm], b)
		k.conds[arm] = append(k.conds[arm], armOf(in, 1-again))
		k.from[arm] = []int{b}
		k.to[arm], k.join = f.fn.Blocks[b].Succs[1-again], join
		return true
	}
	return false
}

// looks runs a block that does nothing but look at things, and returns the If that ends it;
// nil if it does more, or its condition is known, or an arm of it ends in an error.
func (m *Machine) looks(f *frame, b int) *program.Instr {
	list := f.fn.Blocks[b].Instrs
	in := &list[len(list)-1]
	if in.Op != program.If || slices.ContainsFunc(list[:len(list)-1], acts) {
		return nil
	}
	if first, second := m.failing(f, b, in); first != second {
		return nil
	}
	for i := range list[:len(list)-1] {
		if !m.spend(1, list[i].Pos) {
			return nil
		}
		f.regs[list[i].Dst] = m.instr(f, &list[i])
	}
	if _, known := m.known(f, in); known {
		return nil
	}
	return in
}

// acts reports whether an instruction may do more than compute a value of what there is.
func acts(in program.Instr) bool {
	switch in.Op {
	case program.Load, program.FieldAddr, program.Field, program.IndexAddr, program.Index, program.Lookup, program.Extract, program.BinOp, program.Convert, program.ChangeType:
		return in.Dst < 0
	case program.UnOp:
		return in.Sym == "<-"
	}
	return true
}

// either is the condition that some hold, all of them, or else one more. It is told apart by
// the last one, whose other arm is run where it does not hold.
func either(all []Cond, last Cond) Cond {
	text := spell(all, " && ") + " || " + last.String()
	if !last.Arm {
		text = program.Not(text)
	}
	return Cond{ID: last.ID, Arm: last.Arm, Text: text}
}

// All says that conditions all hold, each of them once.
func All(conds []Cond) string { return spell(conds, " and ") }

func spell(conds []Cond, and string) string {
	var texts []string
	for _, c := range conds {
		s := c.String()
		if strings.Contains(s, " || ") && len(conds) > 1 {
			s = "(" + s + ")"
		}
		if !slices.Contains(texts, s) {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, and)
}
