package guard

import (
	"fmt"
	"slices"
	"sort"
	"strconv"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A Label says what a value comes from.
type Label uint32

// The labels. The first five are what authentication and authorization look at.
const (
	Credential Label = 1 << iota // presented by the client: Authorization, cookie, certificate, key
	Context                      // put into the context or session by an earlier step
	Derived                      // an unread function's result for a credential: a verified token, a user
	Attr                         // a part of a principal: role, scope, owner
	Request                      // an unread function's result for the request as a whole
	OtherHeader
	Query
	Param
	Method
	Path
	Host
	Address
	Body
	Origin
	CSRF
	Content
	FromNext // returned by the rest of the chain
	Chosen   // storage that was chosen by what the request proves: the user a token belongs to
	Guest    // what a policy says of somebody who proves nothing
	Told     // a credential that is no more than a header in which a proxy says who asks
	TooLarge // what a function says of the request that took too long to follow
	Found    // what the program keeps under a key that the client sends: see knows
	Zero     // or the zero value, if it keeps nothing there
	Wire     // whether the connection is encrypted, which the server decides
	Decided  // what a policy says of who the request proves to be
	Rounds   // a counter of a loop of which nobody knows how often it goes round
	Merged   // what ways had in common that were merged because there are too many
	Done     // what a call says of what it has changed
	Unsigned // what a credential says that nobody has verified: who sends it has written that
	Parsed   // what a token says: see unsigned.go
	Added    // whether something stands in the URI, whose query whoever asks adds
)

const (
	principal = Credential | Context | Derived | Attr
	proof     = principal | Request
)

type nilness int8

const (
	maybeNil nilness = iota
	isNil
	nonNil
)

// An av is an abstract value while a request is served.
type av struct {
	v       value.Value // known: a constant, a function, storage; for labelled values, what the anonymous request sees
	consts  []string    // string constants that flowed in, sorted
	attr    string      // the field of a principal that it is: of a user, CanDelete
	lab     Label
	nilness nilness
	sure    bool // of the nilness: it was asked for on this path, and holds whoever asks
	role    frameworks.Role
	source  frameworks.Source // what reading from it gives: the header map, the URL
	// presence: the value only says whether something is there (an ok).
	presence bool
	// hollow: it is an interface around a pointer that is nil. inside: it is the pointer that one around it had.
	hollow, inside bool
	// form: it only says in which form something is, or that in another one.
	form bool
	// named: it is, or says of, who somebody claims to be, which is no secret.
	named bool
	// whom: all of it that was sent is whom the request is about: see whom.go.
	whom bool
	// failed: it says whether there was an error.
	failed bool
	// verdict: it says whether a token is anybody's. telling is the field of the token that does: see unsigned.go.
	verdict bool
	telling string
	// answer: an error that only says whether writing worked.
	answer bool
	// count is how many elements a list has that was appended to while serving, if
	// that is known and they are few.
	count int8
	// positive says which arm of a condition means that all is well: 1 the true
	// one (ok, a user that is not nil), -1 the false one (err != nil); 0 unknown.
	positive int8
	// oneself is the arm on which who asks is whom the request names: see likeOneself.
	oneself int8
	// whose: it says whether who asks is whom the request names, by a name or a number.
	whose bool
	// erring is the arm on which there is an error of a certain kind.
	erring int8
	// equal is the arm on which it is one of the texts that flowed in.
	equal int8
	// flag is the arm on which a field of who asks is set: a bool that is true, or a number that it is.
	flag int8
	// pkg numbers the package that has made an error: see madeBy.
	pkg int32
	// ofError: it is an error that was found by its type, or a part of one.
	ofError bool
	// status is what an error answers with; 0 none, -1 not known.
	status int
	// origin is the one place of the request that the value comes from: see originOf.
	origin int
	test   *test  // a comparison of the path or method
	dyn    string // dynamic type of an interface whose value is not known
	tuple  []av
	// made is what registration made, of which no more is known.
	made *value.Unknown
	// holds is storage that an unread function was given and may fill later.
	holds []*value.Cell
}

func known(v value.Value) av {
	a := av{v: v}
	if t, ok := v.(value.Text); ok {
		if s, ok := t.Known(); ok && s != "" {
			a.consts = []string{s}
		}
	}
	return a
}

func (a av) constant() bool {
	switch v := value.Deref(a.v).(type) {
	case value.Bool, value.Int:
		return true
	case value.Text:
		_, ok := v.Known()
		return ok
	}
	return false
}

// joinConsts unites sorted lists; what grows without end is of no use as a demand.
func joinConsts(a, b []string) []string {
	const most = 32
	if len(b) == 0 || len(a) >= most {
		return a
	}
	if len(a) == 0 {
		return b
	}
	out := append(slices.Clone(a), b...)
	sort.Strings(out)
	return slices.Compact(out)
}

// combine is the result of a function of several values that is not known.
func combine(args ...av) av {
	var out av
	for _, a := range args {
		out.lab |= a.lab
		out.consts = joinConsts(out.consts, a.consts)
		for _, t := range a.tuple {
			out.lab |= t.lab
		}
	}
	out.whom = onlyWhom(args...)
	out.lab &^= FromNext | Rounds
	for _, a := range args {
		switch {
		case out.origin == 0:
			out.origin = a.origin
		case a.origin != 0 && a.origin != out.origin:
			out.origin = 0
			break
		}
	}
	for _, a := range args {
		out.holds = joinCells(out.holds, a.holds)
	}
	return out
}

func joinCells(a, b []*value.Cell) []*value.Cell {
	for _, c := range b {
		if !slices.Contains(a, c) {
			a = append(a[:len(a):len(a)], c)
		}
	}
	return a
}

// join is one of two values.
func join(a, b av) av {
	out := a
	out.lab |= b.lab
	out.consts = joinConsts(a.consts, b.consts)
	if a.attr != b.attr {
		out.attr = ""
	}
	out.holds = joinCells(a.holds, b.holds)
	if !sameValue(a.v, b.v) {
		out.v = nil
	}
	if a.nilness != b.nilness {
		out.nilness = maybeNil
	}
	out.sure = a.sure && b.sure && a.nilness == b.nilness
	if out.role = a.role; a.role != b.role {
		out.role = around(a, b)
	}
	if a.source != b.source {
		out.source = 0
	}
	if a.status != b.status {
		out.status = -1
	}
	out.presence, out.form, out.failed = a.presence && b.presence, a.form && b.form, a.failed && b.failed
	out.whose = a.whose && b.whose
	out.named, out.hollow, out.inside = a.named && b.named, a.hollow && b.hollow, a.inside && b.inside
	out.whom = onlyWhom(a, b)
	if out.verdict = a.verdict && b.verdict; a.telling != b.telling {
		out.telling = ""
	}
	if out.pkg = a.pkg; a.pkg != b.pkg {
		out.pkg = 0
	}
	if a.positive != b.positive {
		out.positive = 0
	}
	if out.erring = a.erring; a.erring != b.erring {
		out.erring = 0
	}
	if out.equal = a.equal; a.equal != b.equal {
		out.equal = 0
	}
	if out.flag = a.flag; a.flag != b.flag {
		out.flag = 0
	}
	out.oneself = a.oneself
	if a.oneself != b.oneself {
		out.oneself = 0
	}
	out.answer, out.ofError = a.answer && b.answer, a.ofError && b.ofError
	if out.origin = sameOrigin(a, b); isList(a) || isList(b) { // one that more is appended to in a loop
		out.origin = onlyOrigin(a, b)
	}
	if a.test != b.test {
		out.test = nil
	}
	if a.count != b.count {
		out.count = 0
	}
	if a.dyn != b.dyn {
		out.dyn = ""
	}
	if a.made != b.made {
		out.made = nil
	}
	if len(a.tuple) == len(b.tuple) && len(a.tuple) > 0 {
		out.tuple = make([]av, len(a.tuple))
		for i := range a.tuple {
			out.tuple[i] = join(a.tuple[i], b.tuple[i])
		}
	}
	return out
}

// around is the role of what is the response on one way, and something made around it on another.
func around(a, b av) frameworks.Role {
	if a.role == 0 {
		a, b = b, a
	}
	if _, made := value.Deref(b.v).(value.Pointer); a.role == frameworks.RoleWriter && b.role == 0 && (made || b.dyn != "") {
		return a.role
	}
	return 0
}

// Same reports whether two values are certainly the same, in whatever interfaces they are.
func Same(a, b value.Value) bool { return sameValue(value.Deref(a), value.Deref(b)) }

func sameValue(a, b value.Value) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	switch x := a.(type) {
	case value.Text:
		y, ok := b.(value.Text)
		s, known1 := x.Known()
		t, known2 := y.Known()
		return ok && known1 && known2 && s == t
	case value.Int:
		y, ok := b.(value.Int)
		return ok && x == y
	case value.Bool:
		y, ok := b.(value.Bool)
		return ok && x == y
	case value.Float:
		y, ok := b.(value.Float)
		return ok && x == y
	case value.Regexp:
		y, ok := b.(value.Regexp)
		return ok && x == y
	case value.Nil: // of any type
		_, ok := b.(value.Nil)
		return ok
	case value.Pointer:
		y, ok := b.(value.Pointer)
		return ok && x == y
	case *value.Func:
		y, ok := b.(*value.Func)
		return ok && x == y
	case value.Native:
		y, ok := b.(value.Native)
		return ok && x == y
	case value.Iface:
		y, ok := b.(value.Iface)
		return ok && x.Type == y.Type && sameValue(x.Val, y.Val)
	case *value.Slice:
		y, ok := b.(*value.Slice)
		return ok && x == y
	case *value.Map:
		y, ok := b.(*value.Map)
		return ok && x == y
	case *value.Struct:
		y, ok := b.(*value.Struct)
		return ok && x == y
	case value.Choice:
		y, ok := b.(value.Choice)
		return ok && slices.EqualFunc(x.Alts, y.Alts, func(a, b value.Alt) bool { return sameValue(a.Val, b.Val) })
	}
	return false
}

