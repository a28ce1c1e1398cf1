package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// A state is what is known at one point of one path (of several, merged).
type state struct {
	mem      memory
	dec      []dec   // conditions passed, in order
	*noted           // shared by states, and not changed: see note
	status   int     // of the response: 0 not written, -1 written with a status not known
	pending  int     // set for a later write
	early    int     // the status written before going on
	actedAt  int     // decisions taken when it acted
	obeyedAt int     // decisions taken when it obeyed
	nobody   *nobody // a call that returned nobody and no error
	actedIn  int     // the layer where, +1: the deepest
	layer    int     // deepest layer entered, +1
	refuses  bool    // with a status that is not known, but it refuses
	inBody   bool    // the status is what the body says: see envelope.go
	full     bool    // the response has its body
	held     bool    // the status was given to something around the response: see isHeld
	over     bool    // after a refusal, the handler went on to answer
	beyond   bool    // after a refusal, another handler was entered
	again    bool    // and that one refused once more
	aborted  bool
	ended    bool // the function that answers does not return: see Effect.Ends
	goesOn   bool
	obeyed   bool   // acted for the request: see obeys
	named    bool   // changed what the request names: see outlives
	target   bool   // went on to a router
	acted    bool   // wrote to what outlives the request
	anon     bool   // an anonymous request can be here
	renamed  bool   // the method has been written: see rename.go
	blurred  bool   // conditions were left out, because there are too many
	doubtful bool   // they may have said whether a request gets here
	cut      string // taken off the path of the request: see path.go
	statusBy program.Pos
	calledAt program.Pos // where the layer called what wrote it, if it was not the layer itself
	leftBy   program.Pos // where an error was left for others to answer: see left.go
	toldAt   int         // decisions taken when the status was written
	toldIn   int         // the layer that wrote it, +1
	rewrote  int         // decisions taken when a header of the request was written, at least 1
}

// A noted is what is noted on the way, for the judge; no path goes another way for it.
type noted struct {
	may    arms // decisions that may have been taken: see scout
	free   arms // decisions that an anonymous request is known to take
	plain  arms // decisions of one on what is not about who asks, though it is on other ways: see unasked
	lost   arms // decisions that an anonymous request is known not to take
	did    arms // calls that the handler has made: see deed
	after  arms // those after a refusal was written
	stored arms // origins that hold something, also for an anonymous request: see keep
	own    arms // decisions that were taken in the call that returned nobody: see nobody
	handed arms // declarations that were handed to a function, and those whose scopes were looked at: see handed.go
}

var nothing = &noted{}

// note returns what a state that nobody else holds has noted, to be changed.
func (s *state) note() *noted {
	own := *s.noted
	s.noted = &own
	return &own
}

// union is what both have noted, and whether that is more than the receiver.
func (n *noted) union(o *noted) (*noted, bool) {
	if n == o || o == nothing {
		return n, false
	}
	both, grew := *n, false
	for _, f := range [...]struct {
		all  *arms
		more arms
	}{{&both.may, o.may}, {&both.free, o.free}, {&both.plain, o.plain}, {&both.lost, o.lost}, {&both.did, o.did}, {&both.after, o.after}, {&both.stored, o.stored}, {&both.own, o.own}, {&both.handed, o.handed}} {
		var here bool
		*f.all, here = f.all.union(f.more)
		grew = grew || here
	}
	if !grew {
		return n, false
	}
	return &both, true
}

// A dec is a condition and the arm that was taken.
type dec struct {
	c   *cond
	arm bool
}

// A cond is a condition of the step that could not be decided.
type cond struct {
	id       int
	text     string
	pos      program.Pos
	lab      Label
	consts   []string
	attr     string // see av
	presence bool   // compares with nil, "" or asks whether something is there
	form     bool   // see av
	inside   bool   // see av
	whom     bool   // see av
	failed   bool   // see av
	verdict  bool   // see av
	elsewise bool   // on some way it is about nothing that the request proves
	stored   bool   // it is what a function that is not read says of what the client sends
	positive int8   // see av
	oneself  int8   // see av
	whose    bool   // see av
	flag     int8   // see av
	erring   int8   // see av
	equal    int8   // see av
	ofError  bool   // it is about an error that was found by its type, or a part of one
	origin   int    // see av
	layer    int
	question int // see asked.go
	test     *test
	fixed    bool   // it was decided at registration, and is no other one while serving
	late     bool   // asked when the request had been served
	outright bool   // see saysOutright
	insists  bool   // see sentNothing
	fn       string // the function that asks
	in       *program.Instr
	frame    int
	parts    []*program.Instr // what was asked before in the same expression, right before this
	// anonArm is the arm an anonymous request takes, when known.
	anonArm, anonKnown bool
}

type condKey struct {
	frame int
	in    *program.Instr
	test  int // in a loop over prefixes, each round asks for another one
}

func (s *state) clone() *state {
	c := *s
	c.dec = slices.Clip(s.dec)
	return &c
}

// with is the state and one more decision.
func (s *state) with(c *cond, arm bool) *state {
	n := s.clone()
	n.take(c, arm)
	return n
}

// take adds a decision to a state that nobody else holds.
func (s *state) take(c *cond, arm bool) {
	for i, d := range s.dec {
		if d.c == c { // a loop came round again: the last time counts
			s.dec = append(slices.Clone(s.dec[:i]), s.dec[i+1:]...)
			break
		}
	}
	s.dec = append(s.dec[:len(s.dec):len(s.dec)], dec{c, arm})
}

