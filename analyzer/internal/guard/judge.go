package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// State is what a step does for a route.
type State int

// The states. Open: an anonymous request passes. Holds: none does.
const (
	Open State = iota
	Holds
	Conditional
	Unknown
)

// A Summary is what a step does, for any route.
type Summary struct {
	// Targets are the routers that the step hands requests to.
	Targets []HandedTo
	// Inner is the handler that the step is wrapped around, if it is by hand, and InnerCut what
	// was cut off the path for it.
	Inner    value.Value
	InnerCut string
	// Failed says why the simulation is not complete; empty when it is.
	Failed string

	run   *run
	value value.Value
	exits []exit
	// refusesAt are the conditions that refuse, and where that is answered, in what was
	// judged so far.
	refusesAt map[program.Pos]bool
	refusesOn map[program.Side]bool
	refusesIn map[string]bool   // the functions that these are in
	heard     []program.Verdict // see verdicts
	tellsWho  bool              // it may put into the context who asks
	tests     bool              // some condition asks for the route's path or method
	memo      *Judgement
	others    []enforced // see skips
	apart     *apart     // of a handler that is simulated for each route
	byName    *apart     // of a step that is simulated for each route that has a name
	again     func([]Given) *Summary
	givenTo   []*Summary // see Given
}

// HandedTo is a router that a step hands requests to, and what the step has cut off their path
// before that: see AnyCut and Wholly.
type HandedTo struct {
	Router value.Value
	Cut    string
}

// A Judgement is what a step does for one route.
type Judgement struct {
	State     State
	Level     routes.Level
	Guards    []routes.Guard
	Layers    []Layer
	Role      string
	Reason    string
	Condition string
	// Challenges is set for a step that may send the client a challenge.
	Challenges bool
	// Generated is set if all that refuses stands in generated code.
	Generated bool
	// SentOnly are the credentials that are only asked for, if the step asks nothing else.
	SentOnly []SentOnly
	// Closed is set where the step answers every request for the route that there is nothing, or that
	// nobody may.
	Closed bool
	// Free is set where there is a way through, and nobody is refused for who asks.
	Free bool
	// Handler is the innermost function that was entered.
	Handler    string
	HandlerPos program.Pos
}

// A Layer is one function of the step: a middleware, or the handler inside several.
type Layer struct {
	Name  string
	Pos   program.Pos
	Exits []routes.Exit
	Notes []string
	Guard bool
	// Faults are mistakes of the layer.
	Faults []routes.Fault
}

func (s *Summary) finish() {
	s.Targets = s.run.targets
	for _, c := range s.run.condSeq {
		s.tests = s.tests || c.test != nil
	}
}

// Judge says what the step does for a route.
func (s *Summary) Judge(at Target) Judgement {
	if one := s.For(at); one != s {
		return one.Judge(at)
	}
	if one := s.named(at); one != s {
		if out := one.Judge(at); out.State != Unknown {
			return out
		}
	}
	out := s.judgeFor(at)
	s.passSpelling(at, &out)
	return out
}

func (s *Summary) judgeFor(at Target) Judgement {
	own := s.tests || s.asksFor(at.Stored) || s.asksFor(at.Claimed) || at.Nobody && s.looksForWhom()
	if s.memo != nil && !own {
		return *s.memo
	}
	j := &judge{Summary: s, exits: s.forRoute(at), stored: at.Stored, claims: at.Claimed, nobody: at.Nobody}
	j.findGiven()
	j.findDeepest()
	j.forgive()
	j.findForgetful()
	out := j.judge()
	if s.tests {
		s.skips(at, &out)
	}
	out.Closed, out.Free = j.closed(), len(j.enforcing) == 0 && slices.ContainsFunc(j.exits, j.serves)
	if !own {
		s.memo = &out
	}
	return out
}

// closed reports whether the step answers every request for the route that there is nothing, or
// that nobody may, whoever sends it: it asks for the path, and nothing else.
func (j *judge) closed() bool {
	return (j.tests || j.run.at != nil) && j.Failed == "" && !j.run.coarse && !j.run.marks.unknownNext && len(j.exits) > 0 &&
		!slices.ContainsFunc(j.exits, func(e exit) bool {
			return e.goesOn || e.acts || e.status != 404 && !isRefusal(e.status) || e.blurred
		})
}

