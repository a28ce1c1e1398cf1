// Package routes is the model that everything after the evaluation reads: the
// route table of an application, what each route demands, and why. It does no
// I/O and knows nothing of go/ssa.
package routes

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Table is what was found in one analysed package: the routes of the
// applications it closes and the places that could not be followed.
type Table struct {
	Package    string       `json:"package"`
	Module     string       `json:"module,omitempty"` // path of the module, if the driver says
	Command    bool         `json:"command"`          // a main package: the end of a program
	Routes     []*Route     `json:"routes"`
	Incomplete []Incomplete `json:"incomplete"`
	// Seen is where the program of a command registers anything: what a library
	// seen alone says of these places is known better here.
	Seen []Position `json:"seen,omitempty"`
	// Idle are guards of groups on which nothing is registered.
	Idle []Guard `json:"idle,omitempty"`
	// Misspelt are demands that nobody meets, because of how they are written.
	Misspelt []Misspelling `json:"misspelt,omitempty"`
	// Comments are the directives in the program.
	Comments []Comment `json:"comments,omitempty"`
	// Outside says what may tell clients apart before there is a request, if anything.
	Outside string `json:"outside,omitempty"`
	// Settings are the application's own, or nil.
	Settings *Settings `json:"-"`
	// Unmatched are the entries of the settings that nothing in the program corresponds to.
	Unmatched []Position `json:"unmatched,omitempty"`
	// Source tells of the source files, for fixes; nil in a table that was read back.
	Source Source `json:"-"`
}

// A Misspelling is something that a guard demands and nothing else in the program names,
// and the word that it is a slip of the hand away from.
type Misspelling struct {
	Demand   string   `json:"demand"`
	Near     string   `json:"near"`
	Position Position `json:"position"`
	NearAt   Position `json:"nearAt"`
}

// A Comment is a directive, as in "//guardvet:public reason".
type Comment struct {
	Position Position `json:"position"`
	Verb     string   `json:"verb"`
	Text     string   `json:"text"`
	Line     int      `json:"line"` // that it is about
	// Idle is set where it says nothing about anything in the program.
	Idle bool `json:"idle,omitempty"`
	// Own is set where it stands in the package of the table.
	Own bool `json:"own,omitempty"`
	// Wrong says what is the matter with it, if anything is.
	Wrong string `json:"wrong,omitempty"`
}

// A Route is one method and pattern of one application.
type Route struct {
	Method    string   `json:"method"` // "*" when every method is served
	Host      string   `json:"host,omitempty"`
	Pattern   string   `json:"pattern"`
	Subtree   bool     `json:"subtree,omitempty"` // the pattern stands for all paths below it too
	Handler   string   `json:"handler"`           // symbol of the function that acts
	Position  Position `json:"position"`
	Framework string   `json:"framework"`
	App       string   `json:"app"` // where the chain was closed: "path/pkg.main" or the serving function
	Closed    Position `json:"closed"`
	Verdict   Verdict  `json:"verdict"`
	Level     Level    `json:"level"`
	Guards    []Guard  `json:"guards"`
	Chain     []Step   `json:"chain"`
	Reason    string   `json:"reason,omitempty"`    // why public or unknown
	Condition string   `json:"condition,omitempty"` // registered only if this holds (source text)
	// Shadowed says that another registration wins for every request.
	Shadowed bool `json:"shadowed,omitempty"`
	// Fallback is set for a handler of what no other route matches.
	Fallback bool `json:"fallback,omitempty"`
	// Open is set while the router was never served in what was analysed.
	Open bool `json:"open,omitempty"`
	// Local is set where only who is on the machine can ask: it is served on a socket of its file system.
	Local bool `json:"local,omitempty"`
	// HandlerPosition is where the handler is written.
	HandlerPosition Position `json:"handlerPosition"`
	// Generated is set where generated code registers a handler that somebody wrote.
	Generated bool `json:"generated,omitempty"`
	// Elsewhere is set where a library registers the route: Position is the call that had it do so.
	Elsewhere bool `json:"elsewhere,omitempty"`
	// Missed are guards that were attached to its router too late to reach it.
	Missed []Guard `json:"missed,omitempty"`
	// Public is the directive that covers the route, if any.
	Public *Annotation `json:"public,omitempty"`
	// Declared is what the program's own description of the route says that it demands.
	Declared *Declaration `json:"declared,omitempty"`
}

// A Declaration is what a comment or an operation declares of a route, for a document; or
// what code that was generated from one hands to a function which is to hold it.
type Declaration struct {
	Position Position `json:"position"`
	Security []string `json:"security"`         // alternatives, as they are written; none if it declares none
	Scopes   []string `json:"scopes,omitempty"` // or roles, that the function is handed
	// Holder is the symbol of that function. Accepts: it returns no error to anybody. Unread:
	// it does not look at the scopes.
	Holder  string `json:"holder,omitempty"`
	Accepts bool   `json:"accepts,omitempty"`
	Unread  bool   `json:"unread,omitempty"`
	// Optional: the description may say that it can be left out, which the code does not show.
	Optional bool `json:"optional,omitempty"`
}

