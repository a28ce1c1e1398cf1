package table

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/evaluate"
	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/guard"
	"github.com/guardvet/guardvet/analyzer/internal/pattern"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// leaf makes the routes of one registration: one for each method. What a step before the
// handler stops for everybody is not served, and no route. What the standard library registers for whoever serves the default mux is no route of a
// program that does not.
func (b *builder) leaf(handler *guard.Summary, c context) {
	if c.open && c.at.File == "" {
		return
	}
	listed := c.listed()
	for _, method := range c.methods {
		r := &routes.Route{
			Method: method, Host: c.host, Pattern: listed.pattern, Subtree: listed.below, Position: position(c.at), Framework: c.framework,
			App: c.app, Elsewhere: c.elsewhere, Closed: position(c.closed), Open: c.open, Local: c.local, Fallback: c.fallback, Condition: evaluate.All(c.own()),
			Guards: []routes.Guard{}, Chain: []routes.Step{},
		}
		if r.App == "" {
			r.App = "(not served)"
		}
		if !c.at.Known() && c.closed.Known() { // a package that is only imported registers it: where it is served is where to look
			r.Position, r.Elsewhere = r.Closed, true
		}
		if b.list {
			r.Verdict, r.Level, r.Reason = routes.Unknown, routes.NoLevel, NotServed
		} else {
			handlerOnly, closed := b.judge(r, handler, c)
			if closed {
				continue
			}
			b.annotate(r, handlerOnly)
			b.declare(r, c)
			if r.Verdict == routes.Unguarded || r.Verdict == routes.Public {
				r.Missed = b.missed(c.late, r, c)
			}
		}
		b.out = append(b.out, r)
	}
}

// NotServed is the reason for not judging a route of a library.
const NotServed = "the package does not serve it"

func (c context) pattern() string {
	p := c.full.String()
	if p == "" {
		return "/"
	}
	return p
}

// target is the route as a step sees it. Before routing there is no pattern yet.
func (c context) target(r *routes.Route, l link) guard.Target {
	at := guard.Target{Method: r.Method, Path: c.path(l.stripped), Routed: l.routed, Lax: c.lax, Exact: c.exact}
	if !l.routed {
		return at
	}
	if at.Pattern = r.Pattern; c.routed != "" {
		at.Pattern = c.routed
	}
	if name, ok := c.name.Known(); ok {
		at.Name = &name
	}
	return at
}

// parameters are what the router has put into the context when it has found the route.
func (c context) parameters(r *routes.Route) (out []guard.Given) {
	if !c.named {
		return nil
	}
	for _, name := range pattern.Names(r.Pattern) {
		out = append(out, guard.Named(name))
	}
	return out
}

// path is the pattern as a step sees it, behind a handler that takes a prefix
// off the path; a pattern that stands for all below it ends in a wildcard.
func (c context) path(stripped string) string {
	if c.instead != "" && stripped == c.stripped {
		return c.instead
	}
	now := span{c.pattern(), c.isPrefix}
	if stripped != c.stripped { // a step before the path was written anew
		now = c.listed()
	}
	p := strings.TrimPrefix(now.pattern, stripped)
	if now.below {
		p += guard.Wildcard
	}
	return p
}

