package guard

import (
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// noted is what is noted of the route under the key of a call, and whether anything is.
func (c *effectCall) noted() []av {
	key, _ := c.arg(c.e.Key)
	notes, ok := value.Deref(c.registered().v).(*value.Map)
	k, known := value.Key(key.v)
	if !ok || !known || key.lab != 0 {
		return []av{{}, {}}
	}
	for i, have := range notes.Data.Keys {
		if h, _ := value.Key(have); h != k {
			continue
		}
		if _, unsure := notes.Data.Vals[i].Val.(*value.Unknown); unsure {
			return []av{{}, {}}
		}
		return []av{fromRegistration(notes.Data.Vals[i].Val), {v: value.Bool(true)}}
	}
	if notes.Data.Holes {
		return []av{{}, {}}
	}
	return []av{{v: value.Nil{Type: "any"}, nilness: isNil, sure: true}, {v: value.Bool(false)}}
}

// A field of the request that steps fill for those behind them is like a key of the context:
// what this step has put there it reads again, else it is what earlier steps have left.

// keptField is the address of such a field.
func keptField(name string) av {
	return av{source: frameworks.SourceField, v: value.String(name), nilness: nonNil}
}

// loadField reads it.
func (a *activation) loadField(addr av, in *program.Instr, st *state) av {
	return a.inContext(av{v: addr.v}, in, st)
}

// storeField writes it, in a state of one's own.
func (r *run) storeField(addr, v av, st *state) {
	c := &effectCall{run: r, e: frameworks.Effect{Key: 1, Stores: 2}, args: []av{{v: addr.v}, v}, st: st}
	c.keep()
}