// took is the arm of a condition that was taken, and whether one was.
func (s *state) took(c *cond) (arm, taken bool) {
	for _, d := range s.dec {
		if d.c == c {
			return d.arm, true
		}
	}
	return false, false
}

// entering is the state in which a layer is entered.
func (s *state) entering(layer int) *state {
	n := s.clone()
	n.layer = layer + 1
	n.beyond, n.again = n.beyond || n.status >= 300, false
	return n
}

// act notes, in a state of one's own, a write to what outlives the request.
func (s *state) act() {
	if !s.acted || s.layer > s.actedIn {
		s.acted, s.actedAt, s.actedIn = true, len(s.dec), s.layer
	}
}

// obey notes, in a state of one's own, a write that was made for the request.
func (s *state) obey() {
	s.act()
	if !s.deeds().has(stores) {
		s.does(stores)
	}
	if !s.obeyed {
		s.obeyed, s.obeyedAt = true, len(s.dec)
	}
}

// clamp keeps counts of decisions within those that there are, when some were left out.
func (s *state) clamp() {
	n := len(s.dec)
	s.actedAt, s.obeyedAt, s.toldAt = min(s.actedAt, n), min(s.obeyedAt, n), min(s.toldAt, n)
}

// blur leaves out the conditions that are neither about what the request proves
// nor about the route. A request that can choose how all of them are decided loses nothing by it
// before the handler: it gets as far with them as without.
func (s *state) blur(endpoint bool) *state {
	var kept []dec
	lost := false
	for _, d := range s.dec {
		if d.c.lab&proof != 0 || d.c.test != nil {
			kept = append(kept, d)
		} else {
			lost = lost || endpoint || d.c.lab == 0 || !d.c.chosen()
		}
	}
	if len(kept) == len(s.dec) {
		return s
	}
	n := s.clone()
	n.dec = kept
	n.vague(true, lost)
	n.clamp()
	return n
}

// vague notes, in a state of one's own, that conditions were left out.
func (s *state) vague(blurred, doubtful bool) {
	s.blurred, s.doubtful = s.blurred || blurred, s.doubtful || doubtful
}

// without returns the decisions less one condition.
func without(list []dec, c *cond) []dec {
	out := make([]dec, 0, len(list))
	for _, d := range list {
		if d.c != c {
			out = append(out, d)
		}
	}
	return out
}

// An ending is one way a call returns.
type ending struct {
	st      *state
	results []av
	panics  bool
}

func (e ending) result() av {
	switch len(e.results) {
	case 0:
		return av{}
	case 1:
		return e.results[0]
	}
	return av{tuple: e.results}
}

// condition notes a condition that is not decided.
func (r *run) condition(frame int, in *program.Instr, a av, text string, layer int) *cond {
	k := condKey{frame: frame, in: in}
	if a.test != nil {
		a.test = r.internTest(a.test)
		k.test = a.test.id
	}
	c := r.conds[k]
	if c == nil {
		c = &cond{attr: a.attr, whom: a.whom, id: len(r.condSeq) + 1, text: text, pos: in.Pos, layer: layer, test: a.test, in: in, frame: frame}
		r.conds[k] = c
		r.condSeq = append(r.condSeq, c)
	}
	if a.test == nil {
		c.test = nil
	}
	if a.lab&Chosen != 0 {
		a.lab |= Derived | Attr
	}
	c.lab |= a.lab &^ (Found | Zero | Merged)
	if r.forgery[frame] {
		c.lab |= CSRF
	}
	if len(a.consts) > 0 { // how it is proven is not what is asked for
		c.consts = slices.DeleteFunc(joinConsts(c.consts, slices.Clone(a.consts)), func(s string) bool { return frameworks.AuthScheme(s) || !frameworks.NamesRight(s) })
	}
	if c.attr != a.attr {
		c.attr = ""
	}
	c.whom = c.whom && a.whom
	c.elsewise = c.elsewise || a.lab&principal == 0
	c.presence, c.form, c.inside, c.failed, c.verdict, c.positive, c.oneself, c.whose, c.erring, c.equal, c.flag, c.ofError, c.origin = a.presence, a.form, a.inside, a.failed, a.verdict, a.positive, a.oneself, a.whose, a.erring, a.equal, a.flag, a.ofError, a.origin
	return c
}

// labelOf is the label of what comes from a source.
func labelOf(s frameworks.Source) Label {
	switch s {
	case frameworks.SourceAuth, frameworks.SourceCookie:
		return Credential
	case frameworks.SourceContext, frameworks.SourceSession:
		return Context
	case frameworks.SourceHeader:
		return OtherHeader
	case frameworks.SourceQuery:
		return Query
	case frameworks.SourceParam:
		return Param
	case frameworks.SourceMethod:
		return Method
	case frameworks.SourcePath, frameworks.SourceURI, frameworks.SourceRoute, frameworks.SourceService, frameworks.SourceCall, frameworks.SourceMatch, frameworks.SourceName, frameworks.SourceRouting:
		return Path
	case frameworks.SourceHost:
		return Host
	case frameworks.SourceAddress:
		return Address
	case frameworks.SourceBody:
		return Body
	case frameworks.SourceLeft:
		return FromNext
	case frameworks.SourceOrigin:
		return Origin
	case frameworks.SourceCSRF:
		return CSRF
	case frameworks.SourceContent:
		return Content
	case frameworks.SourceTLS:
		return Wire
	case frameworks.SourceRequest:
		return Request
	}
	return 0
}
