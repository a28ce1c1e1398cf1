package table

import (
	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// missed lists the guards among steps that were attached too late for a route.
func (b *builder) missed(steps []evaluate.Step, r *routes.Route, c context) []routes.Guard {
	var out []routes.Guard
	for _, s := range steps {
		l := b.link(s, c.chain)
		l.routed = true
		out = append(out, holding(l, c.target(r, l))...)
	}
	return out
}

// idle lists the guards of groups on which nothing is registered.
func (b *builder) idle() []routes.Guard {
	var out []routes.Guard
	for _, r := range b.eval.Routers() {
		if !r.Idle() {
			continue
		}
		for _, s := range r.Own {
			out = append(out, holding(b.link(s, nil), guard.Target{Method: "*", Path: r.Prefix.String() + guard.Wildcard})...)
		}
	}
	return out
}

// holding are the guards that a step is, if nobody gets past it.
func holding(l link, at guard.Target) []routes.Guard {
	if l.sum == nil || len(l.conds) > 0 {
		return nil
	}
	j := l.sum.Judge(at)
	if j.State != guard.Holds || j.Role == "signature" {
		return nil
	}
	for i := range j.Guards {
		j.Guards[i].Attached = position(l.at)
	}
	return j.Guards
}
