package table

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A handler that is wrapped under a condition is one of two: what wraps it, or itself.
//
//	if settings.Secure {
//		handler = requireUser(handler)
//	}
//
// That is a step which is there under the condition. Taken as two handlers, eight such conditions
// would make 256 ways to each route.

// unfoldEach follows each of the handlers that one may be.
func (b *builder) unfoldEach(choice value.Choice, c context) {
	if inner, behind, ok := b.wrapsOthers(choice, c); ok {
		b.unfold(inner, behind)
		return
	}
	for _, alt := range choice.Alts {
		if _, isNil := alt.Val.(value.Nil); !isNil {
			b.unfold(alt.Val, c)
		}
	}
}

// wrapsOthers finds those of several handlers that wrap what is one of the others, as steps before it.
func (b *builder) wrapsOthers(choice value.Choice, c context) (inner value.Value, behind context, ok bool) {
	if b.list || slices.ContainsFunc(choice.Alts, func(alt value.Alt) bool { _, isNil := alt.Val.(value.Nil); return isNil }) {
		return nil, context{}, false
	}
	layers := make([]layer, len(choice.Alts))
	for i, alt := range choice.Alts {
		layers[i] = b.layerOf(alt, c)
	}
	for _, l := range layers {
		if l.inner == nil {
			continue
		}
		behind, rest := c, value.Choice{}
		behind.chain = slices.Clip(c.chain)
		for j, other := range layers {
			if other.inner != nil && guard.Same(other.inner, l.inner) && other.cut == l.cut {
				behind.chain = append(behind.chain, other.link)
			} else {
				rest.Alts = append(rest.Alts, choice.Alts[j])
			}
		}
		if guard.Same(l.inner, rest) || len(rest.Alts) == 1 && guard.Same(l.inner, rest.Alts[0].Val) {
			return l.inner, behind.behind(l.cut), true
		}
	}
	return nil, context{}, false
}

// A layer is a handler as a step before the one that it wraps.
type layer struct {
	link
	inner value.Value // nil if it wraps none
	cut   string      // off the path of what that gets
}

func (b *builder) layerOf(alt value.Alt, c context) layer {
	l := layer{link: link{at: c.at, stripped: c.stripped, conds: []evaluate.Cond{{Arm: true, Text: alt.Cond}}}}
	n, isNative := native(alt.Val)
	if !isNative {
		l.sum = b.step(alt.Val, c.shape, c.place())
		l.inner, l.cut = l.sum.Inner, l.sum.InnerCut
		return l
	}
	if a, ok := n.Obj.(*value.Adapter); ok && !a.Leaf && !a.Strip && a.Asks == nil && (a.Shape == "" || a.Shape == c.shape) {
		l.name, l.role, l.at, l.inner = a.Name, a.Role, a.Pos, a.Inner
	}
	return l
}