// forRoute leaves out the exits that a request for this route cannot take.
func (s *Summary) forRoute(at Target) []exit {
	if one := s.For(at); one != s {
		return one.forRoute(at)
	}
	if !s.tests {
		return s.exits
	}
	var out []exit
	answers := answers{}
	for _, e := range s.exits {
		possible := !at.Own || !e.goesOn
		var rest []dec
		told := e.toldAt
		for i, d := range e.dec {
			if d.c.test != nil {
				if truth, ok := answers.decide(d.c, at); ok {
					possible = possible && truth == d.arm
					if i < e.toldAt {
						told--
					}
					continue
				}
			}
			rest = append(rest, d)
		}
		if possible {
			e.dec, e.toldAt = rest, told
			out = append(out, e)
		}
	}
	return out
}

// A judge weighs the exits of a step for one route.
type judge struct {
	*Summary
	exits     []exit
	claims    []Key // what they may have put there for who proves nothing
	stored    []Key // what earlier steps have put into the context for everybody
	nobody    bool  // none of them has put there who asks
	deepest   int   // layer that a path which goes on or acts ends in
	enforcing []enforced
	weak      bool         // a refusal that may be about who asks, or about something else
	insteads  map[dec]bool // see isInstead
}

// An enforced is a condition and the arm on which the request is let through.
type enforced struct {
	c        *cond
	arm      bool
	statuses []int
	via      string
	authz    bool
	stops    []exit // the paths that it ends
}

// findDeepest finds the innermost function that serves: not one that would answer once more when another one has redirected,
// for what was done could not be stored, say.
func (j *judge) findDeepest() {
	for _, e := range j.exits {
		if e.proceeds(j.run.endpoint) && !e.again {
			j.deepest = max(j.deepest, e.layer-1)
		}
	}
}

// forgive leaves out what functions around the innermost one have written, such as a
// cache or a count: what they do before it, they do for everybody.
func (j *judge) forgive() {
	j.exits = slices.Clone(j.exits)
	for i := range j.exits {
		if e := &j.exits[i]; e.actedIn-1 < j.deepest {
			e.acted = false
		}
	}
}

// findForgetful finds the paths that refuse and reach the innermost handler all
// the same: the status is on the wire, and so is what the handler did. A handler
// on the way that writes the page of the refusal is not the innermost.
func (j *judge) findForgetful() {
	forgets := func(e exit) bool {
		if e.goesOn {
			return false
		}
		return e.beyond && e.layer-1 == j.deepest || e.status >= 300 && !e.acts && slices.ContainsFunc(j.exits, func(other exit) bool {
			return other.acts && !other.goesOn && e.goesOnAfter(other)
		})
	}
	if !slices.ContainsFunc(j.exits, forgets) {
		return
	}
	j.exits = slices.Clone(j.exits)
	for i := range j.exits {
		if forgets(j.exits[i]) {
			j.exits[i].over, j.exits[i].acts = true, true
		}
	}
}

func (e exit) proceeds(endpoint bool) bool { return e.goesOn || endpoint && e.acts }

// serves reports whether the route is served on a path: the request goes on, or
// the handler acts. A function around the handler that redirects does neither, nor does one that
// answers with a status that is not known.
func (j *judge) serves(e exit) bool {
	return e.proceeds(j.run.endpoint) && (e.via != "redirect" || e.goesOn || e.acted || !j.early(e)) && !j.answersFor(e)
}

// answersFor reports whether a function around the handler has answered in its place, with a
// status that is not known: that may be a refusal.
func (j *judge) answersFor(e exit) bool {
	return e.status == -1 && e.proceeds(j.run.endpoint) && !e.goesOn && !e.acted && j.early(e)
}

