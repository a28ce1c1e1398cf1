package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
)

// escape explains how an anonymous request gets past a step that refuses others.
func (j *judge) escape(open []exit) (State, string, string) {
	state, condition := Open, ""
	setting := j.setting(open)
	for _, e := range open {
		if j.run.endpoint && e.acted && !j.passed(e) && j.has(e.dec, false) {
			if e.obeyed && j.undecided(e.dec[:min(e.dueAt, len(e.dec))]) == nil {
				return Open, "", "it acts before it checks"
			}
			state = Unknown
			condition = "it may act before it checks"
			continue
		}
		c := j.undecided(e.dec)
		around := j.instead(e.dec) // then nothing else lets it pass
		if around != nil {
			c = around
		}
		switch {
		case j.letsFail(e), j.passesRefused(e):
			return Open, "", ""
		case e.doubtful:
			state, condition = Unknown, "it has more conditions than are followed"
		case j.proves(e) != nil && !(c != nil && c.lab == 0 && c.test == nil):
			state, condition = Unknown, "whether it lets the request pass depends on "+quote(j.proves(e).text)
		case around == nil && j.fromSomewhere(e):
			state, condition = Unknown, "whether it lets the request pass depends on where it comes from"
		case c == nil && j.knownOtherwise(e) != nil:
			state, condition = Unknown, "whether it lets the request pass depends on "+quote(j.knownOtherwise(e).text)
		case c == nil:
			return Open, "", ""
		case c.lab == 0 && c.test == nil:
			if j.run.endpoint && c.layer >= j.deepest { // it may be about the object
				state, condition = Unknown, "it checks on some paths only: "+c.text
				continue
			}
			if setting != nil { // of several, the one without which nobody gets past
				c = setting
			}
			if state != Unknown {
				state, condition = Conditional, armText(c, !armIn(e.dec, c)) // this way is the one around it
			}
		case setting != nil && !j.run.endpoint && (c.chosen() || c.test != nil && c.lab&^Method == 0):
			if state != Unknown {
				state, condition = Conditional, armText(setting, !armIn(e.dec, setting))
			}
		case c.test != nil && c.lab&^Method == 0:
			return Open, "", "it depends on the method, which a request chooses: " + c.text
		case c.chosen() && (!j.run.endpoint || j.handsOn(e)):
			if found := j.findsStored(e); found != nil {
				state, condition = Unknown, "whether it lets the request pass depends on "+quote(armText(found, armIn(e.dec, found)))
				continue
			}
			return Open, "", "a request can choose to pass: " + c.text
		default:
			state, condition = Unknown, "whether it lets the request pass depends on "+quote(c.text)
		}
	}
	if state == Unknown {
		return Unknown, "", condition
	}
	return state, condition, ""
}

// knownOtherwise finds the condition by which a path gets around one that is enforced, and was
// not asked about it: see findAround.
func (j *judge) knownOtherwise(e exit) *cond {
	for _, f := range j.enforcing {
		if c := j.run.around[f.c]; c != nil && !either(e.may, f.c) {
			return c
		}
	}
	return nil
}

// setting finds a condition that is nothing of the request's, without which no request gets past: what
// it can choose by a header, it can choose only where the program is set so.
func (j *judge) setting(open []exit) *cond {
	for _, d := range open[0].dec {
		other := dec{d.c, !d.arm}
		if d.c.lab == 0 && d.c.test == nil &&
			!slices.ContainsFunc(open, func(e exit) bool { return !slices.Contains(e.dec, d) }) &&
			slices.ContainsFunc(j.exits, func(e exit) bool { return j.serves(e) && j.passed(e) && slices.Contains(e.dec, other) }) {
			return d.c
		}
	}
	return nil
}

// handsOn reports whether a handler of an endpoint is a step before others on this path: it hands
// requests to one router, and no choice that a request has is between two.
func (j *judge) handsOn(e exit) bool { return e.goesOn && len(j.run.targets) == 1 }

// chosen reports whether a request can choose how the condition is decided, and proves
// nothing by it.
func (c *cond) chosen() bool {
	return c.lab&^(OtherHeader|Query|Body|Content|Origin|Added) == 0 && c.test == nil
}

// fromSomewhere reports whether a path depends on the address of the client, which
// a request cannot choose.
func (j *judge) fromSomewhere(e exit) bool {
	return slices.ContainsFunc(e.dec, func(d dec) bool { return d.c.lab&Address != 0 })
}

// proves finds a condition on a path that is about what the request proves, of
// which nobody knows that an anonymous request takes this arm.
func (j *judge) proves(e exit) *cond {
	for _, d := range e.dec {
		nobody := d.c.inside && d.c.presence && d.c.positive == -sign(d.arm) // the pointer is nil, whatever has been asked of the interface
		if d.c.lab&principal != 0 && d.c.test == nil && !j.given(d.c, j.stored) && !e.free.has(armBit(d.c, d.arm)) && !nobody {
			return d.c
		}
	}
	return nil
}

func quote(s string) string {
	if s == "" {
		return "something that is not known"
	}
	return s
}

func armIn(list []dec, c *cond) bool {
	for _, d := range list {
		if d.c == c {
			return d.arm
		}
	}
	return true
}

func armText(c *cond, arm bool) string {
	if arm {
		return c.text
	}
	return program.Not(c.text)
}

// undecided finds the condition on a path that decides it and is not about what
// the request proves; the last one, because it is nearest to the end.
func (j *judge) undecided(list []dec) *cond {
	for i := len(list) - 1; i >= 0; i-- {
		d := list[i]
		if d.c.lab&principal != 0 && d.c.test == nil {
			continue
		}
		if j.matters(d) {
			return d.c
		}
	}
	return nil
}

// matters reports whether the other arm of a condition leads anywhere that goes on.
func (j *judge) matters(d dec) bool {
	for _, e := range j.exits {
		if !j.serves(e) {
			continue
		}
		there := slices.IndexFunc(e.dec, func(o dec) bool { return o.c == d.c })
		if there >= 0 && e.dec[there].arm != d.arm || there < 0 && e.may.has(armBit(d.c, !d.arm)) {
			return true
		}
	}
	return false
}
