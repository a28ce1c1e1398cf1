package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// copied reports whether a variable of the type of a request is one that another is copied to as
// a whole, or that a function fills. One of which only fields are set is what the program itself
// asks another server: &http.Request{Method: "GET", URL: u}.
func (a *activation) copied(made *program.Instr) bool {
	is := func(o program.Operand) bool { return o.Kind == program.Register && o.Reg == made.Dst }
	built := false
	for in := range a.fn.All() {
		switch {
		case !slices.ContainsFunc(in.Args, is):
		case in.Op == program.FieldAddr:
			built = true
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
	_, own := c.own()
	return own
}

// own is the place of a map that a method is called of, if it was made while serving.
func (c *effectCall) own() (*value.Cell, bool) {
	if !c.method {
		return nil, false
	}
	made, ok := value.Deref(c.args[0].v).(value.Pointer)
	return made.Cell, ok && c.owner[made.Cell] != 0
}

// put adds to such a map what a method puts there.
func (c *effectCall) put() {
	if c.e.Puts == 0 {
		return
	}
	key, _ := c.arg(1)
	v, ok := c.arg(c.e.Puts)
	if at, own := c.own(); ok && own {
		c.run.put(at, key, v, c.st)
	}
}