func (j *judge) judge() Judgement {
	r := j.run
	out := Judgement{Level: routes.NoLevel}
	j.findEnforcing()
	j.noteRefusals()
	out.Handler, out.HandlerPos = j.innermost()
	out.Layers = j.layers()
	out.Role, out.Challenges = j.role(), r.marks.challenges
	out.Guards = j.guards()
	out.Generated = !slices.ContainsFunc(j.enforcing, func(f enforced) bool {
		fn := r.prog.Func(f.c.fn)
		return fn == nil || !fn.Generated
	})
	var open []exit
	acting := 0
	for _, e := range j.exits {
		if !j.serves(e) && !(r.endpoint && e.acted) {
			continue
		}
		if j.refused(e) {
			continue
		}
		acting++
		if e.anon && !j.passed(e) || j.letsFail(e) || j.passesRefused(e) {
			open = append(open, e)
		}
	}
	switch {
	case j.Failed != "":
		out.State, out.Reason = Unknown, j.Failed
	case len(j.exits) == 0:
		out.State, out.Reason = Unknown, "nothing is known of "+r.where()
	case len(j.enforcing) == 0:
		out.State, out.Reason = j.withoutGuard()
	case len(open) == 0 && acting > 0:
		out.State, out.Level = Holds, j.level()
	case len(open) == 0:
		out.State, out.Level = Holds, routes.Authn
	default:
		out.State, out.Condition, out.Reason = j.escape(open)
		if out.State == Open && r.marks.unknownNext {
			out.State, out.Reason = Unknown, "the request is handed to a handler that is not known"
		}
	}
	if out.State == Open && j.askedTooMuch(open) {
		out.State, out.Reason = Unknown, "it asks a function that was not followed, and may refuse for what that says"
	}
	if why := j.doubt(); out.State == Holds && why != "" {
		out.State, out.Level, out.Reason = Unknown, routes.NoLevel, why
	}
	j.doubtNobody(&out)
	j.doubtKinds(&out)
	j.doubtUnsigned(&out)
	if r.routesItself() {
		out.State, out.Level, out.Role = Unknown, routes.NoLevel, ""
		out.Reason = "it has several operations, and routes requests to them by itself"
	}
	if out.State == Holds {
		out.SentOnly = j.takesAnything()
	}
	j.faults(&out, open)
	if out.State == Conditional {
		out.Level = routes.Conditional
	}
	if out.State == Open || out.State == Unknown {
		out.Guards = nil
		for i := range out.Layers { // what it refuses some for, explain says; it is no guard
			out.Layers[i].Guard = false
		}
	}
	return out
}

// passed reports whether a path went through an enforced condition, other than on
// an arm that an anonymous request is known to take; a write to shared storage
// counts where it happened.
func (j *judge) passed(e exit) bool {
	list := e.dec
	if j.run.endpoint && e.acted {
		list = list[:min(e.actedAt, len(list))]
	}
	return j.has(slices.DeleteFunc(slices.Clone(list), func(d dec) bool {
		return e.free.has(armBit(d.c, d.arm)) || j.given(d.c, j.stored) && d.well()
	}), false)
}

// refused reports whether a path is the refusal of an enforced condition: a
// redirect to the login page looks like an answer, but nothing was done.
func (j *judge) refused(e exit) bool {
	if e.goesOn || e.acted && (e.over || !isRefusal(e.status)) || e.status != -1 && j.serves(e) && j.instead(e.dec) != nil {
		return false
	}
	list := e.dec
	if e.acted { // what is done of who was refused, as counting how often that was, does nothing for them
		list = list[:min(e.actedAt, len(list))]
	}
	for _, d := range list {
		for _, f := range j.enforcing {
			if f.c == d.c && f.arm != d.arm {
				return true
			}
		}
	}
	return false
}

func (j *judge) has(list []dec, authz bool) bool {
	for _, d := range list {
		for _, f := range j.enforcing {
			if f.c == d.c && f.arm == d.arm && (f.authz || !authz) {
				return true
			}
		}
	}
	return false
}

// level is authz when every path that goes on has passed an authorization.
func (j *judge) level() routes.Level {
	for _, e := range j.exits {
		if j.serves(e) && !j.refused(e) && !j.has(e.dec, true) {
			return routes.Authn
		}
	}
	return routes.Authz
}
