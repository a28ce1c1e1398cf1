package guard

import (
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// What is wrong with a step shows in its exits: a refusal after which the request
// goes on, a request without credentials that passes what refuses others, a
// status that tells the wrong thing. Only what the exits prove is noted.

// A fault is a mistake, and the layer that makes it.
type fault struct {
	routes.Fault
	layer int
}

// faults finds what is wrong with the step, as it was judged.
func (j *judge) faults(out *Judgement, open []exit) {
	if j.Failed != "" || j.run.coarse || out.State == Unknown { // a path may be one that nobody takes
		return
	}
	continuing := j.continuing()
	confusing := j.confusing()
	list := slices.Concat(continuing, j.regardless(), confusing, j.misspoken(confusing), j.unchallenged())
	switch {
	case (!j.run.endpoint || len(open) > 0 && !slices.ContainsFunc(open, func(e exit) bool { return !j.handsOn(e) })) && len(continuing) == 0: // a refusal that goes on says by itself why the request passes
		list = append(list, j.failingOpen(out, open)...)
	case j.run.endpoint && out.State == Open:
		list = append(list, j.lateChecks()...)
	}
	for _, f := range list {
		if f.Position.File == "" || f.layer < 0 || f.layer >= len(out.Layers) {
			continue
		}
		l := &out.Layers[f.layer]
		same := func(o routes.Fault) bool { return o.Kind == f.Kind && o.Detail == f.Detail && o.Position == f.Position }
		if !slices.ContainsFunc(l.Faults, same) {
			l.Faults = append(l.Faults, f.Fault)
		}
	}
}

// continuing finds refusals after which the request goes on all the same: to the rest
// of the chain, or to what the handler does.
func (j *judge) continuing() []fault {
	var out []fault
	for _, e := range j.exits {
		if d, ok := j.refusedFor(e); ok {
			out = append(out, j.goesOnFrom(e, d, e.tellsHow(), e.told()))
		}
	}
	return out
}

// refusedFor is the decision for which a path was answered a refusal that goes on all the same.
func (j *judge) refusedFor(e exit) (dec, bool) {
	d, ok := j.asked(e.whenTold())
	return d, ok && !e.blurred && d.bad() && d.c.tells(e.told()) && e.toldIn-1 <= d.c.layer && !e.askedAgain(d)
}

// passesRefused reports whether a path goes on from a refusal, and nothing that was asked on it but whether something is
// there has gone well: whoever sends what is wrong passes.
func (j *judge) passesRefused(e exit) bool {
	if _, ok := j.refusedFor(e); !ok || !isRefusal(e.told()) || e.doubtful || !j.serves(e) {
		return false
	}
	return !slices.ContainsFunc(e.dec, func(d dec) bool {
		return d.c.lab&principal != 0 && !d.c.presence && (d.well() || j.has([]dec{d}, false))
	})
}

// goesOnFrom is the fault of a path that goes on from its answer, which was given because of a decision.
func (j *judge) goesOnFrom(e exit, d dec, detail string, status int) fault {
	return fault{j.byLayer(e, routes.Fault{
		Kind: routes.Continues, Detail: detail, Status: status, Func: d.c.fn, Condition: armText(d.c, d.arm), Position: pos(e.site), Asked: pos(d.c.pos),
	}, d.c.layer), d.c.layer}
}

// byLayer puts a fault where the function of a layer calls the helper that answers: that is where it would have to return.
func (j *judge) byLayer(e exit, f routes.Fault, layer int) routes.Fault {
	if e.calledAt.Known() {
		f.Position, f.Also = pos(e.calledAt), f.Position
	}
	return j.ofLayer(f, layer)
}

// ofLayer names the function of a layer as the one that is at fault. What another function asked, it has asked by calling that.
func (j *judge) ofLayer(f routes.Fault, layer int) routes.Fault {
	if layer < 0 || layer >= len(j.run.layers) || j.run.layers[layer].fn == nil || j.run.layers[layer].fn.Name == f.Func {
		return f
	}
	f.Func, f.Condition = j.run.layers[layer].fn.Name, ""
	return f
}

// whenTold is a path up to where its status was written: what is asked then was not asked
// for the answer.
func (e exit) whenTold() exit {
	e.dec = e.dec[:min(e.toldAt, len(e.dec))]
	return e
}

// askedAgain reports whether a path has found well, after its status was written, what was
// found bad before: nobody takes it. The function that answered may say what it found.
func (e exit) askedAgain(d dec) bool {
	const from = Credential | Context
	return slices.ContainsFunc(e.dec[min(e.toldAt, len(e.dec)):], func(o dec) bool {
		same := o.c.lab == d.c.lab && o.c.attr == d.c.attr || o.c.presence && d.c.presence && o.c.lab&from == d.c.lab&from
		return same && o.c.lab&principal != 0 && !o.c.late && !o.bad()
	})
}

// told is the status that a request has been answered which went on all the same, or
// which the handler served after all; 0 if there is none.
func (e exit) told() int {
	switch {
	case e.goesOn && e.left != 0:
		return e.left
	case e.goesOn:
		return max(e.early, 0)
	case e.over && e.acts:
		return e.status
	}
	return 0
}

// tellsHow is the detail of a refusal after which the request goes on.
func (e exit) tellsHow() string {
	if e.goesOn && e.left != 0 {
		return routes.Left
	}
	return ""
}

// tells reports whether answering the status because of the condition says that the
// request did not prove enough. An error that was left says so with a status that may not be known.
func (c *cond) tells(status int) bool {
	return (status >= 300 || status == unknownLeft) && c.lab&principal != 0 && c.denial(status, "return", true)
}

// asked is the last decision of a path that was about what the request proves.
func (j *judge) asked(e exit) (dec, bool) {
	for i := len(e.dec) - 1; i >= 0; i-- {
		if c := e.dec[i].c; c.lab&principal != 0 && c.lab&(CSRF|Origin|Body) == 0 && !c.late {
			return e.dec[i], true
		}
	}
	return dec{}, false
}

// askedAt is where the condition is asked that an answer is for: the last one about what the
// request proves, which may only ask what another function has found out by the enforced one.
func (j *judge) askedAt(e exit, f enforced) routes.Position {
	if d, ok := j.asked(e); ok {
		return pos(d.c.pos)
	}
	return pos(f.c.pos)
}

// bad reports whether a decision can be the one against the request. A path on which it
// is for it may be one that nobody takes: what was asked twice is two conditions.
func (d dec) bad() bool {
	if d.c.positive != 0 {
		return sign(d.arm) != d.c.positive
	}
	return !d.c.anonKnown || d.c.anonArm == d.arm
}

// confusing finds refusals with a status that says the wrong thing: 403 and the like
// to who sent no credentials, 401 to who is known.
func (j *judge) confusing() []fault {
	var out []fault
	for _, f := range j.enforcing {
		if f.c.lab&(CSRF|Origin|Body) != 0 {
			continue
		}
		for _, e := range f.stops {
			add := func(detail string) {
				out = append(out, fault{j.ofLayer(routes.Fault{
					Kind: routes.Status, Func: f.c.fn, Detail: detail, Status: e.status, Condition: armText(f.c, !f.arm), Position: pos(e.site), Asked: j.askedAt(e, f), Also: j.also(f, e),
				}, f.c.layer), f.c.layer})
			}
			switch {
			case e.again || e.inBody || e.via == "panic" || e.status <= 0 || e.site == (program.Pos{}) || f.answers(e.anon) != e.status:
			case e.status == 404 && j.shared(f, e): // to hide that there is anything (RFC 9110 section 15.5.4)
			case f.deniesAnonymous(e) && j.shared(f, e):
				add(routes.ToBoth)
			case f.deniesAnonymous(e) && e.status == 403: // RFC 9110 section 15.5.2; 400 and 404 may be meant
				add(routes.ToNobody)
			case !f.asksWhatFor() || e.status != 401:
			case j.anonymousGets(e) || j.strangerGets(e, f): // unless somebody refuses them before
				add(routes.ToKnownBehind)
			default:
				add(routes.ToKnown)
			}
		}
	}
	return out
}

// deniesAnonymous reports whether a request without credentials is certainly refused
// by the condition, with this answer.
func (f enforced) deniesAnonymous(e exit) bool {
	return e.anon && f.c.anonKnown && f.c.anonArm != f.arm && f.c.lab&principal != 0 &&
		slices.ContainsFunc(e.dec, func(d dec) bool { return d.c == f.c && d.arm != f.arm })
}

// answers is the one status of all refusals by the condition: of requests without
// credentials, or of others. It is 0 if there are several.
func (f enforced) answers(anonymous bool) int {
	status := 0
	for _, e := range f.stops {
		switch {
		case e.anon != anonymous || status == e.status:
		case status != 0:
			return 0
		default:
			status = e.status
		}
	}
	return status
}

// asksWhatFor reports whether the condition asks what a principal may do.
func (f enforced) asksWhatFor() bool {
	if f.c.whose && f.c.oneself == sign(f.arm) { // whose it is, where others may not
		return true
	}
	if f.c.ofError { // what kind of error it is says what has failed, and may be that nobody is known any more
		return false
	}
	named := len(f.c.consts) > 0 || f.c.attr != "" && f.c.lab&Context != 0 || f.c.lab&Decided != 0 // a token that is valid is no permission
	return f.c.lab&Attr != 0 && named && !f.c.presence
}

// shared reports whether the answer is also the one for who is known, and may not: one
// if statement asks both.
func (j *judge) shared(f enforced, e exit) bool {
	return slices.ContainsFunc(j.enforcing, func(o enforced) bool {
		return o.c != f.c && near(o.c, f.c) && o.asksWhatFor() && !o.c.anonKnown && slices.ContainsFunc(o.stops, func(x exit) bool {
			d, ok := j.asked(x)
			return x.site == e.site && x.status == e.status && !x.anon && ok && d.c == o.c
		})
	})
}

// also is where a condition is asked on which somebody who is known, and may not, gets the
// answer at the same place.
func (j *judge) also(f enforced, e exit) routes.Position {
	for _, o := range j.enforcing {
		if o.c != f.c && o.asksWhatFor() && !o.c.anonKnown && slices.ContainsFunc(o.stops, func(x exit) bool { return x.site == e.site && !x.anon }) {
			return pos(o.c.pos)
		}
	}
	return routes.Position{}
}

// near reports whether two conditions are parts of one. That a loop goes on has no place of its own.
func near(a, b *cond) bool {
	if a.pos.File == "" || b.pos.File == "" {
		return a.fn == b.fn && a.frame == b.frame
	}
	return a.fn == b.fn && a.pos.File == b.pos.File && max(a.pos.Line-b.pos.Line, b.pos.Line-a.pos.Line) <= 2
}

// anonymousGets reports whether a request without credentials is answered so, at the same place.
func (j *judge) anonymousGets(answer exit) bool {
	return slices.ContainsFunc(j.exits, func(e exit) bool {
		return !e.goesOn && e.anon && e.site == answer.site && e.status == answer.status
	})
}

// strangerGets reports whether who is not known gets the answer, too, with credentials that are not valid, say: a function
// that finds out who asks may say of both by one error that there is nobody. One if statement that asks both tells them apart.
func (j *judge) strangerGets(answer exit, f enforced) bool {
	return slices.ContainsFunc(j.enforcing, func(o enforced) bool {
		return !o.asksWhatFor() && !near(o.c, f.c) && slices.ContainsFunc(o.stops, func(e exit) bool {
			d, ok := j.asked(e)
			return ok && d.c == o.c && e.site == answer.site && e.status == answer.status
		})
	})
}

// failingOpen finds how a middleware that refuses some lets a request without
// credentials pass; or that it looks at credentials and refuses nobody.
func (j *judge) failingOpen(out *Judgement, open []exit) []fault {
	if len(j.enforcing) == 0 {
		return j.verifying()
	}
	if out.State != Open || !slices.ContainsFunc(j.enforcing, func(f enforced) bool { return f.via != "panic" }) {
		return nil // a step that only panics, where a session cannot be loaded, say, is no guard with a hole
	}
	var list []fault
	detail, asked := routes.TakesFailure, exit.failing
	if others := slices.DeleteFunc(slices.Clone(open), j.letsFail); len(others) > 0 { // it is open to whoever sends nothing, too
		open, detail, asked = others, "", j.asked
	}
	for _, e := range open {
		d, ok := asked(e)
		if c := j.undecided(e.dec); !ok && c != nil && c.lab != 0 && c.chosen() {
			d, ok = dec{c, armIn(e.dec, c)}, true
		}
		if c := added(e); c != nil {
			d, ok, detail = dec{c, armIn(e.dec, c)}, true, routes.AddsToURI
		}
		if !ok {
			continue
		}
		f := routes.Fault{Kind: routes.FailsOpen, Detail: detail, Func: d.c.fn, Condition: armText(d.c, d.arm), Position: pos(d.c.pos), Status: j.enforcing[0].statuses[0]}
		list = append(list, fault{j.inLayer(f, d.c), d.c.layer})
	}
	return list
}

// added is the condition on which a path lets pass whoever adds to the URI what is looked for in it.
func added(e exit) *cond {
	for _, d := range e.dec {
		if d.c.lab&Added != 0 {
			return d.c
		}
	}
	return nil
}

// inLayer puts a fault of a middleware where that stands, if the condition is asked in a
// function that it calls: which others may call too, and be right.
func (j *judge) inLayer(f routes.Fault, c *cond) routes.Fault {
	if c.layer < 0 || c.layer >= len(j.run.layers) {
		return f
	}
	l := j.run.layers[c.layer]
	if l.fn == nil || trimClosure(l.name) == trimClosure(c.fn) {
		return f
	}
	f.Func, f.Condition, f.Position = l.name, "", pos(l.fn.Pos)
	return f
}

// verifying says of a layer that it looks at credentials and refuses nobody. One that compares
// a token against forgery looks at a cookie for that.
func (j *judge) verifying() []fault {
	forgery := map[int]bool{}
	for _, c := range j.run.condSeq {
		forgery[c.layer] = forgery[c.layer] || c.lab&CSRF != 0
	}
	for _, c := range j.run.condSeq {
		if c.lab&Credential != 0 && c.lab&(CSRF|Origin) == 0 && !forgery[c.layer] && j.asks(c) {
			f := routes.Fault{Kind: routes.OnlyVerifies, Func: c.fn, Condition: c.text, Position: pos(c.pos)}
			return []fault{{j.inLayer(f, c), c.layer}}
		}
	}
	return nil
}

// asks reports whether a request for the route may be asked a condition.
func (j *judge) asks(c *cond) bool {
	return slices.ContainsFunc(j.exits, func(e exit) bool { return either(e.may, c) })
}

// lateChecks finds checks that come after what they are there to prevent: who is refused
// has had their way.
func (j *judge) lateChecks() []fault {
	var out []fault
	for _, f := range j.enforcing {
		for _, e := range f.stops {
			at := slices.Index(e.dec, dec{f.c, !f.arm})
			if !e.obeyed || at < e.dueAt || e.status < 400 {
				continue
			}
			late := routes.Fault{Kind: routes.ChecksLate, Func: f.c.fn, Status: e.status, Condition: armText(f.c, !f.arm), Position: pos(e.site)}
			if e.named && f.authz {
				late.Detail = routes.NamedDeed
			}
			out = append(out, fault{late, f.c.layer})
		}
	}
	return out
}