// spell spells what of a value decides the way a path goes; labels are left out,
// because they are joined.
func (r *run) spell(b []byte, a *av) []byte {
	switch {
	case a.tuple != nil:
		b = append(b, '(')
		for i := range a.tuple {
			b = r.spell(b, &a.tuple[i])
		}
		b = append(b, ')')
	case a.v != nil:
		b = r.spellValue(b, a.v)
		if a.lab&principal != 0 {
			b = append(b, '~')
		}
	case a.dyn != "":
		b = append(append(b, a.dyn...), "?0!"[a.nilness])
	default:
		b = append(b, "?0!"[a.nilness])
	}
	if a.status != 0 {
		b = append(b, 's')
		b = strconv.AppendInt(b, int64(a.status), 10)
	}
	if a.answer {
		b = append(b, 'a')
	}
	if a.ofError {
		b = append(b, 'e')
	}
	if a.hollow {
		b = append(b, 'h')
	}
	if a.count != 0 {
		b = append(b, 'c', '0'+byte(a.count))
	}
	return append(b, ';')
}

func (r *run) spellValue(b []byte, v value.Value) []byte {
	if b, ok := value.AppendKey(b, v); ok {
		return b
	}
	switch v := v.(type) {
	case value.Pointer:
		return strconv.AppendInt(append(b, '&'), int64(r.cellID(v.Cell)), 10)
	case *value.Func, *value.Slice, *value.Map:
		return strconv.AppendInt(append(b, 'f'), int64(r.identity(v)), 10)
	case value.Native:
		return strconv.AppendInt(append(b, 'n'), int64(r.identity(v.Obj)), 10)
	case value.Regexp:
		return append(append(b, 'r'), v...)
	case value.Iface:
		b = append(append(b, v.Type...), ':')
		return r.spellValue(b, v.Val)
	}
	if c, ok := v.(value.Choice); ok {
		for _, alt := range c.Alts {
			b = append(r.spellValue(b, alt.Val), '/')
		}
		return b
	}
	return fmt.Appendf(b, "%T", v)
}

