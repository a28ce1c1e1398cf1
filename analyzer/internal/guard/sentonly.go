package guard

import (
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/routes"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A guard may ask whether a credential is sent, or in which form, and nobody may look at what it
// says: then whoever sends anything passes. To be compared, to be given to a function that was not read,
// and to be kept for somebody else, counts as being looked at.

// looksAt notes that what a credential says is looked at. That there is one is not all that it says.
func (r *run) looksAt(a av) {
	if a.lab&Credential != 0 && !tellsOnlyThere(a) {
		r.looked = r.looked.with(a.origin)
	}
}

// tellsOnlyThere reports whether a value only says whether there is a credential, or whose it is said to be.
func tellsOnlyThere(a av) bool { return a.presence || a.named }

// looksIn notes so of credentials that are in lists or structs, or that functions have captured, too.
func (r *run) looksIn(st *state, values ...av) {
	for _, a := range values {
		r.looksIn(st, a.tuple...)
		switch v := value.Deref(a.v).(type) {
		case *value.Func:
			r.looksIn(st, r.captured[v]...)
		case *value.Slice, value.Pointer, *value.Struct, *value.Map:
			r.spreadInto(&a, a.v, st, 0, tellsOnlyThere)
		}
		r.looksAt(a)
	}
}

// looksEverywhere notes that any credential of the request may be looked at.
func (r *run) looksEverywhere() { r.looked = r.looked.with(0) }

// handsOut notes what a function may look at that nobody has read.
func (r *run) handsOut(args []av, st *state) {
	r.looksIn(st, args...)
	if slices.ContainsFunc(args, func(a av) bool { return r.handsCredentials(a) || r.spread([]av{a}, st).lab&Request != 0 }) {
		r.looksEverywhere()
	}
	r.handsQuery = r.handsQuery || slices.ContainsFunc(args, isQuery)
	if slices.ContainsFunc(args, func(a av) bool { return r.handsKept(a, st) }) {
		r.readsFrom = r.readsFrom.with(0)
	}
}

// handsCredentials reports whether who is given a value can read the credentials of the request from it. The
// context of a request has none, but where there is nothing else of the request.
func (r *run) handsCredentials(a av) bool {
	switch a.source {
	case frameworks.SourceHeader, frameworks.SourceAuth, frameworks.SourceCookie:
		return true
	case frameworks.SourceRequest:
		return slices.Contains(r.shape.Params, frameworks.RoleValues)
	}
	return a.role == frameworks.RoleRequest || a.role == frameworks.RoleContext || r.wholeInput(a.v)
}

// isQuery reports whether who is given a value can read the query and the form from it.
func isQuery(a av) bool {
	return a.source == frameworks.SourceQuery || a.source == frameworks.SourceURL
}

// textOfForm is the text of an error that only says whether a credential was sent, or in which form.
func textOfForm(method string, err av) (av, bool) {
	if method != "(error).Error" || err.lab&^FromNext != Credential || !err.presence {
		return av{}, false
	}
	return av{lab: err.lab, origin: err.origin, named: true}, true
}

// compared is a comparison, with what it looks at: not whether something is there, how long it is, or by which scheme it
// authenticates (RFC 9110 section 11.1).
func (a *activation) compared(in *program.Instr, x, y av) av {
	switch op, always := asEqual(in.Sym, x, y); {
	case always != nil:
		return av{v: always}
	case op != "":
		one := *in
		one.Sym = op
		in, y = &one, av{v: value.Int(1)}
	}
	out := a.binop(in, x, y)
	out.ofError = x.ofError || y.ofError
	if length, ok := sentLength(x, y); ok {
		out.lab, out.origin, out.form = length.lab, length.origin, true
		return out
	}
	if out.named = onlyNamed(x, y); out.named {
		out.consts = nil
	}
	ordered := slices.Contains(orders[2:], in.Sym) && out.lab&proof == 0 // how old something is said to be, and nobody's secret
	if out.form = comparesForm(in, x, y) || out.named || a.separates(in, y) || ordered; !out.form {
		a.looksAt(x)
		a.looksAt(y)
	}
	return out
}

// sentLength is the length of a credential that is compared with that of something else, whatever that is.
func sentLength(x, y av) (av, bool) {
	if !x.presence || !x.form || !y.presence || !y.form {
		return av{}, false
	}
	if x.lab&proof == Credential && x.origin > 0 {
		return x, true
	}
	return y, y.lab&proof == Credential && y.origin > 0
}

// onlyNamed reports whether some of the values are who somebody claims to be, and all others are constants: what is kept
// somewhere may be a secret, which some send as the name.
func onlyNamed(values ...av) bool {
	some := false
	for _, a := range values {
		if !a.named && (a.lab != 0 || !a.constant() && len(a.consts) == 0) {
			return false
		}
		some = some || a.named
	}
	return some
}

// comparesForm reports whether a comparison asks for no more than that: where something is found in a text, too, is a matter of its form.
func comparesForm(in *program.Instr, args ...av) bool {
	for i, a := range args {
		constant := in.Args[i].Kind == program.Constant
		_, number := a.v.(value.Int)
		if constant && (isEmpty(a) || meansYesOrNo(a)) || isScheme(a) || constant && number && args[1-i].form {
			return true
		}
	}
	return false
}

// separates reports whether a comparison asks for a character of a text that separates its parts.
func (a *activation) separates(in *program.Instr, y av) bool {
	char, ok := value.Deref(y.v).(value.Int)
	if !ok || in.Args[1].Kind != program.Constant || !slices.Contains([]value.Int{' ', '\t', ':'}, char) {
		return false
	}
	made := a.maker(in.Args[0])
	return made != nil && made.Op == program.Index
}

// isScheme reports whether a value is the name of an authentication scheme.
func isScheme(a av) bool {
	text, known := textOf(a)
	return known && frameworks.AuthScheme(text)
}

// asksForm reports whether a function only asks for the form of its first argument, or makes another form of it, as constants say.
func asksForm(sym string, args []av) bool {
	switch {
	case sym == "strings.EqualFold":
		return slices.ContainsFunc(args, func(a av) bool { return isScheme(a) || isEmpty(a) })
	case takesApart(sym), sym == "strings.HasPrefix", sym == "strings.ToLower", sym == "strings.ToUpper":
		return !slices.ContainsFunc(args[1:], func(a av) bool { return !a.constant() && !asksEachRune(sym, a) })
	}
	return strings.HasPrefix(sym, "unicode/utf8.")
}

// asksEachRune reports whether an argument is a function that a text is searched with, which has nothing to compare that with.
func asksEachRune(sym string, a av) bool {
	fn, ok := value.Deref(a.v).(*value.Func)
	return ok && len(fn.Free) == 0 && fn.Recv == nil && strings.HasSuffix(sym, "Func")
}

// respelled is a text in another form, or whether it is in that.
func respelled(text av, typ string) av {
	out := av{lab: text.lab, origin: text.origin, named: text.named}
	if typ == "bool" {
		out.form = true
		return out
	}
	if sent, known := textOf(text); known && sent == "" {
		out.v = text.v
	}
	return out
}

// takesAny reports whether the condition asks of a credential only whether it is sent, or in which form. One that is not sent under a
// name, such as a certificate, has been looked at by whoever tells of it.
func (c *cond) takesAny() bool {
	return c.lab&^(Rounds|Query) == Credential && c.origin > 0 && len(c.consts) == 0 && c.attr == "" && (c.presence || c.form)
}

// A SentOnly is a credential of which a step asks only whether it is sent.
type SentOnly struct {
	Key   Key
	Layer int // that asks for it
	Fault routes.Fault
	Query bool // it is sent in the query, or in a form
	// InVain is the step, if it asks what the credential is, and refuses nobody for that: see asksInVain.
	InVain *Summary
}

// takesAnything lists the credentials of which the step, that lets nobody pass without, asks only whether they are sent: it lets
// some pass of whom it asks nothing else.
func (j *judge) takesAnything() []SentOnly {
	var out []SentOnly
	var inVain *Summary
	if j.asksInVain() {
		inVain = j.Summary
	}
	for _, f := range j.enforcing {
		if f.c.takesAny() && f.c.layer >= 0 {
			out = append(out, SentOnly{Key: j.run.origins[f.c.origin-1], Layer: f.c.layer, Fault: j.sentOnly(f), Query: f.c.lab&Query != 0, InVain: inVain})
		}
	}
	if len(out) == 0 || !slices.ContainsFunc(j.exits, func(e exit) bool { return j.serves(e) && !j.refused(e) && j.asksNothingElse(e) }) {
		return nil
	}
	return out
}

// asksNothingElse reports whether all enforced conditions that a path has passed only ask for a credential.
func (j *judge) asksNothingElse(e exit) bool {
	return !slices.ContainsFunc(j.enforcing, func(f enforced) bool {
		return !f.c.takesAny() && (slices.Contains(e.dec, dec{f.c, f.arm}) || e.blurred && e.may.has(armBit(f.c, f.arm)))
	})
}

// asksInVain reports whether the step has asked what a credential is, whether it is somebody's, say, and goes on whatever the answer:
// the error is written into a log. A handler may do with it what nobody sees.
func (j *judge) asksInVain() bool {
	if j.run.endpoint {
		return false
	}
	asks := false
	for _, c := range j.run.condSeq {
		if c.lab&Derived == 0 {
			continue
		}
		if !c.presence || !j.run.vain[c] {
			return false
		}
		asks = true
	}
	return asks
}

// sentOnly is the fault of a condition that anything passes that is sent.
func (j *judge) sentOnly(f enforced) routes.Fault {
	return routes.Fault{Kind: routes.FailsOpen, Detail: routes.TakesAny, Func: f.c.fn, Condition: armText(f.c, f.arm), Position: pos(f.c.pos), Status: f.statuses[0]}
}

// Looks reports whether the step may look at what a credential says.
func (s *Summary) Looks(sent SentOnly) bool {
	r, k := s.run, sent.Key
	if sent.Query && r.handsQuery || s.Failed != "" || r.marks.unknownNext || isUnknownValue(s.value) || r.looked.has(0) || slices.ContainsFunc(r.condSeq, func(c *cond) bool { return c.lab&TooLarge != 0 }) {
		return true
	}
	for i, o := range r.origins {
		if r.looked.has(i+1) && o.source == k.source && strings.EqualFold(o.name, k.name) {
			return true
		}
	}
	return false
}
