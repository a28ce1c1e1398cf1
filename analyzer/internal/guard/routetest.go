package guard

import (
	"fmt"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A test is what a condition says of the route itself: of its path or method. It
// is decided when the step is judged for a route.
type test struct {
	subject frameworks.Source // SourcePath, SourceRoute, SourceName, SourceMatch, SourceMethod
	op      string            // "==", "prefix", "suffix", "contains", "in", "match", "regexp", "cases", "there"; "" is the subject itself, "ext" its extension
	arg     string
	list    []string // of "in"
	negate  bool
	cut     string      // taken off the start of the subject
	part    int         // of the path: see pieces.go
	n       int         // of bytes: see cutting.go
	id      int         // of the interned test
	expr    *expression // of "regexp"
	cases   []testCase  // of a function that tells routes apart and returns a bool
	between string      // this part of the route and the next one, if they are joined: see joined.go
	next    *test
	renamed bool // asked when the method had been written: see rename.go
}

// A Target is the route that a step is judged for: its method ("*" for any), the
// path as far as the pattern says it, as this step sees it, and the pattern that
// routing has found by then, if any.
type Target struct {
	Method, Path, Pattern string
	// Routed: routing has found the route by then. Name is its name, nil if that is
	// not known.
	Routed bool
	Name   *string
	// Stored is what earlier steps have put into the context for everybody.
	Stored []Key
	// Claimed is what they may have put there for who proves nothing.
	Claimed []Key
	// Nobody: none of them has put there who asks.
	Nobody bool
	// Rest: it stands for the paths that the step does not name itself, Others for the
	// methods. Whether it is one that the step names is answered with no.
	Rest, Others bool
	// Own: what the step hands to routers is left out, which have routes of their own.
	Own bool
	// Renamed: this step or a later one writes the method, so that the route's own says
	// nothing of what is asked before.
	Renamed bool
	// Lax is what the router overlooks in a path, that this step may not; of what comes
	// after Exact, for which another one has looked before.
	Lax   Laxity
	Exact string
	spell bool // see spellOut
}

// A testCase is what holds when all of its decisions do.
type testCase struct {
	dec   []dec
	truth bool
	test  *test // instead of truth
}

// each goes through a test, and those that it is made of.
func (t *test) each(visit func(*test)) {
	if t == nil {
		return
	}
	visit(t)
	for _, c := range t.cases {
		c.test.each(visit)
		for _, d := range c.dec {
			d.c.test.each(visit)
		}
	}
}

// asks is a question about the subject of a test, or what is left of that.
func (t *test) asks(op, arg string) *test {
	return &test{subject: t.subject, cut: t.cut, part: t.part, op: op, arg: arg, between: t.between, next: t.next}
}

// intern gives equal tests one identity.
func (r *run) internTest(t *test) *test {
	if t == nil || t.id != 0 {
		return t
	}
	var b strings.Builder
	t.spell(&b)
	if old := r.tests[b.String()]; old != nil {
		return old
	}
	t.id = len(r.tests) + 1
	r.tests[b.String()] = t
	return t
}

// internTests does so for a value and the parts that it has.
func (r *run) internTests(v av) av {
	v.test = r.internTest(v.test)
	for i := range v.tuple {
		v.tuple[i].test = r.internTest(v.tuple[i].test)
	}
	return v
}

func (t *test) spell(b *strings.Builder) {
	fmt.Fprintf(b, "%d %s %q %q %q %d %d %t%t", t.subject, t.op, t.arg, t.list, t.cut, t.part, t.n, t.negate, t.renamed)
	if t.next != nil {
		fmt.Fprintf(b, "%q", t.between)
		t.next.spell(b)
	}
	for _, c := range t.cases {
		fmt.Fprintf(b, "(%t", c.truth)
		for _, d := range c.dec {
			fmt.Fprintf(b, " %d%t", d.c.id, d.arm)
		}
		if c.test != nil {
			fmt.Fprintf(b, "t%d", c.test.id)
		}
		b.WriteByte(')')
	}
}

// subjectTest recognises a comparison of the request's path or method.
func subjectTest(x, y av) (*test, bool) {
	for _, pair := range [2][2]av{{x, y}, {y, x}} {
		subject, arg := pair[0], pair[1]
		t, isText := arg.v.(value.Text)
		if subject.test == nil || subject.test.negate || !isText {
			continue
		}
		s, ok := t.Known()
		switch {
		case ok && subject.test.isSubject():
			return subject.test.asks("==", s), true
		case ok && subject.test.op == "ext" && s != "":
			return subject.test.asks("suffix", s), true
		}
	}
	return nil, false
}

func pathTest(sym string, x, y av) *test {
	ops := map[string]string{"strings.HasPrefix": "prefix", "strings.HasSuffix": "suffix", "strings.Contains": "contains", "strings.EqualFold": "=="}
	op := ops[sym]
	s, isKnown := textOf(y)
	if isURI(x) && op != "prefix" && op != "==" {
		return nil
	}
	switch {
	case op == "" || x.test == nil || x.test.op != "":
		return nil
	case isKnown:
		return x.test.asks(op, s)
	case op == "prefix" && y.lab&^Rounds == 0:
		return x.test.asks(opBegins, "")
	}
	return nil
}

// extension is the extension of the path: comparing it asks for a suffix.
func extension(path av) *test {
	if path.test == nil || path.test.op != "" {
		return nil
	}
	return path.test.asks("ext", "")
}

// listTest asks whether the path or method is in a list that registration made.
func (r *run) listTest(list, subject av, st *state) *test {
	if subject.test == nil || !subject.test.isSubject() {
		return nil
	}
	s, ok := list.v.(*value.Slice)
	if !ok {
		return nil
	}
	t := subject.test.asks("in", "")
	if t.list, ok = r.registeredTexts(s, st); !ok {
		return nil
	}
	return t
}

// registeredTexts are the texts of a list that registration made, if all are known.
func (r *run) registeredTexts(s *value.Slice, st *state) (texts []string, ok bool) {
	for _, c := range s.Array.Elems[s.Off : s.Off+s.Len] {
		text, isText := c.Val.(value.Text)
		if _, written := r.read(st, c); written || !isText && c.Val != nil {
			return nil, false
		}
		known, ok := text.Known()
		if !ok {
			return nil, false
		}
		texts = append(texts, known)
	}
	return texts, true
}

// containsText says whether such a list contains a text that is known.
func (r *run) containsText(list, text av, st *state) (in value.Bool, ok bool) {
	t, known := textOf(text)
	if !known || list.lab|text.lab != 0 {
		return false, false
	}
	s, isList := list.v.(*value.Slice)
	if !isList {
		_, isNil := list.v.(value.Nil)
		return false, isNil
	}
	texts, ok := r.registeredTexts(s, st)
	return value.Bool(slices.Contains(texts, t)), ok
}

// keyTests are what looking the path or method up in a map that registration made
// asks: whether what is found is true, and whether anything is.
func keyTests(m, key av) (truth, found *test) {
	mv, ok := m.v.(*value.Map)
	if !ok || mv.Data.Holes || key.test == nil || !key.test.isSubject() || m.lab != 0 {
		return nil, nil
	}
	truth = key.test.asks("in", "")
	found = key.test.asks("in", "")
	for i, k := range mv.Data.Keys {
		text, isText := value.Deref(k).(value.Text)
		s, known := text.Known()
		if !isText || !known {
			return nil, nil
		}
		found.list = append(found.list, s)
		switch b, isBool := mv.Data.Vals[i].Val.(value.Bool); {
		case !isBool:
			truth.op = ""
		case bool(b):
			truth.list = append(truth.list, s)
		}
	}
	if truth.op == "" {
		truth = nil
	}
	return truth, found
}

// testCases makes one ending of those of a function that does nothing but tell
// routes apart: its result is the test itself. Nothing is lost by that, and a list
// of public paths does not become as many paths through the program.
func (r *run) testCases(frame int, ends []ending, began *state) ([]ending, bool) {
	if r.scouting { // the second run does not note all conditions
		r.mixed[frame] = slices.ContainsFunc(ends, func(e ending) bool { return r.tookOther(e.st.may) })
	}
	if len(ends) < 2 || r.mixed[frame] {
		return nil, false
	}
	t := &test{op: "cases"}
	lab := Label(0)
	for _, e := range ends {
		if e.panics || len(e.results) != 1 || !sameButDecisions(e.st, began) || r.tookOther(e.st.may) {
			return nil, false
		}
		for _, d := range e.st.dec {
			if d.c.test == nil {
				return nil, false
			}
			lab |= d.c.lab
		}
		v := e.results[0]
		c := testCase{dec: e.st.dec, test: v.test}
		b, known := boolean(v)
		if known {
			c.truth, c.test = b, nil
		} else if v.test == nil {
			return nil, false
		}
		lab |= v.lab
		t.cases = append(t.cases, c)
	}
	st := ends[0].st.clone()
	st.dec = nil
	return []ending{{st: st, results: []av{{lab: lab, test: r.internTest(t)}}}}, true
}

// tookOther reports whether a condition that is not about the route was met.
func (r *run) tookOther(may arms) bool {
	return slices.ContainsFunc(r.condSeq, func(c *cond) bool {
		return c.test == nil && either(may, c)
	})
}

func sameButDecisions(a, b *state) bool {
	return a.status == b.status && a.pending == b.pending && a.aborted == b.aborted && a.goesOn == b.goesOn && a.target == b.target &&
		a.acted == b.acted && a.obeyed == b.obeyed && a.named == b.named && a.actedIn == b.actedIn && a.anon == b.anon && a.blurred == b.blurred && a.doubtful == b.doubtful && a.full == b.full && a.held == b.held && a.over == b.over && a.beyond == b.beyond && a.again == b.again && a.renamed == b.renamed &&
		len(a.mem.changes(b.mem)) == 0
}
