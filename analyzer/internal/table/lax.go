package table

import (
	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// relax adds what a router overlooks on the way, and whether it keeps what it finds.
func (c *context) relax(r *evaluate.Router) {
	lax := laxity(r)
	if c.clean {
		lax &^= guard.Unclean
	}
	if lax != 0 && c.lax == 0 {
		c.exact = c.prefix.String()
	}
	c.lax |= lax
	c.clean = c.clean || r.Kind.OnlyClean
	c.named = c.named || r.Kind.KeepsNames
}

// laxity is what a router overlooks in a path, as it is configured.
func laxity(r *evaluate.Router) guard.Laxity {
	set := func(field string) value.Value { return r.FieldCell(field, "bool").Val }
	out := guard.Laxity(0)
	if f := r.Kind.MindsCase; f != "" && set(f) != value.Bool(true) {
		out |= guard.OtherCase
	}
	if f := r.Kind.MindsSlash; f != "" && set(f) != value.Bool(true) {
		out |= guard.FinalSlash
	}
	if f := r.Kind.Cleans; f != "" && set(f) != nil && set(f) != value.Bool(false) {
		out |= guard.Unclean
	}
	if r.Kind.FindsClean {
		out |= guard.FinalSlash | guard.Unclean
	}
	return out
}

// cleaned is what a chain makes a router overlook: a step may clean the path that the
// router looks for, and leave the request's as it was sent.
func (b *builder) cleaned(chain []link) guard.Laxity {
	for _, l := range chain {
		if l.sum != nil && b.tables.CleansPath(l.sum.Symbol()) {
			return guard.Unclean
		}
	}
	return 0
}
