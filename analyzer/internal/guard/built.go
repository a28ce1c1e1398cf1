package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// copied reports whether a variable of the type of a request is one that another is copied to as
// a whole, that a function fills, or that is given headers which were not made beside it. One of
// which only fields are set otherwise is what the program itself asks another server:
// &http.Request{Method: "GET", URL: u}.
func (a *activation) copied(made *program.Instr, role frameworks.Role) bool {
	is := func(o program.Operand) bool { return o.Kind == program.Register && o.Reg == made.Dst }
	built := false
	clients := map[int]bool{} // where fields lie that hold what the client sends
	own := map[int]bool{}     // maps made here
	for in := range a.fn.All() {
		switch {
		case in.Op == program.MakeMap:
			own[in.Dst] = true
		case in.Op == program.Store && in.Args[0].Kind == program.Register && clients[in.Args[0].Reg] && !own[in.Args[1].Reg]:
			return true
		case !slices.ContainsFunc(in.Args, is):
		case in.Op == program.FieldAddr:
			built = true
			f, _ := a.tables.FieldByName(role, 0, in.Sym)
			clients[in.Dst] = f.Source == frameworks.SourceHeader || f.Source == frameworks.SourceQuery
		case in.Op == program.Store && is(in.Args[0]):
			return true
		}
	}
	return !built
}

// ofOwn reports whether a header or a value of a query is asked of what the program has put
// together while serving: what is there is not the client's, but for what it put there.
func (c *effectCall) ofOwn() bool {
	if c.e.Key != 1 || c.e.Source != frameworks.SourceHeader && c.e.Source != frameworks.SourceQuery {
		return false
	}
	at, own := c.ownMap()
	if !own {
		return false
	}
	_, written := c.read(c.st, at) // what a loop puts there is not put on the way past the loop
	return written && !c.anyOf[at]
}

// ownMap is the place of a map that a method is called of, if it was made while serving.
func (c *effectCall) ownMap() (*value.Cell, bool) {
	if !c.method {
		return nil, false
	}
	made, ok := value.Deref(c.args[0].v).(value.Pointer)
	return made.Cell, ok && c.owner[made.Cell] != 0
}

// put adds to such a map what a method puts there. Under a key that is not known it may be
// whatever the client has sent.
func (c *effectCall) put() {
	if c.e.Puts == 0 {
		return
	}
	key, _ := c.arg(1)
	v, ok := c.arg(c.e.Puts)
	if ok {
		c.putInto(c.args[0], v, c.st)
	}
	at, own := c.ownMap()
	switch _, known := textOf(key); {
	case !ok || !own:
	case known:
		v.consts = nil // what the program says in headers is not compared with
		c.run.put(at, key, v, c.st)
	default: // a loop over the client's, most likely: it may be any of them
		c.anyOf[at] = true
	}
}
