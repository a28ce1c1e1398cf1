package rule

import "github.com/guardvet/guardvet/analyzer/internal/routes"

// A Fix is a change of the source by which a finding goes away. The rule says what is to
// be done, and where; package fix makes text of it, or finds that the source is not what
// the rule takes it for, and makes none.
type Fix struct {
	Message string // what it does, in the imperative
	Change  Change
}

// A Change is one of the changes below.
type Change interface{ change() }

// Stop ends the request after an answer: the function returns, and the rest of a flat
// chain is aborted.
type Stop struct {
	Answer routes.Position // where the answer is written
	Func   routes.Position // of the function that must return
	Chain  string          // the framework whose chain is to be stopped too; "" for a handler
}

// Answer gives a refusal another status, in the spelling that the code has.
type Answer struct {
	At       routes.Position // of the answer
	Asked    routes.Position // of the condition that it is for, there or in what that calls
	Has, Get int
}

// Split makes two refusals of one: 401 if the first operand of the condition holds, 403
// if the second one does.
type Split struct {
	At    routes.Position // of the answer
	Asked routes.Position // of what the first operand asks, there or in what it calls
	Also  routes.Position // likewise of the second one
	Has   int
}

// Attach gives a route the guard that another one has, in the same way or in that of the
// framework.
type Attach struct {
	Route    routes.Position
	Sibling  routes.Position // a route that has it
	Attached routes.Position // where it got it
}

// Move puts the statement of a call before that of another one, in the same block.
type Move struct {
	Call   routes.Position
	Before routes.Position
	// Over are the calls between them: there must be nothing else.
	Over []routes.Position
}

// Challenge sends the client the header WWW-Authenticate, before an answer.
type Challenge struct {
	At     routes.Position // of the answer
	Scheme string          // of RFC 9110 section 11.1
}

// Remove takes a comment away.
type Remove struct{ Comment routes.Position }

func (Stop) change()      {}
func (Answer) change()    {}
func (Split) change()     {}
func (Attach) change()    {}
func (Move) change()      {}
func (Remove) change()    {}
func (Challenge) change() {}
