package table

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A pending is a guard that asks only whether a credential is sent: it holds if any step of the chain looks at what that
// says, and nobody otherwise.
type pending struct {
	judged guard.Judgement
	first  int // its first step in the chain
}

// looks adds a step that may look at what a credential says.
func (v *verdict) looks(l link, at guard.Target) {
	if l.sum == nil {
		v.sees = v.sees || l.role == "" // what it does is not known
		return
	}
	v.summaries = append(v.summaries, l.sum.For(at))
}

// settle decides of the guards that are pending whether they hold. Those that do not are said to be at fault where the
// route is open for it.
func (v *verdict) settle() {
	for _, p := range v.pending {
		if slices.ContainsFunc(p.judged.SentOnly, v.looksAt) {
			v.hold(p.judged)
		}
	}
	if v.held || v.conditional != "" || v.unknown != "" {
		return
	}
	for _, p := range v.pending {
		for _, s := range p.judged.SentOnly {
			step := &v.route.Chain[p.first+s.Layer]
			said := slices.ContainsFunc(p.judged.SentOnly, func(o guard.SentOnly) bool { return o.Key == s.Key && o.Layer < s.Layer }) // of what calls this one
			if !said && !slices.ContainsFunc(step.Faults, func(f routes.Fault) bool { return f.Detail == s.Fault.Detail }) {
				step.Faults = append(slices.Clip(step.Faults), s.Fault)
			}
			if step.Role == "guard" {
				step.Role = ""
			}
		}
	}
}

// looksAt reports whether any step of the chain looks at what a credential says.
func (v *verdict) looksAt(s guard.SentOnly) bool {
	var kept []guard.Key
	for _, sum := range v.summaries {
		kept = append(kept, sum.Keeps(s.Key)...)
	}
	return v.sees || slices.ContainsFunc(v.summaries, func(sum *guard.Summary) bool {
		return sum != s.InVain && sum.Looks(s) || sum.ReadsAny(kept)
	})
}