// judge has every step of the chain judged for the route and adds it up. It
// reports whether all steps before the handler let everybody pass, and whether one of them lets nobody.
func (b *builder) judge(r *routes.Route, handler *guard.Summary, c context) (handlerOnly, closed bool) {
	v := verdict{route: r}
	if !c.clean {
		c.lax |= b.cleaned(c.chain)
	}
	var stored, claimed []guard.Key
	var given []guard.Given
	var kept guard.Keeps
	renamed, found := c.lastRenaming(handler), false
	for i, l := range c.chain {
		if l.routed && !found {
			given, found = append(given, c.parameters(r)...), true
		}
		whole := l.sum
		if l.sum != nil {
			l.sum = l.sum.Given(given)
		}
		at := c.target(r, l)
		at.Renamed = i <= renamed
		at.Stored, at.Claimed, at.Nobody = stored, claimed, kept.Nobody() && !v.sees
		j := b.unlessUnkept(&v, l.judgement(at), whole, given, &kept, at)
		kept.Add(l.sum)
		v.add(j, l, c.conds)
		v.looks(l, at)
		b.heard(r, l.sum)
		handed(r, l.sum, at, j)
		if l.sum == nil {
			continue
		}
		given = l.sum.Leave(given, l.certain(c.conds))
		claimed = append(claimed, l.sum.Claims()...)
		if l.certain(c.conds) {
			stored = append(stored, l.sum.Stored()...)
		}
	}
	handlerOnly = !v.held && len(v.pending) == 0 && v.unknown == "" && v.conditional == ""
	if handler == nil {
		r.Handler = c.static
		v.sees = v.sees || c.static == frameworks.Proxy
		r.Chain = append(r.Chain, routes.Step{Name: c.static, Role: orHandler(c.static), Attached: position(c.at)})
	} else {
		if !found {
			given = append(given, c.parameters(r)...)
		}
		whole := handler
		handler = handler.Given(given)
		l := link{sum: handler, at: c.at, handler: true, routed: true, stripped: c.stripped}
		at := c.target(r, l)
		at.Stored, at.Claimed, at.Nobody = stored, claimed, kept.Nobody() && !v.sees
		at.Rest, at.Others, at.Renamed, at.Own = c.routed != "", c.routed != "", handler.Renames(), c.itself
		handler = handler.For(at)
		j := b.unlessUnkept(&v, handler.Judge(at), whole, given, &kept, at)
		v.add(j, l, c.conds)
		v.looks(l, at)
		b.heard(r, handler)
		handed(r, handler, at, j)
		r.Handler, r.HandlerPosition = j.Handler, position(j.HandlerPos)
		r.Generated = b.prog.Generated(c.at.File) && j.HandlerPos.Known() && !b.prog.Generated(j.HandlerPos.File)
	}
	v.settle()
	v.conclude(c.static)
	b.takenOver(r)
	return handlerOnly, v.closed
}

// unlessUnkept is what is said of a step, or, where it refuses nobody if what no step has put into the context is not
// there, that. One that is too large to follow would be so again, and where those before it demand as much it makes no difference.
func (b *builder) unlessUnkept(before *verdict, j guard.Judgement, s *guard.Summary, given []guard.Given, kept *guard.Keeps, at guard.Target) guard.Judgement {
	if s == nil || j.State == guard.Open || s.Failed != "" || !before.raises(j) {
		return j
	}
	nothing := s.Unkept(kept, b.ours)
	if len(nothing) == 0 {
		return j
	}
	if open := s.Given(slices.Concat(given, nothing)).Judge(at); open.State == guard.Open && open.Free {
		return open
	}
	return j
}

// lastRenaming is the index of the last step that writes the request's method, or -1; the
// handler counts as one after all others.
func (c context) lastRenaming(handler *guard.Summary) int {
	if handler != nil && handler.Renames() {
		return len(c.chain)
	}
	for i := len(c.chain) - 1; i >= 0; i-- {
		if sum := c.chain[i].sum; sum != nil && sum.Renames() {
			return i
		}
	}
	return -1
}

func orHandler(role string) string {
	if role == "" {
		return "handler"
	}
	return role
}

// judgement of a step that has no summary is that it does nothing.
func (l link) judgement(at guard.Target) guard.Judgement {
	if l.sum != nil {
		return l.sum.Judge(at)
	}
	return guard.Judgement{
		State: guard.Open, Level: routes.NoLevel, Role: l.role,
		Layers: []guard.Layer{{Name: l.name, Pos: program.Pos{}}},
	}
}

// A verdict adds up the judgements of a chain.
type verdict struct {
	route       *routes.Route
	held        bool
	level       routes.Level
	conditional string
	unknown     string
	signature   bool
	passable    bool // what is unknown is a guard with a mistake
	closed      bool // nothing gets as far as the handler
	pending     []pending
	summaries   []*guard.Summary // of its steps: see looksAt
	sees        bool             // a step that has none may look at any credential
}

// hold adds a guard that holds.
func (v *verdict) hold(j guard.Judgement) {
	v.held = true
	v.signature = v.signature || j.Role == "signature"
	if v.level != routes.Authz {
		v.level = j.Level
	}
}

// raises reports whether what a step demands may be more than what those before it do.
func (v *verdict) raises(j guard.Judgement) bool {
	return !v.held || j.State == guard.Holds && j.Level == routes.Authz && v.level != routes.Authz
}

