package guard

import (
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// A middleware that tells public paths by regular expressions asks for the route as one does that
// compares texts. What one of them matches is asked of the library itself.
//
// One that is looked for in all that was sent, with the query, and not from its start, is found by
// whoever writes it there: DELETE /users?x=/login.

const opRegexp = "regexp"

// An expression is a regular expression that is known.
type expression struct {
	re *regexp.Regexp
	// begins is what it matches begins with, if it is looked for at the start of a text.
	atStart bool
	begins  string
	// onward: a text that it is found in may go on in whatever way.
	onward bool
	// sample is what it is found in, whatever stands before that: a text that may be written in a
	// query. It is empty if none is known.
	sample string
}

// expression is that of a text; nil if the text is none.
func (r *run) expression(text string) *expression {
	e, ok := r.expressions[text]
	if ok {
		return e
	}
	if re, err := regexp.Compile(text); err == nil {
		e = newExpression(re)
	}
	r.expressions[text] = e
	return e
}

func newExpression(re *regexp.Regexp) *expression {
	e := &expression{re: re}
	tree, err := syntax.Parse(re.String(), syntax.Perl)
	if err != nil {
		return e
	}
	e.onward = !has(tree, syntax.OpEndText, syntax.OpEndLine, syntax.OpWordBoundary, syntax.OpNoWordBoundary)
	if e.atStart = startsText(tree); e.atStart {
		e.begins = beginning(tree)
	}
	if has(tree, syntax.OpBeginText, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpWordBoundary, syntax.OpNoWordBoundary) {
		return e
	}
	if s, ok := sample(tree); ok && re.MatchString(s) {
		e.sample = s
	}
	return e
}

// matchString is what a function says that looks for an expression in the path, or that makes one.
func (r *run) matchString(sym string, args []av, out av) (av, bool) {
	var text string
	var known bool
	switch sym {
	case "regexp.MustCompile", "regexp.MatchString":
		text, known = textOf(args[0])
	case "(*regexp.Regexp).MatchString":
		re, is := args[0].v.(value.Regexp)
		text, known = string(re), is
	}
	if !known || args[0].lab != 0 {
		return out, false
	}
	e := r.expression(text)
	if e == nil {
		return out, false
	}
	if len(args) == 1 {
		return av{v: value.Regexp(text)}, true
	}
	out.consts = nil
	subject, isKnown := textOf(args[1])
	switch x := args[1]; {
	case isKnown:
		out.v = value.Bool(e.re.MatchString(subject))
	case isURI(x) && e.sample != "": // whoever asks adds it
		out.lab = out.lab&^Path | Origin | Added
	case x.test != nil && x.test.op == "":
		out.test = x.test.asks(opRegexp, text)
		out.test.expr = e
	}
	if sym == "regexp.MatchString" { // fails for what is no expression only
		out = av{tuple: []av{out, {v: value.Nil{}, nilness: isNil}}}
	}
	return out, true
}

// foundIn decides whether an expression is found in the path of a route, or in all that is sent for it.
func (t *test) foundIn(path, start string, fixed bool) (truth, ok bool) {
	e, query := t.expr, t.subject == frameworks.SourceURI
	switch {
	case fixed && !query:
		return e.re.MatchString(path), true
	case e.onward && e.re.MatchString(start):
		return true, true
	case !e.atStart || strings.HasPrefix(start, e.begins):
		return false, false
	}
	rest, longer := strings.CutPrefix(e.begins, start)
	return false, !longer || fixed && !strings.HasPrefix(rest, "?")
}

// has reports whether an operation is anywhere in an expression.
func has(tree *syntax.Regexp, ops ...syntax.Op) bool {
	for _, op := range ops {
		if tree.Op == op {
			return true
		}
	}
	for _, sub := range tree.Sub {
		if has(sub, ops...) {
			return true
		}
	}
	return false
}

// startsText reports whether an expression is found at the start of a text only.
func startsText(tree *syntax.Regexp) bool {
	switch tree.Op {
	case syntax.OpBeginText:
		return true
	case syntax.OpConcat, syntax.OpCapture:
		return startsText(tree.Sub[0])
	case syntax.OpAlternate:
		for _, sub := range tree.Sub {
			if !startsText(sub) {
				return false
			}
		}
		return true
	}
	return false
}

// beginning is the literal text behind the mark of the start.
func beginning(tree *syntax.Regexp) string {
	if tree.Op != syntax.OpConcat || tree.Sub[0].Op != syntax.OpBeginText {
		return ""
	}
	if first := tree.Sub[1]; first.Op == syntax.OpLiteral && first.Flags&syntax.FoldCase == 0 {
		return string(first.Rune)
	}
	return ""
}

// sample is a text that an expression matches, of letters that may stand in a query.
func sample(tree *syntax.Regexp) (text string, ok bool) {
	switch tree.Op {
	case syntax.OpEmptyMatch, syntax.OpStar, syntax.OpQuest, syntax.OpEndText:
		return "", true
	case syntax.OpLiteral:
		text = string(tree.Rune)
		return text, strings.Trim(text, ofQuery) == ""
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return "a", true
	case syntax.OpCharClass:
		return ofClass(tree.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return sample(tree.Sub[0])
	case syntax.OpRepeat:
		text, ok = sample(tree.Sub[0])
		return strings.Repeat(text, tree.Min), ok
	case syntax.OpConcat:
		for _, sub := range tree.Sub {
			s, ok := sample(sub)
			if !ok {
				return "", false
			}
			text += s
		}
		return text, true
	case syntax.OpAlternate:
		for _, sub := range tree.Sub {
			if text, ok = sample(sub); ok {
				return text, true
			}
		}
	}
	return "", false
}

// ofQuery are letters that are sent in a query as they are.
const ofQuery = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-~:@!$'()*,;=&?+"

// ofClass is a letter of a class, given by its ranges.
func ofClass(ranges []rune) (string, bool) {
	for _, c := range ofQuery {
		for i := 0; i+1 < len(ranges); i += 2 {
			if ranges[i] <= c && c <= ranges[i+1] {
				return string(c), true
			}
		}
	}
	return "", false
}
