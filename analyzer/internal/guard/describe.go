package guard

import (
	"reflect"
	"slices"
	"sort"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// innermost is the last function entered through a value: what acts.
func (j *judge) innermost() (string, program.Pos) {
	if fn := j.run.operation(); fn != nil {
		return fn.Name, fn.Pos
	}
	best := -1
	for _, e := range j.exits {
		if n := e.layer - 1; e.proceeds(true) && n > best {
			best = n
		}
	}
	layers := j.run.layers
	if best < 0 || best >= len(layers) {
		if len(layers) == 0 {
			if fn, ok := value.Deref(j.value).(*value.Func); ok {
				return fn.Symbol, fn.Pos
			}
			return "", program.Pos{}
		}
		best = len(layers) - 1
		if j.run.endpoint && !j.run.shape.Glue {
			best = 0
		}
	}
	l := layers[best]
	if l.fn == nil {
		return l.name, program.Pos{}
	}
	return l.name, l.fn.Pos
}

// role says what a step is that is no guard, by what it answers.
func (j *judge) role() string {
	statuses := map[int]bool{}
	var lab Label
	for _, e := range j.exits {
		if e.goesOn {
			continue
		}
		statuses[e.status] = true
		for _, d := range e.dec {
			lab |= d.c.lab
		}
	}
	switch {
	case j.signs():
		return "signature"
	case len(j.enforcing) > 0:
		return "guard"
	case statuses[429]:
		return "rate limit"
	case j.asksWhere():
		return routes.AddressList
	case statuses[403] && lab&(CSRF|Origin) != 0:
		return "csrf"
	case j.servesNobody():
		return routes.NotImplemented
	case j.findsNothing():
		return routes.NotFound
	case statuses[405]:
		return "method check"
	case statuses[413]:
		return "body limit"
	case j.run.marks.recovers:
		return "recovery"
	}
	return ""
}

// signs reports whether a step verifies what the body says, and asks for nobody besides: that a signature is there is a part of it.
func (j *judge) signs() bool {
	signed := false
	for _, f := range j.enforcing {
		switch {
		case f.c.lab&Body != 0:
			signed = true
		case f.authz || f.c.lab&(Context|Attr) != 0 || f.c.lab&Derived != 0 && !f.c.form && !f.c.failed:
			return false
		}
	}
	return signed
}

// asksWhere reports whether a step asks of every request that it lets pass where it comes from, and refuses others: that says
// nothing of who asks.
func (j *judge) asksWhere() bool {
	asks := func(e exit) bool { return slices.ContainsFunc(e.dec, func(d dec) bool { return d.c.lab == Address }) }
	refuses := func(e exit) bool { return !j.serves(e) && refusal(e) && asks(e) }
	return slices.ContainsFunc(j.exits, refuses) && slices.ContainsFunc(j.exits, j.serves) &&
		!slices.ContainsFunc(j.exits, func(e exit) bool { return j.serves(e) && (e.blurred || !asks(e)) })
}

// servesNobody reports whether a handler tells everybody, whoever asks, that there is nothing for them: that it is not implemented, or
// anything else but that there is no such page, if it asks nothing at all. What it asks may be a setting that was not read.
func (j *judge) servesNobody() bool {
	if !j.run.endpoint || len(j.exits) == 0 || slices.ContainsFunc(j.exits, func(e exit) bool { return e.proceeds(true) || e.acted }) {
		return false
	}
	if slices.ContainsFunc(j.exits, func(e exit) bool { return e.status == 501 || e.status == 405 }) {
		return true
	}
	return j.asksNothing() && !slices.ContainsFunc(j.exits, func(e exit) bool { return e.status < 400 || e.status == 404 })
}

// findsNothing reports whether a handler tells everybody that there is no such page, and asks nothing at all: what is left of
// the paths below one, say.
func (j *judge) findsNothing() bool {
	return j.run.endpoint && j.Failed == "" && len(j.exits) > 0 && j.asksNothing() &&
		!slices.ContainsFunc(j.exits, func(e exit) bool { return e.status != 404 || e.proceeds(true) || e.acted })
}

// asksNothing reports whether no handler or middleware of the step has more than one way.
func (j *judge) asksNothing() bool {
	return !slices.ContainsFunc(j.run.layers, func(l *layer) bool { return l.fn == nil || len(l.fn.Blocks) > 1 })
}

// guards lists what refuses, one for each function that does.
func (j *judge) guards() []routes.Guard {
	byLayer := map[int][]enforced{}
	var order []int
	for _, f := range j.enforcing {
		if byLayer[f.c.layer] == nil {
			order = append(order, f.c.layer)
		}
		byLayer[f.c.layer] = append(byLayer[f.c.layer], f)
	}
	sort.Ints(order)
	var out []routes.Guard
	for _, n := range order {
		g := routes.Guard{Kind: routes.Authn, Demands: []string{}, Denies: []int{}}
		if n >= 0 && n < len(j.run.layers) {
			l := j.run.layers[n]
			g.Name = trimClosure(l.name)
			if l.fn != nil {
				g.Position = pos(l.fn.Pos)
			}
		} else if len(order) > 1 { // what answers all errors only tells them apart
			continue
		}
		for _, f := range byLayer[n] {
			if g.Via == "" || f.authz && g.Kind != routes.Authz {
				g.Via = f.via
			}
			if f.authz {
				g.Kind = routes.Authz
				for _, d := range f.c.demands() {
					if !slices.Contains(g.Demands, d) {
						g.Demands = append(g.Demands, d)
					}
				}
			}
			for _, s := range f.statuses {
				if s == 0 {
					s = j.run.shape.Silent
				}
				if !slices.Contains(g.Denies, s) {
					g.Denies = append(g.Denies, s)
				}
			}
		}
		sort.Strings(g.Demands)
		slices.SortStableFunc(g.Denies, func(a, b int) int { return typical(a) - typical(b) })
		if !slices.ContainsFunc(out, func(o routes.Guard) bool { return reflect.DeepEqual(o, g) }) { // by several ways to one
			out = append(out, g)
		}
	}
	return out
}

// demands are what an authorization asks for: the roles or permissions that it
// compares with, or else the field of the principal that says so.
func (c *cond) demands() []string {
	if len(c.consts) == 0 && c.attr != "" {
		return []string{c.attr}
	}
	return c.consts
}

// typical ranks the statuses of refusals: RFC 9110 has two that are made for it.
func typical(status int) int {
	switch status {
	case 401:
		return 0
	case 403:
		return 1
	}
	return 2
}

func trimClosure(name string) string {
	if i := strings.IndexByte(name, '$'); i > 0 {
		return name[:i]
	}
	return name
}

func pos(p program.Pos) routes.Position {
	return routes.Position{File: p.File, Line: p.Line, Column: p.Col}
}