// BelowBase is the pattern without what is unknown at its start, which is taken for
// the base path from the configuration; cut says that there is some.
func (r *Route) BelowBase() (pattern string, cut bool) {
	if !strings.HasPrefix(r.Pattern, "{?") {
		return r.Pattern, false
	}
	_, rest, _ := strings.Cut(r.Pattern, "}")
	return rest, true
}

// An Annotation is a //guardvet:public comment, or an entry of the settings.
type Annotation struct {
	Position Position `json:"position"`
	Reason   string   `json:"reason"`
}

// Verdict says what is known of a route.
type Verdict string

// The verdicts. Guarded: every request that the handler acts upon has passed a
// guard. Public: none, by evidence or annotation. Unguarded: none, and nothing
// says that this is meant. Unknown: could not be decided; Reason says why.
const (
	Guarded   Verdict = "guarded"
	Public    Verdict = "public"
	Unguarded Verdict = "unguarded"
	Unknown   Verdict = "unknown"
)

// Level says how much a route demands.
type Level string

// The levels. Conditional: a guard holds only under a condition that is not the
// request's (configuration).
const (
	NoLevel     Level = "none"
	Authn       Level = "authn"
	Authz       Level = "authz"
	Conditional Level = "conditional"
)

// A Guard is a step of the chain, or a check in the handler, that refuses
// requests for what they fail to prove.
type Guard struct {
	Name     string   `json:"name"`    // symbol of the function that refuses
	Kind     Level    `json:"kind"`    // Authn or Authz
	Demands  []string `json:"demands"` // roles, scopes, permissions; empty for plain authentication
	Denies   []int    `json:"denies"`  // statuses, or what the body says instead, most typical first; 0 is unknown
	Via      string   `json:"via"`     // how it stops: "return", "abort", "error", "redirect"
	Position Position `json:"position"`
	// Attached is where the guard joined the chain; for a check inside the handler, its own position.
	Attached Position `json:"attached"`
	// InHandler is set for a check that the handler makes itself.
	InHandler bool `json:"inHandler,omitempty"`
}

// A Step is one thing a request passes, in order, outermost first. The last one
// is the handler.
type Step struct {
	Name     string   `json:"name"`
	Role     string   `json:"role"` // "guard", "handler", or what the step is instead: "logging", "csrf", "rate limit", "unknown", ...
	Position Position `json:"position"`
	Attached Position `json:"attached"`
	// Condition is set when the step is attached only under it.
	Condition string   `json:"condition,omitempty"`
	Exits     []Exit   `json:"exits,omitempty"`
	Notes     []string `json:"notes,omitempty"` // what a reader should know: "verifies but never stops"
	Faults    []Fault  `json:"faults,omitempty"`
	// Challenges is set for a step that may send the client a challenge (RFC 9110 section 11.6.1).
	Challenges bool `json:"challenges,omitempty"`
}

// NotImplemented is the role of a handler that tells everybody that it is none: 501, or 405, or 403 because it is not part of this edition.
const NotImplemented = "not implemented"

// NotFound is the role of a handler that tells everybody that there is no such page.
const NotFound = "not found"

// ForNobody reports whether a role is one of a handler that serves nobody.
func ForNobody(role string) bool { return role == NotImplemented || role == NotFound }

// AddressList is the role of a step that asks where a request comes from, and nothing of who asks.
const AddressList = "address list"

// An Exit is a way in which a step ends the request.
type Exit struct {
	Status    int      `json:"status"` // 0 is unknown
	Via       string   `json:"via"`
	Condition string   `json:"condition"` // source text of the deciding condition, or of its opposite
	Auth      bool     `json:"auth"`      // decided by what the request proves
	Kind      Level    `json:"kind,omitempty"`
	Position  Position `json:"position"`
}

// A Fault is a mistake in how a step treats requests, proven by the ways in which they
// leave it.
type Fault struct {
	Kind      FaultKind `json:"kind"`
	Detail    string    `json:"detail,omitempty"`
	Status    int       `json:"status,omitempty"` // that is answered; for a step that fails open, to others
	Condition string    `json:"condition"`        // on which it happens
	Func      string    `json:"func,omitempty"`   // symbol of the function that asks for it
	Position  Position  `json:"position"`         // of the answer, or of the condition
	// Asked is where the condition is asked. Also is where another one is, on which who is
	// known gets the answer at the same place, or on which an ignored verdict refuses requests elsewhere, or where a
	// helper answers that is called at Position.
	Asked Position `json:"asked,omitzero"`
	Also  Position `json:"also,omitzero"`
}

// FaultKind says what is wrong.
type FaultKind string

