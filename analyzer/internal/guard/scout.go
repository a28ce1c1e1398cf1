package guard

import (
	"maps"
	"slices"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A step is run twice. The first run, the scout, keeps no lists of decisions: it
// only notes, for every way that a request leaves, which arms of which conditions
// may have been taken. That tells which conditions can matter to whether somebody
// is refused; the second run keeps these apart and forgets the others. What a
// handler decides for the sake of its own work is most of what it decides, and
// does not become so many paths.

// arms is a set of decisions: bit 2n for one arm of condition n, 2n+1 for the other.
type arms = bitset

func armBit(c *cond, arm bool) int {
	n := 2 * c.id
	if arm {
		n++
	}
	return n
}

// either reports whether one arm of a condition is among the decisions, or both.
func either(a arms, c *cond) bool { return a.has(armBit(c, false)) || a.has(armBit(c, true)) }

// onlyArm is the arm of a condition that is among the decisions, if it is only one.
func onlyArm(a arms, c *cond) (arm, one bool) {
	yes, no := a.has(armBit(c, true)), a.has(armBit(c, false))
	return yes, yes != no
}

// decide is the state after a decision: noted, kept or forgotten. What a condition
// says of the route is always kept, because it is for the route to decide.
func (r *run) decide(st *state, c *cond, arm bool) *state {
	kept := r.keepsApart(c) && !answeredInside(st, c)
	if !kept && !r.scouting {
		return st.clone()
	}
	n := st.clone()
	if kept {
		n.take(c, arm)
	}
	if bit := armBit(c, arm); !st.may.has(bit) {
		n.note().may = st.may.with(bit)
	}
	return n
}

// answeredInside reports whether a function around others asks when one of those has answered: what it does then, it
// does about a request that is over.
func answeredInside(st *state, c *cond) bool { return st.status != 0 && c.layer+1 < st.layer }

// keepsApart reports whether it is kept apart how a condition is decided.
func (r *run) keepsApart(c *cond) bool { return c.test != nil || !r.scouting && r.relevant[c] }

// A place is where a request is refused: several layers may call one helper for it.
type place struct {
	status, layer int
	at            program.Pos
}

// reach is where an arm of a condition may lead.
type reach struct {
	served bool
	denied map[place]bool
	told   map[place]bool // refusals after which the request goes on
}

// leads reports whether the arm leads anywhere but to a failure of the server's own.
func (r reach) leads() bool { return r.served || len(r.denied) > 0 }

// findRelevant says which conditions can matter, by what the scout saw: those of
// which one arm can lead to being served, or to a certain refusal, where the
// other one cannot. What asks where the request comes from is kept too: it may say
// whether a header is to be believed. It reports whether there are any; if not, a
// second run would show the same as the first.
func (r *run) findRelevant(exits []exit) (some bool) {
	j := &judge{Summary: &Summary{run: r}, exits: exits}
	j.findDeepest()
	j.forgive()
	r.relevant, r.vain = map[*cond]bool{}, map[*cond]bool{}
	kinds := slices.ContainsFunc(r.condSeq, func(c *cond) bool { return c.erring != 0 && c.lab&Credential != 0 })
	for _, c := range r.condSeq {
		x, y := j.reach(c, false), j.reach(c, true)
		r.relevant[c] = r.hidden(c) || c.lab&TooLarge != 0 && !r.endpoint && x.served != y.served || c.stored && !r.endpoint && x.served != y.served || c.verdict && x.served && y.served || kinds && c.failed && c.lab&Credential != 0 && x.served != y.served || x.leads() && y.leads() && (!maps.Equal(x.denied, y.denied) || !maps.Equal(x.told, y.told) || x.served != y.served || c.lab&Address != 0)
		r.vain[c] = !r.relevant[c] && x.served && y.served && len(x.denied)+len(y.denied) == 0 && !r.coarse
		some = some || r.relevant[c]
	}
	r.askedAgain()
	r.findAround(j)
	return some
}

// askedAgain keeps apart, with a condition that can matter, those that ask the same.
func (r *run) askedAgain() {
	matters := map[int]bool{}
	for _, c := range r.condSeq {
		matters[c.question] = matters[c.question] || r.relevant[c]
	}
	for _, c := range r.condSeq {
		if c.question != 0 && matters[c.question] {
			r.relevant[c], r.vain[c] = true, false
		}
	}
}

// findAround finds, for what is asked of what the request proves, another condition by which
// it is not asked: somebody may be served who is known in another way. Both of its arms lead
// to the same ends, so that it is not kept apart.
func (r *run) findAround(j *judge) {
	r.around = map[*cond]*cond{}
	for _, p := range r.condSeq {
		if !r.relevant[p] || p.lab&principal == 0 {
			continue
		}
		var asked, not []exit
		for _, e := range j.exits {
			switch {
			case !j.serves(e):
			case either(e.may, p):
				asked = append(asked, e)
			case e.anon:
				not = append(not, e)
			}
		}
		if len(not) == 0 {
			continue
		}
		for _, c := range r.condSeq {
			if !r.relevant[c] && !c.late && c.otherWay() && parts(c, not, asked) {
				r.around[p] = c
				break
			}
		}
	}
}

// otherWay reports whether a condition may be about another way to know who asks, or whether
// there is one: what the configuration says, what a proxy says, where the request comes from.
func (c *cond) otherWay() bool {
	return c.test == nil && (c.lab == 0 || c.lab&(OtherHeader|Address|Told|Guest|Wire) != 0)
}

// parts reports whether all of some exits have taken one arm of a condition, and only that, and
// one of others the other arm.
func parts(c *cond, some, others []exit) bool {
	for _, arm := range []bool{true, false} {
		if !slices.ContainsFunc(some, func(e exit) bool { taken, one := onlyArm(e.may, c); return !one || taken != arm }) &&
			slices.ContainsFunc(others, func(e exit) bool { return e.may.has(armBit(c, !arm)) }) {
			return true
		}
	}
	return false
}

// hidden reports whether a condition asks who is there, and the scout cannot tell what for: it
// merged ways that differ in what they know, so that both arms lead everywhere.
func (r *run) hidden(c *cond) bool {
	asks := c.lab&proof != 0 && c.lab&(CSRF|Origin|Body) == 0
	return asks && either(r.blended, c)
}

// reach finds where an arm may lead.
func (j *judge) reach(c *cond, arm bool) reach {
	out, bit, endpoint := reach{denied: map[place]bool{}, told: map[place]bool{}}, armBit(c, arm), j.run.endpoint
	for _, e := range j.exits {
		if status := e.told(); e.may.has(bit) && c.tells(status) {
			out.told[place{status, e.layer, e.site}] = true
		}
		switch {
		case !e.may.has(bit):
		case j.early(e) && (c.denial(e.status, e.via, false) || j.answersFor(e)), !e.goesOn && c.hides(e.status):
			out.denied[place{e.status, e.layer, e.site}] = true
		case j.serves(e) && !(e.via == "redirect" && endpoint):
			out.served = true
		case c.lab&proof == 0 && refusal(e), c.denial(e.status, e.via, endpoint), c.anonKnown && c.lab&principal != 0 && e.status >= 400:
			out.denied[place{e.status, e.layer, e.site}] = true
		}
	}
	return out
}

// choose marks storage among the results of a call that were chosen by what the
// request proves: a switch over tokens that makes a user for each.
func (r *run) choose(frame int, ends []ending) {
	if r.scouting {
		for _, e := range ends {
			for _, c := range r.condSeq {
				if c.lab&principal != 0 && either(e.st.may, c) {
					r.chosen[frame] = true
				}
			}
		}
	}
	if !r.chosen[frame] {
		return
	}
	for _, e := range ends {
		for i := range e.results {
			switch value.Deref(e.results[i].v).(type) {
			case value.Pointer, *value.Struct:
				if e.results[i].role == 0 && !r.onlySaid(e.results[i].v) {
					e.results[i].lab |= Chosen
				}
			}
		}
	}
}

// refusal reports whether a path ends in a status that refuses.
func refusal(e exit) bool {
	return !e.goesOn && (isRefusal(e.status) || e.status == 407 || e.via == "redirect")
}
