package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// Libraries that ask a server of their own whether there is a session: what they refuse is
// known from a table, and from the options that the program gives them.

// asks is what such a call asks for; nil is nothing.
func (r *run) asks(ask *frameworks.Ask, args []av, st *state) *value.Asked {
	i := int(ask.Options) - 1
	if i < 0 || i >= len(args) {
		return &value.Asked{}
	}
	options, _ := structOf(args[i].v)
	return value.AskedBy(args[i].v, func(name string) value.Value {
		if options == nil {
			return orUnknown(nil)
		}
		v := r.fieldNamed(options, st, name).v
		if p, ok := value.Deref(v).(value.Pointer); ok && name == ask.Required {
			v = orUnknown(r.load(p.Cell, st, "bool").v)
		}
		return v
	}, ask.Required, ask.More)
}

// askedFirst serves a request through an adapter that asks for a session.
func (r *run) askedFirst(ad *value.Adapter, args []av, st *state, frame int) []ending {
	rest := *ad
	rest.Asks = nil
	if ad.Asks.Unsure && r.failed == "" {
		r.failed = "whether " + ad.Name + " asks for a session is not known"
	}
	at := slices.IndexFunc(r.layers, func(l *layer) bool { return l.name == ad.Name && l.depth == st.layer })
	if at < 0 {
		at = len(r.layers)
		r.layers = append(r.layers, &layer{name: ad.Name, depth: st.layer})
	}
	in := &program.Instr{Pos: ad.Pos}
	g := routes.DeclaredGuard{Func: ad.Name, Level: routes.Authn}
	refused, passed := r.sure(g, "there is a session", st, in, frame, at)
	ends := []ending{refused}
	if ad.Asks.More {
		g.Level, g.Demands = routes.Authz, ad.Asks.Demands
		refused, passed = r.sure(g, "the session has what is asked for", passed, in, frame, at)
		ends = append(ends, refused)
	}
	return append(r.adapter(&rest, args, passed, frame), ends...)
}

// session is the session that a call finds, and an error where there is none.
func (c *effectCall) session() []av {
	asked := c.asks(c.e.Asks, c.args, c.st)
	c.e.Source, c.e.Anonymous = frameworks.SourceContext, []string{"nil", "error"}
	switch {
	case asked == nil:
		c.e.Anonymous = []string{"nil", "nil"}
	case asked.Unsure && c.failed == "":
		c.run.failed = "whether a session is asked for is not known"
	}
	return c.fromSource()
}