// The kinds. Continues: it refuses the request, which goes on all the same.
// FailsOpen: it refuses some, and lets a request without credentials pass.
// OnlyVerifies: it looks at credentials and refuses nobody. ChecksLate: it acts before
// it checks. Status: a refusal has a status that says the wrong thing. Unchallenged: it answers
// 401 and never says how to authenticate. Ignored: it calls a function, named by
// Condition, whose verdict refuses requests elsewhere (Also says where), and does not look
// at it. Skips: it guards other routes, and lets this one pass for what its path is, as
// Detail says. Once: the guard that Func names is asked for the first request of a connection only,
// for the step serves the others by itself. Unasked: it may call Func, which asks nobody what they may do, where
// another function of the same method, named by Detail, asks by what Condition names (Asked says where that one is).
const (
	Continues    FaultKind = "continues"
	FailsOpen    FaultKind = "fails open"
	OnlyVerifies FaultKind = "only verifies"
	ChecksLate   FaultKind = "checks late"
	Status       FaultKind = "status"
	Unchallenged FaultKind = "unchallenged"
	Ignored      FaultKind = "ignored"
	Skips        FaultKind = "skips"
	Once         FaultKind = "once"
	Unasked      FaultKind = "unasked"
)

// The detail of an answer without a challenge is the scheme that the client is to use, if
// that is certain. The details of a wrong status: who gets it. ToNobody: a request without valid
// credentials. ToKnown: a principal that may not do what it asks for; ToKnownBehind: if
// an earlier step of the chain lets pass nobody else. ToBoth: either. Word: the text beside it
// says the word of another status, which Condition is.
const (
	ToNobody      = "nobody"
	ToKnown       = "known"
	ToKnownBehind = "known behind"
	ToBoth        = "both"
	Word          = "word"
)

// Left is the detail of a refusal that is only an error left for another step to answer; its
// status may be -1, for one that is not known.
const Left = "left"

// Regardless is the detail of an answer of a handler that is not about who asks, after which it changes what it
// changes for others.
const Regardless = "regardless"

// How the detail of what is skipped begins if it stands for more than one path; a quoted text follows.
const (
	Begins = "begins with"
	Ends   = "ends in"
	Has    = "has in it"
)

// NobodyFound is the detail of a step that fails open where a function, named by Condition,
// finds nobody and returns no error (Asked says where).
const NobodyFound = "nobody"

// NamedDeed is the detail of a handler that changes what the request names before it asks whether who is known may.
const NamedDeed = "named"

// OneKind is the detail of a step that fails open because it refuses for one kind of error alone, by Condition.
const OneKind = "kind"

// Unsigned is the detail of a step that fails open because it lets pass whose token nobody has signed, or that ignores whether anybody has.
const Unsigned = "unsigned"

// Spelling begins the detail of a step that fails open for another spelling of the path, which
// follows.
const Spelling = "spelling "

// AddsToURI is the detail of a step that fails open because it lets pass what has something in its URI: whoever asks adds it, in the query.
const AddsToURI = "uri"

// TakesAny is the detail of a step that fails open because it asks of a credential only whether it is
// sent, and nobody looks at what it says.
const TakesAny = "any"

// TakesFailure is the detail of a step that fails open where it cannot find out whose a credential is: for a wrong one, say.
const TakesFailure = "failure"

// PassesSpelling is why it is unknown whether such a step guards a route: it does for the
// path as it is registered.
const PassesSpelling = "it compares the path as it was sent, and the router takes other spellings of it"

// PassesNobody is why it is unknown whether such a step guards a route: what comes after it may need
// somebody.
const PassesNobody = "it lets pass for whom nobody is found"

// PassesKinds is why it is unknown whether a step guards a route that refuses for one kind of error alone.
const PassesKinds = "it refuses for one kind of error, and lets pass for which there is another one"

// PassesUnsigned is why it is unknown whether a step guards a route that lets pass whose token nobody has signed.
const PassesUnsigned = "it lets pass whose token nobody has signed"

// Passable reports whether a route is unknown for nothing but a guard with one of these
// mistakes.
func (r *Route) Passable() bool { return r.Verdict == Unknown && IsPassable(r.Reason) }

// IsPassable reports whether a reason, of a route or of a step, is one of these mistakes.
func IsPassable(reason string) bool {
	return slices.ContainsFunc([]string{PassesNobody, PassesKinds, PassesUnsigned, PassesSpelling}, func(why string) bool { return strings.HasSuffix(reason, why) })
}

// An Incomplete is a place that could not be followed.
type Incomplete struct {
	Position Position `json:"position"`
	Reason   string   `json:"reason"`
	App      string   `json:"app,omitempty"`
}

// A Position is a place in a source file. As JSON it is the string "file:line:column".
type Position struct {
	File   string
	Line   int
	Column int
}

// String returns "file:line:column", or "-" for the unknown position.
func (p Position) String() string {
	if p.File == "" {
		return "-"
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// MarshalText implements [encoding.TextMarshaler].
func (p Position) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler]; it accepts what MarshalText writes.
func (p *Position) UnmarshalText(text []byte) error {
	*p = Position{}
	s := string(text)
	if s == "-" || s == "" {
		return nil
	}
	for _, field := range []*int{&p.Column, &p.Line} {
		i := strings.LastIndexByte(s, ':')
		if i < 0 {
			return fmt.Errorf("position %q: want file:line:column", text)
		}
		n, err := strconv.Atoi(s[i+1:])
		if err != nil {
			return fmt.Errorf("position %q: want file:line:column", text)
		}
		*field, s = n, s[:i]
	}
	p.File = s
	return nil
}
