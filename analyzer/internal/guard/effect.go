package guard

import (
	"slices"
	"strconv"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// An effectCall is a call that a framework's table describes.
type effectCall struct {
	*run
	e      frameworks.Effect
	args   []av
	method bool
	own    bool // see ofOwn
	st     *state
}

func (c *effectCall) arg(n frameworks.Arg) (av, bool) {
	i := n.Index(c.method)
	if i < 0 || i >= len(c.args) {
		return av{}, false
	}
	return c.args[i], true
}

// effect performs what a table says of a call.
func (r *run) effect(e frameworks.Effect, sym string, args []av, st *state, in *program.Instr, frame int) []ending {
	_, _, method := program.SplitMethod(sym)
	c := &effectCall{run: r, e: e, args: args, method: method, st: st.clone()}
	c.own = c.ofOwn()
	if e.Source == frameworks.NoSource && ofHeaders(args) {
		c.st.resends()
	}
	if e.As != "" {
		return r.callKnown(e.As, args, st, in, frame, st.layer-1)
	}
	if e.Makes {
		return r.makes(args, st, in, frame)
	}
	if e.Reaches {
		return reached(r.opaque(in, sym, args, st))
	}
	if answered(e, args) {
		return r.opaque(in, sym, args, st)
	}
	if e.Next && st.aborted { // there is no rest any more
		return []ending{{st: st, results: []av{{}}}}
	}
	if e.Next {
		return r.goOn(st)
	}
	if e.Acts {
		return c.outlives(r.opaque(in, sym, args, c.st))
	}
	if text, ok := c.arg(e.Unverified); ok {
		if e.Header != "" {
			text = c.keyed(frameworks.SourceHeader, known(value.String(e.Header)))
		}
		return []ending{{st: r.fill(av{lab: Body | Unsigned, holds: r.given(args, nil, st)}, st), results: []av{takenApart(text, in.Type, e.Verifiable)}}}
	}
	if signed, ok := c.arg(e.Unsigned); ok {
		if c.asksNobody(signed) {
			return []ending{{st: st, results: []av{{lab: Unsigned, nilness: nonNil}}}}
		}
		return r.opaque(in, sym, args, st)
	}
	if text, ok := c.arg(e.Respells); ok {
		return []ending{{st: st, results: []av{respelled(text, in.Type)}}}
	}
	if e.Verifies || e.Says {
		return r.opaque(in, sym, args, st)
	}
	if e.Zero == 0 && e.Some == 0 && !e.Error && !e.Refuses { // what a refusal says of it lets nobody pass
		c.looksInArgs()
	}
	if e.Source == frameworks.SourceBody && len(args) > 0 && args[0].role == frameworks.RoleContext { // a query may be decoded as well
		r.handsQuery = true
	}
	if e.Forwards || e.Source == frameworks.SourceSession || e.Source == frameworks.SourceAuth && e.Key == 0 && e.Header == "" {
		r.looksEverywhere() // a library of sessions reads the request by itself
	}
	if e.Decides {
		return r.decision(in, sym, args, st)
	}
	if e.Reroutes {
		r.marks.unknownNext = true
		return []ending{{st: st, results: []av{{}}}}
	}
	if to, ok := c.arg(e.Into); ok && !r.holdsRequest([]av{to}, st) {
		return []ending{{st: st, results: c.results(in)}}
	}
	if h, ok := c.arg(e.Handler); ok {
		return r.serveWith(h, args, st, in, sym, frame)
	}
	if by, ok := c.arg(e.Status); ok && e.Renders != "" && r.hasOwn(by.v, e.Renders) {
		return r.invoke(r.instr(program.Instr{Op: program.Invoke, Sym: "(answer)." + e.Renders, Dst: -1}), by, []av{{role: frameworks.RoleWriter, nilness: nonNil}, {}}, c.st, frame)
	}
	if of, ok := c.arg(e.Of); ok && of.lab != 0 {
		return []ending{{st: c.st, results: []av{{lab: of.lab}}}}
	}
	if c.st.status == 0 {
		c.st.statusBy, c.st.toldAt, c.st.toldIn = in.Pos, len(c.st.dec), c.st.layer
	}
	c.noteText(in)
	c.keep()
	c.put()
	c.leave(in)
	c.write()
	c.st.full = c.st.full || fills(e)
	if e.Abort {
		c.st.aborted = true
	}
	if e.Halts {
		c.st.act()
	}
	if c.st.ended = e.Ends; e.Exits || e.Ends {
		return []ending{{st: c.st, panics: true}}
	}
	if e.Source != 0 && e.Stores == 0 && !c.own { // what it reads it may also put where an argument points to: a decoder does
		c.st = r.fill(av{lab: labelOf(e.Source), holds: r.given(args, nil, c.st)}, c.st)
	}
	if to, ok := c.arg(e.Tagged); ok {
		r.becomesInput(to)
	}
	return []ending{{st: c.st, results: c.results(in)}}
}

// decision is what a policy says: of whoever the request proves to be, what that one
// may do. It may also let somebody do it who proves nothing, where the program asks.
func (r *run) decision(in *program.Instr, sym string, args []av, st *state) []ending {
	ends := r.opaque(in, sym, args, st)
	unheard := r.ignores(in) // that it could be asked proves nothing of who asks
	for i := range ends[0].results {
		switch out := &ends[0].results[i]; {
		case unheard:
			out.lab &^= proof
		case out.lab&proof != 0:
			out.lab |= Attr | Decided
		case st.anon:
			out.lab |= Guest
		}
	}
	return ends
}

// write notes the response's status.
func (c *effectCall) write() {
	late := c.st.goesOn && (c.e.Writes || c.e.Status != 0 || c.e.StatusIs != 0)
	c.over.busy, c.left.writes = c.over.busy || late, c.left.writes || late
	status, failed := c.e.StatusIs, false
	given := status != 0
	if s, ok := c.arg(c.e.Status); ok {
		given, failed = true, s.ofError
		status = c.statusOf(s)
		said := c.errorStatus(s, c.st)
		if said <= 0 && c.e.StatusBy != "" {
			said = c.statusByMethod(c.e.StatusBy, s, c.st)
		}
		if said > 0 {
			status = said
		}
	}
	c.st.again = c.st.again || c.st.beyond && given && status >= 300
	switch {
	case c.e.Error:
	case c.st.status >= 300 && (c.st.held || given && status == -1):
		c.st.full = false // it may be the same answer, which was kept until now
	case c.e.Sets && c.e.First && c.st.pending != 0:
	case c.e.Sets:
		c.st.pending = status
	case c.st.status >= 300 && (given && status < 300 || !given && c.e.Writes && c.st.full):
		c.st.over = true // the second answer is not read by everybody, but what it took was done
	case given && c.st.status == 0:
		c.st.status = status
		c.st.held = c.isHeld()
		c.st.refuses = status == -1 && (c.e.Refuses || failed)
		c.openEnvelope()
	case c.e.Writes && c.st.status == 0:
		if c.st.status = 200; c.st.pending != 0 && !c.e.Now {
			c.st.status = c.st.pending
		}
		c.openEnvelope()
	}
}

// isHeld reports whether a helper answers into something that the program has made around the
// response: what becomes of the answer then is for that to say.
func (c *effectCall) isHeld() bool {
	return !c.method && slices.ContainsFunc(c.args, func(a av) bool {
		ptr, ok := value.Deref(a.v).(value.Pointer)
		return ok && a.role == 0 && c.local(ptr.Cell) && c.holdsRequest([]av{a}, c.st)
	})
}

// statusOf is the status that an argument says, -1 if it is not known.
func (c *effectCall) statusOf(a av) int {
	switch v := value.Deref(a.v).(type) {
	case value.Int:
		if c.e.Codes == nil {
			return int(v)
		}
		if status, ok := c.e.Codes[strconv.Itoa(int(v))]; ok {
			return status
		}
	case value.Text:
		text, _ := v.Known()
		if status, ok := c.e.Codes[text]; ok {
			return status
		}
	}
	return -1
}

// fills reports whether a call writes a whole response.
func fills(e frameworks.Effect) bool {
	return !e.Error && !e.Opens && !e.Sets && (e.Status != 0 || e.StatusIs != 0)
}

func (c *effectCall) results(in *program.Instr) []av {
	e := c.e
	switch {
	case e.Error:
		status := e.StatusIs
		if s, ok := c.arg(e.Status); ok {
			status = c.statusOf(s)
		}
		if e.Codes != nil && status > 0 && status < 300 {
			return []av{{v: value.Nil{}, nilness: isNil}}
		}
		return []av{{status: status, nilness: nonNil}}
	case e.Answers:
		return []av{{answer: true}}
	case e.Record && e.Key != 0:
		return c.noted()
	case e.Record:
		return []av{c.registered()}
	case len(e.Roles) > 0:
		parts := make([]av, len(e.Roles))
		for i, role := range e.Roles {
			switch role {
			case frameworks.RoleNone:
			case frameworks.RoleRecord:
				parts[i] = c.registered()
			default:
				parts[i] = av{role: role, nilness: nonNil}
			}
		}
		return parts
	case e.Role != 0 && len(e.Anonymous) == 2 && e.Anonymous[1] == "true":
		return c.withRest(av{role: e.Role, nilness: nonNil})
	case e.Role != 0 && len(e.Anonymous) == 2:
		return []av{{role: e.Role, nilness: nonNil}, {v: value.Nil{}, nilness: isNil}}
	case e.Role != 0:
		return []av{{role: e.Role, nilness: nonNil}}
	case e.Source == frameworks.SourceRequest || e.Source == frameworks.SourceURL:
		return []av{{source: e.Source, nilness: nonNil}}
	case e.Source == frameworks.SourceHeader && e.Key == 0, e.Source == frameworks.SourceQuery && e.Key == 0, e.Source == frameworks.SourceTLS && e.Key == 0:
		return c.withRest(av{source: e.Source, nilness: nonNil})
	case e.Source == frameworks.SourceLeft:
		if _, ok := c.lastLeft(c.st); ok {
			return []av{{source: e.Source, nilness: nonNil, sure: true}}
		}
		return []av{{lab: FromNext}}
	case e.Asks != nil:
		return c.session()
	case e.Zero != 0 || e.Some != 0:
		of, _ := c.arg(max(e.Zero, e.Some))
		return []av{compare(e.Zero != 0, of, av{v: value.Nil{}, nilness: isNil}, combine(of))}
	case e.Written:
		return []av{written(c.st)}
	case e.Aborted:
		if !c.st.aborted && (c.st.goesOn || c.st.status == -1) { // by the rest, or by a function that was not read
			c.marks.unreadStop = c.marks.unreadStop || !c.st.goesOn
			return []av{{lab: FromNext}}
		}
		return []av{{v: value.Bool(c.st.aborted)}}
	case c.own:
		return []av{c.from(c.args[:1])}
	case e.Source != 0:
		c.readsKept()
		if kept, ok := c.kept(in); ok {
			return kept
		}
		if c.absent() {
			return []av{{v: value.Nil{}, nilness: isNil, sure: true}, {v: value.Bool(false)}}[:max(1, min(2, len(c.e.Anonymous)))]
		}
		return c.asTyped(c.fromSource(), in.Type)
	case e.Encodes:
		out := c.from(c.args)
		out.status = 0
		return []av{out, {answer: true}}
	case e.Keeps:
		for _, a := range c.args {
			if a.source == frameworks.SourceRequest || a.role != 0 {
				return []av{{source: a.source, role: a.role, nilness: nonNil}}
			}
		}
		out := c.from(c.args)
		if p, ok := c.args[0].v.(value.Pointer); ok && out.status == 0 { // an error that a package variable holds
			out.status = c.errorStatus(av{v: value.Iface{Type: "*" + p.Cell.Type, Val: p}}, c.st)
		}
		if out.status != 0 {
			out.nilness, out.lab = nonNil, ofErrors(c.args)
		}
		return []av{out}
	}
	return []av{{}}
}

// written is whether the response was written.
func written(st *state) av {
	if st.goesOn || st.status == -1 {
		return av{lab: FromNext}
	}
	return av{v: value.Bool(st.status != 0)}
}

// from is a result that is made of some arguments, and of which no more is known.
func (c *effectCall) from(args []av) av {
	out := c.run.spread(args, c.st)
	out.v, out.test = nil, nil
	return out
}

// ofErrors is what the errors with a status come from that a call is given: not its other
// arguments, of which the texts of errors are made.
func ofErrors(args []av) (lab Label) {
	for _, a := range args {
		if a.status != 0 {
			lab |= a.lab
		}
	}
	return lab
}

// withRest is a result, and those that come with it for whoever asks.
func (c *effectCall) withRest(v av) []av {
	out := []av{v}
	for _, what := range c.e.Anonymous[min(1, len(c.e.Anonymous)):] {
		rest := av{}
		if what == "true" {
			rest.v = value.Bool(true)
		}
		out = append(out, rest)
	}
	return out
}

// fromSource is what reading from the request gives, and what an anonymous
// request would have there.
func (c *effectCall) fromSource() []av {
	key, _ := c.arg(c.e.Key)
	if c.e.Header != "" {
		key = known(value.String(c.e.Header))
	}
	v := c.keyed(c.e.Source, key)
	n := len(c.e.Anonymous)
	if n <= 1 && (n == 0 || c.e.Anonymous[0] != "error") {
		return []av{v}
	}
	out := make([]av, n)
	for i, what := range c.e.Anonymous {
		out[i] = av{lab: v.lab, test: v.test, origin: v.origin}
		if v.lab&principal == 0 && what != "true" {
			if what != "false" && what != "error" {
				out[i].dyn = v.dyn
			}
			continue
		}
		switch what {
		case "true":
			out[i] = av{v: value.Bool(true)}
		case "zero", "name":
			out[i].v, out[i].nilness, out[i].named = value.Text{}, maybeNil, what == "name" || v.named
		case "nil":
			out[i].v, out[i].nilness, out[i].named = value.Nil{}, isNil, v.named
			if c.isGiven(v.origin) {
				out[i] = v
			}
		case "false":
			if c.isGiven(v.origin) {
				out[i].v, out[i].presence, out[i].positive = value.Bool(true), true, -1
				continue
			}
			out[i].v, out[i].presence, out[i].positive = value.Bool(false), true, 1
		case "error":
			out[i].nilness, out[i].presence = nonNil, true
		}
	}
	return out
}

// asTyped is what is read as a text, a bool or a number from where nothing is for who proves nothing.
func (c *effectCall) asTyped(read []av, typ string) []av {
	if _, nothing := read[0].v.(value.Nil); len(read) > 1 || !nothing {
		return read
	}
	switch zero := zeroAV(c.prog, typ).v.(type) {
	case value.Text, value.Bool, value.Int:
		v := &read[0]
		v.v, v.nilness = zero, maybeNil
		if slices.Equal(c.e.Anonymous, []string{"false"}) {
			v.presence, v.positive = true, 1
		}
	}
	return read
}

// absent reports whether nothing is in the context under the key given, as a table says of its type, or
// because no step has put anything there.
func (c *effectCall) absent() bool {
	if c.e.Source != frameworks.SourceContext {
		return false
	}
	if len(c.before) > 0 {
		if _, nothing := c.leftAt(c.contextPlace(), func(g Given) bool { return g.Nothing }); nothing {
			return true
		}
	}
	key, _ := c.arg(c.e.Key)
	i, ok := key.v.(value.Iface)
	return ok && c.tables.Absent(i.Type)
}

// keyed is what a header, cookie, query value or context key holds.
func (r *run) keyed(src frameworks.Source, key av) av {
	name := ""
	if t, ok := value.Deref(key.v).(value.Text); ok {
		name, _ = t.Known()
	}
	told := Label(0)
	in := places[src]
	switch src {
	case frameworks.SourceHeader:
		src = frameworks.HeaderSource(name)
		if frameworks.SaysWho(name) {
			told = Told
		}
	case frameworks.SourceQuery:
		src, told = frameworks.QuerySource(name), Query
	}
	claims := src == frameworks.SourceCookie && frameworks.ClaimsWho(name)
	if in != "" && r.IsCredential != nil && r.IsCredential(in, name) {
		src = frameworks.SourceAuth
	}
	out := av{lab: labelOf(src) | told, origin: r.originOf(src, key), named: claims, whom: saysWhom(src, name)}
	switch src {
	case frameworks.SourceMethod, frameworks.SourcePath, frameworks.SourceURI, frameworks.SourceRoute, frameworks.SourceService, frameworks.SourceCall, frameworks.SourceMatch, frameworks.SourceName:
		out.test = &test{subject: src}
	case frameworks.SourceAuth, frameworks.SourceCookie:
		out.v = value.Text{}
	case frameworks.SourceContext, frameworks.SourceSession:
		out.v, out.nilness = value.Nil{}, isNil
		if g, ok := r.givenAt(out.origin); ok {
			out.v, out.dyn, out.nilness, out.status = nil, g.Type, nonNil, g.Status
		}
		out = r.shared(out)
	}
	return out
}

// places are the words of documents for where keys are sent (OpenAPI 2.0, "Security Scheme Object").
var places = map[frameworks.Source]string{frameworks.SourceHeader: "header", frameworks.SourceQuery: "query"}

// serveWith hands the request to a handler given as an argument.
func (r *run) serveWith(h av, args []av, st *state, in *program.Instr, sym string, frame int) []ending {
	if isNext(h.v) {
		return r.goOn(st)
	}
	if h.v != nil && r.isRouter(h.v) {
		return r.toRouter(h.v, st)
	}
	switch value.Deref(h.v).(type) {
	case *value.Func, value.Pointer, *value.Struct, value.Native, value.Choice:
		var request []av
		for _, a := range args {
			if a.role != 0 {
				request = append(request, a)
			}
		}
		return r.callHandler(h, request, st, frame)
	}
	return r.opaque(in, sym, args, st)
}