// identity numbers what is known by its address alone.
func (r *run) identity(v any) int {
	id, ok := r.identities[v]
	if !ok {
		id = len(r.identities) + 1
		r.identities[v] = id
	}
	return id
}

// same reports whether two values say the same.
func same(a, b av) bool {
	if a.lab != b.lab || a.attr != b.attr || len(a.consts) != len(b.consts) || a.nilness != b.nilness || a.sure != b.sure || a.role != b.role || a.source != b.source ||
		a.presence != b.presence || a.form != b.form || a.named != b.named || a.whom != b.whom || a.whose != b.whose || a.hollow != b.hollow || a.inside != b.inside || a.pkg != b.pkg || a.failed != b.failed || a.verdict != b.verdict || a.telling != b.telling || a.oneself != b.oneself || a.erring != b.erring || a.equal != b.equal || a.flag != b.flag || a.positive != b.positive || a.status != b.status || a.answer != b.answer || a.ofError != b.ofError || a.origin != b.origin || a.test != b.test || a.dyn != b.dyn || a.count != b.count || a.made != b.made ||
		len(a.tuple) != len(b.tuple) || len(a.holds) != len(b.holds) || !sameValue(a.v, b.v) {
		return false
	}
	for i := range a.tuple {
		if !same(a.tuple[i], b.tuple[i]) {
			return false
		}
	}
	return true
}

func (r *run) cellID(c *value.Cell) int {
	id, ok := r.ids[c]
	if !ok {
		id = len(r.ids) + 1
		r.ids[c] = id
	}
	return id
}

type cellKey struct {
	frame int
	in    *program.Instr
}

type frameKey struct {
	parent int
	in     *program.Instr
	fn     *program.Func
}

// frame numbers a call by the way it was reached, so that storage made in it has
// an identity that loops do not multiply.
func (r *run) frame(parent int, in *program.Instr, fn *program.Func) int {
	k := frameKey{parent, in, fn}
	id, ok := r.frames[k]
	if !ok {
		id = len(r.frames) + 1
		r.frames[k] = id
		r.callers = append(r.callers, parent)
	}
	return id
}