func (v *verdict) add(j guard.Judgement, l link, at []evaluate.Cond) {
	conds, possible := beyond(l.conds, at)
	if !possible {
		return
	}
	v.steps(j, l, conds)
	v.closed = v.closed || j.Closed && conds == "" && !l.handler
	switch j.State {
	case guard.Holds:
		for _, g := range j.Guards {
			g.Attached = position(l.at)
			g.InHandler = l.handler
			v.route.Guards = append(v.route.Guards, g)
		}
		if conds != "" {
			v.conditional = conds
			break
		}
		if len(j.SentOnly) > 0 {
			v.pending = append(v.pending, pending{j, len(v.route.Chain) - len(j.Layers)})
			break
		}
		v.hold(j)
	case guard.Conditional:
		v.conditional = j.Condition
		for _, g := range j.Guards {
			g.Attached = position(l.at)
			v.route.Guards = append(v.route.Guards, g)
		}
	case guard.Unknown:
		if v.unknown == "" || v.passable { // which is said only if nothing else is in the way
			v.passable = routes.IsPassable(j.Reason)
			v.unknown = stepName(j, l) + ": " + j.Reason
		}
	}
}

func stepName(j guard.Judgement, l link) string {
	if len(j.Layers) > 0 && j.Layers[0].Name != "" {
		return shortName(j.Layers[0].Name)
	}
	if l.name != "" {
		return shortName(l.name)
	}
	return "a step"
}

func shortName(symbol string) string {
	open := strings.HasPrefix(symbol, "(")
	s := symbol[strings.LastIndexByte(symbol, '/')+1:]
	if open && !strings.HasPrefix(s, "(") {
		s = "(" + s
	}
	return s
}

// steps lists what a request passes, for explain.
func (v *verdict) steps(j guard.Judgement, l link, cond string) {
	v.route.Chain = slices.Grow(v.route.Chain, len(j.Layers))
	for i, layer := range j.Layers {
		s := routes.Step{
			Name: layer.Name, Position: position(layer.Pos), Attached: position(l.at),
			Condition: cond, Exits: layer.Exits, Notes: layer.Notes, Faults: layer.Faults, Role: j.Role, Challenges: j.Challenges,
		}
		if layer.Guard && s.Role == "" {
			s.Role = "guard"
		}
		if s.Role == "guard" && !layer.Guard || s.Role == "signature" && j.State == guard.Unknown { // there may be more to it
			s.Role = ""
		}
		if l.handler && i == len(j.Layers)-1 && !routes.ForNobody(j.Role) {
			s.Role = "handler"
		}
		if j.State == guard.Unknown && i == 0 {
			s.Notes = append(slices.Clip(s.Notes), j.Reason)
		}
		v.route.Chain = append(v.route.Chain, s)
	}
	if len(j.Layers) == 0 {
		s := routes.Step{Name: l.name, Role: j.Role, Attached: position(l.at), Condition: cond}
		if j.State == guard.Unknown {
			s.Role = "unknown"
			s.Notes = []string{j.Reason}
		}
		v.route.Chain = append(v.route.Chain, s)
	}
}

// conclude turns the sum into verdict and level.
func (v *verdict) conclude(static string) {
	r := v.route
	r.Level = routes.NoLevel
	switch {
	case v.held:
		r.Verdict, r.Level = routes.Guarded, v.level
		if v.signature && len(r.Guards) == 1 {
			r.Reason = "verifies a signature"
		}
	case v.conditional != "":
		r.Verdict, r.Level = routes.Unknown, routes.Conditional
		r.Reason = "guarded only if " + v.conditional
	case v.unknown != "":
		r.Verdict, r.Reason = routes.Unknown, v.unknown
	default:
		r.Verdict = routes.Unguarded
	}
	if r.Verdict != routes.Guarded && r.Verdict != routes.Unknown {
		r.Guards = []routes.Guard{}
	}
}

// beyond returns the conditions of a step that the route does not already share,
// as text; possible is false when the two exclude each other.
func beyond(step, route []evaluate.Cond) (text string, possible bool) {
	var rest []evaluate.Cond
	for _, s := range step {
		shared := false
		for _, r := range route {
			if r.ID != s.ID || s.ID == nil {
				continue
			}
			if r.Arm != s.Arm {
				return "", false
			}
			shared = true
		}
		if !shared {
			rest = append(rest, s)
		}
	}
	return evaluate.All(rest), true
}

// own is the conditions of the route that are not those of being served at all.
func (c context) own() []evaluate.Cond {
	return slices.DeleteFunc(slices.Clone(c.conds), func(x evaluate.Cond) bool { return slices.Contains(c.served, x) })
}
