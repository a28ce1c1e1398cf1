package guard

import (
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
)

// What no step puts into the context is not there. A step may ask for it all the same: whether its caller has begun a
// transaction, say, and else it takes the database of the application. What that one then says proves nothing of who asks, though on the
// way that no request takes it might. Such a step is simulated once more, for which there is nothing.

// Keeps are the places of the context that the steps seen so far may store to.
type Keeps struct {
	keys    map[Key]bool
	types   map[string]bool // of keys that are not known
	unknown bool            // there may be any others
	who     bool            // one may hold who asks
}

// Add adds what a step may store; a nil one does nothing.
func (k *Keeps) Add(s *Summary) {
	if s == nil {
		return
	}
	if s.Failed != "" || s.run.coarse || s.run.marks.unknownNext || s.run.keeps.has(0) {
		k.unknown = true
		return
	}
	k.who = k.who || s.tellsWho
	for i, o := range s.run.origins {
		switch {
		case !s.run.keeps.has(i+1) && !s.run.fills.has(i+1):
		case o.vague:
			k.set(Key{typ: o.typ})
		default:
			o.field = ""
			k.set(o)
		}
	}
}

func (k *Keeps) set(o Key) {
	if k.keys == nil {
		k.keys, k.types = map[Key]bool{}, map[string]bool{}
	}
	if o.source == 0 {
		k.types[o.typ] = true
		return
	}
	k.keys[o] = true
}

// Unkept are the places of the context that a step asks for, under keys of types of the program's own, and that none of
// the steps before it may store to. A library cannot make such a key.
func (s *Summary) Unkept(k *Keeps, own func(typ string) bool) []Given {
	if k.unknown {
		return nil
	}
	var out []Given
	for _, o := range s.run.origins {
		typ := strings.TrimLeft(o.typ, "*")
		if o.source == frameworks.SourceContext && !o.vague && o.field == "" && strings.Contains(typ, ".") && own(typ) && !k.keys[o] && !k.types[o.typ] {
			out = append(out, Given{Key: o, Nothing: true})
		}
	}
	return out
}
