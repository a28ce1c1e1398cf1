package table

import (
	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// hosts follows the routers that serve hosts of their own in the place of a
// router: nothing of that one runs for their requests.
func (b *builder) hosts(r *evaluate.Router, c context) {
	if r.Hosts == nil {
		return
	}
	mp, ok := value.Deref(r.Hosts).(*value.Map)
	if !ok {
		b.note(r.At, "the hosts that are served here are not known"+reason(r.Hosts))
		return
	}
	if mp.Data.Holes {
		b.note(r.At, "some of the hosts that are served here are not known")
	}
	for i, host := range mp.Data.Keys {
		in := c
		in.host = value.AsText(host).String()
		b.unfold(mp.Data.Vals[i].Val, in)
	}
}
