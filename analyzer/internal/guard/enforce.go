package guard

import (
	"fmt"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// findEnforcing finds the conditions that refuse requests for what they fail to
// prove: one arm goes no further, the other one may, and the refusal is one.
func (j *judge) findEnforcing() {
	for _, c := range j.run.condSeq {
		for _, arm := range []bool{true, false} {
			if f, ok := j.enforces(c, arm, alone); ok {
				j.enforcing = append(j.enforcing, f)
			}
		}
	}
	if len(j.enforcing) == 0 {
		j.jointly()
	}
	if len(j.enforcing) > 0 {
		j.alternatives()
	}
}

// alternatives adds conditions of which one of several must hold: the way past
// one leads through another. Only the arm on which all is well counts, or a
// credential that may be left out would look like one of two ways to prove it.
func (j *judge) alternatives() {
	for changed := true; changed; {
		changed = false
		for _, c := range j.run.condSeq {
			if c.lab&proof == 0 || j.isEnforced(c) {
				continue
			}
			arm := c.positive >= 0
			if c.positive == 0 && c.asksRole() && !j.elseOther(c) {
				arm = c.equal > 0
			}
			if c.anonKnown && c.anonArm == arm {
				continue
			}
			if f, ok := j.enforces(c, arm, after); ok {
				j.enforcing = append(j.enforcing, f)
				changed = true
			}
		}
	}
}

// jointly finds conditions none of which refuses alone, since all of them are asked before anything is decided:
// whoever fails one may have met another one.
//
//	known := session(r)
//	if known || key(r) { … }
//
// It begins with all that there are, and leaves out what lets pass who has met none of the others.
func (j *judge) jointly() {
	weak := j.weak
	for _, c := range j.run.condSeq {
		for _, arm := range []bool{true, false} {
			if c.lab&principal != 0 && c.positive != sign(!arm) && !(c.anonKnown && c.anonArm == arm) {
				j.enforcing = append(j.enforcing, enforced{c: c, arm: arm})
			}
		}
	}
	for before := -1; before != len(j.enforcing); {
		before = len(j.enforcing)
		var left []enforced
		for _, f := range j.enforcing {
			if f, ok := j.enforces(f.c, f.arm, whichever); ok {
				left = append(left, f)
			}
		}
		j.enforcing = left
	}
	if len(j.enforcing) < 2 {
		j.enforcing, j.weak = nil, weak
	}
}

// asksRole reports whether a condition compares a part of a principal with a text.
func (c *cond) asksRole() bool { return c.equal != 0 && c.lab&Attr != 0 && len(c.consts) > 0 }

// elseOther reports whether who has another role than a condition asks for may pass by something else than a role: who owns
// the thing, say.
func (j *judge) elseOther(c *cond) bool {
	return slices.ContainsFunc(j.exits, func(e exit) bool {
		return j.serves(e) && slices.Contains(e.dec, dec{c, c.equal < 0}) && !slices.ContainsFunc(since(e.dec, c), func(d dec) bool {
			return d.c.asksRole() && d.arm == (d.c.equal > 0)
		})
	})
}

func (j *judge) isEnforced(c *cond) bool {
	return slices.ContainsFunc(j.enforcing, func(f enforced) bool { return f.c == c })
}

// others says which other enforced conditions may be passed by who fails one.
type others int

const (
	alone     others = iota
	after            // those that are asked when it has failed
	whichever        // those that were asked before, too
)

// excuses reports whether a path on which a condition failed is for another one to judge.
func (j *judge) excuses(e exit, c *cond, arm bool, which others) bool {
	switch which {
	case after:
		return j.has(since(e.dec, c), false) || !e.goesOn && !e.acts && j.forgot(e, c, !arm) && j.mayHave(e, c)
	case whichever:
		return j.serves(e) && (j.has(without(e.dec, c), false) || j.nobodyPasses(e))
	}
	return false
}

// nobodyPasses reports whether a path is one on which a request without credentials passes, too, because of a setting,
// or of where it comes from: that way is open, and escape says so, whatever else was asked before.
func (j *judge) nobodyPasses(e exit) bool {
	return slices.ContainsFunc(j.exits, func(open exit) bool {
		return open.anon && j.serves(open) && len(open.dec) > 0 && !slices.ContainsFunc(open.dec, func(d dec) bool {
			return d.c.lab&principal != 0 || !slices.Contains(e.dec, d)
		})
	})
}

// enforces reports whether taking the other arm of a condition ends the request
// with a refusal, unless another enforced condition is passed.
func (j *judge) enforces(c *cond, arm bool, which others) (enforced, bool) {
	sent := c.lab&proof == Credential
	if (c.presence || sent) && c.positive == sign(!arm) || c.oneself == sign(!arm) {
		return enforced{}, false // it refuses those who are there, or have the right one, and lets nobody through
	}
	if c.late || c.outright {
		return enforced{}, false
	}
	var stops, past []exit
	for _, e := range j.exits {
		for _, d := range e.dec {
			if d.c != c {
				continue
			}
			switch {
			case d.arm != arm:
				stops = append(stops, e)
			case j.serves(e) || !refusal(e):
				past = append(past, e)
			}
		}
		if j.forgot(e, c, !arm) {
			stops = append(stops, e)
		}
	}
	if len(stops) == 0 || len(past) == 0 {
		return enforced{}, false
	}
	if c.lab != 0 && c.settled() && j.spares(c) {
		j.weak = true
		return enforced{}, false // a public page is for nobody, too, and 401 for who is nobody where there is none
	}
	if !slices.ContainsFunc(past, func(e exit) bool { return j.serves(e) || e.status != -1 }) {
		j.weak = j.weak || j.run.endpoint // whether the two answers differ, nobody knows
		return enforced{}, false          // but that an error is answered lets nobody pass
	}
	f := enforced{c: c, arm: arm}
	refused := stops[:0:0]
	for _, e := range stops {
		if j.instead(e.dec) != nil {
			continue // what lets pass who fails this is for escape to say
		}
		ends := j.run.endpoint && !j.early(e)
		if j.excuses(e, c, arm, which) {
			continue // what became of it then is not for this condition to say
		}
		if e.goesOn || ends && e.acts && e.via != "redirect" || e.over {
			return enforced{}, false
		}
		refused = append(refused, e)
		if e.blurred && e.status == 200 { // how far it came is not what stopped it
			j.weak = true
			continue
		}
		surely := c.anonKnown && c.anonArm != arm && e.status >= 400 && c.lab&principal != 0 && c.lab&CSRF == 0 && !c.named()
		if !e.again && !slices.Contains(f.statuses, e.status) && (surely || c.denial(e.status, e.via, ends)) {
			f.statuses = append(f.statuses, e.status)
			f.via = e.via
		}
	}
	if len(f.statuses) == 0 {
		j.weak = j.weak || slices.ContainsFunc(refused, func(e exit) bool { return c.hides(e.status) })
		return enforced{}, false
	}
	if j.doubts(f, refused, past) {
		j.weak = true
		return enforced{}, false
	}
	f.statuses, f.stops = refusals(f.statuses), refused
	f.authz = c.authorizes(f.statuses, c.mayBeEither() && c.onlyByKind(refused))
	return f, true
}

// doubts reports whether it is not certain that the condition refuses for who asks, or lets nobody else pass.
func (j *judge) doubts(f enforced, refused, past []exit) bool {
	switch c := f.c; {
	case c.flag == sign(!f.arm) && c.bans():
	case c.erring == sign(f.arm): // what an error of a certain kind proves, who makes it knows: that a token is too old, or that there is none
	case !c.certain(refused), alike(f.statuses, past), j.maybeForm(c, refused):
	case f.via != "panic" && j.maybeFailure(c, f.statuses):
	case c.failed && (c.lab&Credential == 0 && allWell(f.statuses) || c.elsewise && ofForm(f.statuses)):
	default:
		return false
	}
	return true
}

// maybeForm reports whether the handler answers, with a status that is not known, or panics
// because of something that was made of what the body says as well as of who asks: that the one could
// not be stored says nothing of the other.
func (j *judge) maybeForm(c *cond, refused []exit) bool {
	return c.lab&Body != 0 && slices.ContainsFunc(refused, func(e exit) bool {
		return (e.status == -1 || e.via == "panic") && j.run.endpoint && !j.early(e)
	})
}

// maybeFailure reports whether the handler answers, with a status that the error has or that is a failure, what a function
// said that was given the request, or an error: that may be about what is asked for, which who asks is told, too.
func (j *judge) maybeFailure(c *cond, statuses []int) bool {
	return j.run.endpoint && (c.failed || c.lab&Request != 0) && c.lab&Credential == 0 && c.in != errReturn &&
		!slices.ContainsFunc(statuses, func(s int) bool { return s != -1 && s < 500 })
}

// alike reports whether nothing tells what refuses from what lets pass: the answers have
// statuses that are not known, on either arm, and nothing was done that the other arm does not do.
func alike(statuses []int, past []exit) bool {
	known := func(status int) bool { return status != -1 }
	return !slices.ContainsFunc(statuses, known) && !slices.ContainsFunc(past, func(e exit) bool { return e.goesOn || e.acted || known(e.status) })
}

// allWell reports whether all statuses say that all is well: of an error that is answered so, nobody
// knows whether it is about who asks. What the context holds may be looked up for a guest, too, and be found.
func allWell(statuses []int) bool {
	return !slices.ContainsFunc(statuses, func(s int) bool { return s >= 300 || s <= 0 })
}

// ofForm reports whether all statuses say that the request is wrong, or that there is nothing: of an
// error that comes from what a setting has chosen, the request's credential or something else, nobody knows which it is about.
func ofForm(statuses []int) bool {
	return !slices.ContainsFunc(statuses, func(s int) bool { return s != 400 && s != 404 && s < 500 })
}

// refusals leaves out of statuses that refuse those that say that the server
// failed: at something else, on the way to the refusal.
func refusals(statuses []int) []int {
	failure := func(s int) bool { return s >= 500 }
	if !slices.ContainsFunc(statuses, func(s int) bool { return !failure(s) }) {
		return statuses
	}
	return slices.DeleteFunc(statuses, failure)
}

// forgot reports whether a path may have taken an arm, though its list of
// decisions does not say so: some were left out, or both arms ended alike.
func (j *judge) forgot(e exit, c *cond, arm bool) bool {
	return (e.blurred || c.lab&proof != 0 && !e.goesOn) && e.may.has(armBit(c, arm)) && !slices.ContainsFunc(e.dec, func(d dec) bool { return d.c == c })
}

// mayHave reports whether a path, of whose decisions some were left out, may have
// passed an enforced condition that comes later than another one.
func (j *judge) mayHave(e exit, first *cond) bool {
	return slices.ContainsFunc(j.enforcing, func(f enforced) bool { return f.c.id > first.id && e.may.has(armBit(f.c, f.arm)) })
}

// since are the decisions that were taken after one; all, if that is not among them.
func since(list []dec, c *cond) []dec {
	return list[slices.IndexFunc(list, func(d dec) bool { return d.c == c })+1:]
}

// early reports whether a path ended in a function that wraps others, before the
// innermost of them was reached: on another way that may have been entered once more.
func (j *judge) early(e exit) bool {
	at := e.layer - 1
	if at < 0 || j.deepest >= len(j.run.layers) {
		return at < j.deepest
	}
	return at < j.deepest && j.run.layers[at].name != j.run.layers[j.deepest].name
}

// denial reports whether answering the status because of the condition means
// that the request did not prove enough.
func (c *cond) denial(status int, via string, endpoint bool) bool {
	if c.lab&(CSRF|Origin) != 0 || c.namesAnything() {
		return false
	}
	switch {
	case c.lab&(proof|Unsigned) == Unsigned:
		return false
	case status == 401 || status == 407:
		return c.lab&^(Method|Path|Host|Content|Wire|FromNext|TooLarge) != 0
	case status == 403:
		return c.lab&proof != 0
	case status >= 300 && status < 400:
		return c.lab&principal != 0
	case status == 404 || status == 400:
		return c.lab&Credential != 0 && !c.named() || c.nobodyThere() || c.masks(status)
	case via == "panic":
		return c.lab&principal != 0
	case status == -1:
		return c.lab&principal != 0
	case !endpoint && (status == 0 || status == 200 && via != "redirect"): // a step that answers in place of the handler
		return c.lab&(proof|TooLarge) != 0
	}
	return false
}

// namesAnything reports whether the condition only asks whether a path, a query or the body names
// something: who is asked for it names what they like, whatever the refusal says.
func (c *cond) namesAnything() bool {
	return c.presence && c.origin > 0 && (c.lab == Param || c.lab == Query || c.lab == Body && !c.failed)
}

// named reports whether the condition only asks whether the query has a parameter of a name
// like token, whatever its value: a request that is answered 400 or 404 without it is one
// of the wrong form, and whoever adds the parameter passes.
func (c *cond) named() bool {
	return c.presence && c.lab&Query != 0 && c.lab&proof == Credential
}

// nobodyThere reports whether the condition only asks whether an earlier step has left
// something in the context. For who proves nothing that is known; behind a step that has
// refused them, it is a refusal all the same, whatever its status.
func (c *cond) nobodyThere() bool {
	return c.presence && c.lab&proof == Context && c.attr == "" && len(c.consts) == 0
}

// hides reports whether who lacks a right may be told that there is nothing: 404, because of
// a part of what an earlier step has left in the context. It may be a right, or something
// else that the step found out.
func (c *cond) hides(status int) bool {
	return status == 404 && c.lab&Context != 0 && c.attr != "" && !c.presence
}

// masks reports whether who is no administrator is told that there is nothing: a field of somebody says that by its name, or a
// role is compared with the text that does.
func (c *cond) masks(status int) bool {
	const who = Context | Derived
	if status != 404 || c.lab&who == 0 || c.lab&Attr == 0 || c.presence {
		return false
	}
	return frameworks.NamesAdmin(c.attr) || c.asksRole() && slices.ContainsFunc(c.consts, frameworks.NamesAdmin)
}

// certain reports whether the refusal can only be about who asks. A result of an
// unread function for the whole request may mean anything; it counts when every
// way of refusing says so.
func (c *cond) certain(stops []exit) bool {
	for _, e := range stops {
		if e.status == -1 || e.status == 0 {
			if c.lab&principal == 0 {
				return false
			}
			continue
		}
		if c.lab&principal == 0 && e.status != 401 && e.status != 403 && e.status != 407 {
			return false
		}
	}
	return true
}

// authorizes reports whether the condition asks what the principal may do, and
// not only who it is; byKind says that whether it is refused with 403 depends on which error there is.
func (c *cond) authorizes(statuses []int, byKind bool) bool {
	if standing(c.attr) {
		return false
	}
	if slices.Contains(statuses, 403) {
		switch {
		case slices.Contains(statuses, 401) && byKind:
			return false
		case slices.Contains(statuses, 401):
			return true // it tells those it does not know from those who may not
		case c.lab&(Attr|Request) == 0 && c.presence:
			return false // nobody there: 403 is the wrong word, but it is authentication
		case c.lab&proof == Credential:
			return false // a key compared with the one that is expected
		case c.lab&proof == Credential|Derived && len(c.consts) == 0:
			return false // a credential that did not verify
		case c.lab&proof == Credential|Derived|Request && c.presence && len(c.consts) == 0:
			return false // nor did that one, by a function that was given the request's context too
		}
		return true
	}
	if slices.ContainsFunc(statuses, c.masks) {
		return true
	}
	decided := c.lab&Decided != 0 && !slices.Contains(statuses, 200) // who is told nothing may have been let through
	return c.lab&Attr != 0 && (len(c.consts) > 0 || decided) && !c.presence
}

// mayBeEither reports whether nothing in the condition tells who may not from who is not known: it is about an error, or about what
// is sent and nothing that is known of who sent it.
func (c *cond) mayBeEither() bool {
	return (c.failed || c.in == errReturn) && len(c.consts) == 0 || c.lab&Credential != 0 && c.lab&(Context|Attr|Request) == 0
}

// onlyByKind reports whether all refusals with 403 are of errors of which it is asked then what kind they are: a function whose
// body was not read may return those of one kind only.
func (c *cond) onlyByKind(refused []exit) bool {
	return !slices.ContainsFunc(refused, func(e exit) bool {
		return e.status == 403 && !slices.ContainsFunc(since(e.dec, c), func(d dec) bool { return d.c.erring != 0 })
	})
}

// layers lists the functions of the step with the ways each ends the request.
func (j *judge) layers() []Layer {
	out := make([]Layer, len(j.run.layers))
	for i, l := range j.run.layers {
		out[i].Name = l.name
		if l.fn != nil {
			out[i].Pos = l.fn.Pos
		}
	}
	seen := map[string]bool{}
	for _, e := range j.exits {
		n := e.layer - 1
		if e.goesOn {
			j.noteEarly(out, e)
			continue
		}
		x := routes.Exit{Status: e.status, Via: e.via}
		if k := len(e.dec); k > 0 {
			d := e.dec[k-1]
			x.Condition, x.Position = j.wholeText(e), pos(d.c.pos)
			n = d.c.layer
			x.Auth, x.Kind = j.enforcedKind(d)
		}
		if n < 0 || n >= len(out) || e.acts && len(e.dec) > 0 && !x.Auth {
			continue
		}
		key := fmt.Sprint(n, x)
		if !seen[key] {
			seen[key] = true
			out[n].Exits = append(out[n].Exits, x)
			out[n].Guard = out[n].Guard || x.Auth
		}
	}
	for i := range out {
		slices.SortStableFunc(out[i].Exits, asWritten)
	}
	j.noteVerifiers(out)
	return out
}

// asWritten puts exits in the order in which they are written; what no condition leads to is
// last.
func asWritten(x, y routes.Exit) int {
	switch {
	case x.Position == y.Position:
		return 0
	case y.Position.File == "" || x.Position.File != "" && x.Position.Before(y.Position):
		return -1
	}
	return 1
}

func (j *judge) enforcedKind(d dec) (bool, routes.Level) {
	for _, f := range j.enforcing {
		if f.c == d.c && f.arm != d.arm {
			if f.authz {
				return true, routes.Authz
			}
			return true, routes.Authn
		}
	}
	return false, ""
}

// noteEarly says of a layer that it answers and goes on all the same.
func (j *judge) noteEarly(out []Layer, e exit) {
	if e.early < 400 || len(e.dec) == 0 {
		return
	}
	n := e.dec[len(e.dec)-1].c.layer
	note := fmt.Sprintf("answers %d and goes on", e.early)
	if n >= 0 && n < len(out) && !slices.Contains(out[n].Notes, note) {
		out[n].Notes = append(out[n].Notes, note)
	}
}

// noteVerifiers says of a layer that it looks at credentials and refuses nobody.
func (j *judge) noteVerifiers(out []Layer) {
	for i := range out {
		if out[i].Guard || len(out[i].Notes) > 0 {
			continue
		}
		for _, c := range j.run.condSeq {
			if c.layer == i && c.lab&Credential != 0 {
				out[i].Notes = append(out[i].Notes, "looks at credentials but refuses nobody")
				break
			}
		}
	}
}
