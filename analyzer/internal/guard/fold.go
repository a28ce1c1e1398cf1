package guard

import (
	"path"
	"slices"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/frameworks"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// keeping are the packages of the standard library whose functions only compute:
// what they return comes from what they are given.
var keeping = []string{
	"strings.", "bytes.", "strconv.", "slices.", "maps.", "fmt.Sprint", "crypto/", "encoding/", "net/url.", "path.",
	"regexp.", "unicode", "(*regexp.Regexp).", "(*encoding/base64.Encoding).", "(net/url.Values).", "(*net/url.URL).",
	"(hash.Hash).", "time.", "(time.Time).", "io.ReadAll", "net.", "(net.IP).", "cmp.", "math",
}

// fold computes a pure function of the standard library.
func (r *run) fold(sym string, args []av, st *state) (av, bool) {
	pure := false
	for _, prefix := range keeping {
		if strings.HasPrefix(sym, prefix) {
			pure = true
			break
		}
	}
	if !pure {
		return av{}, false
	}
	if wholeURL[sym] && len(args) == 1 && args[0].source == frameworks.SourceURL {
		return av{lab: labelOf(frameworks.SourceURI), test: &test{subject: frameworks.SourceURI}}, true
	}
	out := combine(args...)
	out.named = onlyNamed(args...) && keepsName(sym)
	if out.form = asksForm(sym, args) || out.named; !out.form {
		r.looksIn(st, args...)
	}
	if spells(sym, args) {
		out.lab |= r.spread(args, st).lab & principal // what it spells is in a list
	}
	if r.maybeVerifies(sym, args) {
		out.lab &^= Unsigned
	}
	switch {
	case takesApart(sym):
		out.consts = args[0].consts
	case sym == "fmt.Sprintf" && len(args) > 1:
		out.consts = combine(args[1:]...).consts
	}
	if sym == "path.Ext" || sym == "path/filepath.Ext" {
		out.test = extension(args[0])
	}
	if len(args) == 2 && comparing[sym] && (echoes(args[0], args[1]) || r.againstForgery(args[0], args[1])) {
		out.lab |= CSRF
		r.echoed = r.echoed.with(args[0].origin).with(args[1].origin)
	} else if len(args) == 2 && comparing[sym] && knows(args[0], args[1]) != 0 {
		out.lab, out.consts = out.lab|knows(args[0], args[1]), nil
	} else if len(args) == 2 && constantTime[sym] {
		out.positive = 1
		out.lab |= r.secret(args[0]) | r.secret(args[1])
		if out.lab&Credential != 0 { // a password or a token: who has it is known, and what it is nobody's business
			out.lab, out.consts = out.lab&^Attr, nil
		}
	}
	if len(args) == 2 && (sym == "strings.Contains" || sym == "strings.HasSuffix") && isURI(args[0]) { // whoever asks adds it
		out.lab = out.lab&^Path | Origin | Added
	}
	if len(args) == 2 {
		if t := pathTest(sym, args[0], args[1]); t != nil {
			out.test = t
			out.consts = nil
		}
		if sym == "slices.Contains" {
			out.consts = joinConsts(out.consts, r.spread(args[:1], st).consts)
			out.test = r.listTest(args[0], args[1], st)
			if in, ok := r.containsText(args[0], args[1], st); ok {
				out.v = in
			}
		}
	}
	if containsCredential(sym, args) {
		out.v, out.form, out.consts = value.Bool(true), false, nil
		return out, true
	}
	if v, ok := matches(sym, args, out); ok {
		return v, true
	}
	if v, ok := r.matchString(sym, args, out); ok {
		return v, true
	}
	out = cutPath(sym, args, out)
	if t := placeOf(sym, args); t != nil {
		out.test = t
	}
	if t := inPieces(sym, args); t != nil {
		out.test = t
	}
	if t := joinedPieces(sym, args); t != nil {
		out.test = t
	}
	if claims, ok := claimed(sym, args, out); ok {
		return claims, true
	}
	if pieces, ok := split(sym, args); ok {
		out.v, out.nilness = r.listOf(pieces), maybeNil
		return out, true
	}
	if texts, ok := knownTexts(args); ok {
		if v := foldTexts(sym, texts); v.v != nil || v.tuple != nil {
			v.lab, v.origin, v.form = out.lab, out.origin, out.form
			for i := range v.tuple {
				v.tuple[i].lab, v.tuple[i].origin, v.tuple[i].form = out.lab, out.origin, out.form
			}
			return v, true
		}
	}
	return out, true
}

// wholeURL are the methods that spell a URL with its query.
var wholeURL = map[string]bool{"(*net/url.URL).String": true, "(*net/url.URL).RequestURI": true}

// takesApart reports whether a function takes a text apart: where it is cut is not
// what anybody is asked for.
func takesApart(sym string) bool {
	_, name, _ := strings.Cut(sym, ".")
	ofText := strings.HasPrefix(sym, "strings.") || strings.HasPrefix(sym, "bytes.")
	return ofText && slices.ContainsFunc([]string{"Cut", "Split", "Trim", "Replace", "Index", "LastIndex", "Fields", "Count", "Clone"}, func(p string) bool {
		return strings.HasPrefix(name, p)
	})
}

// comparing are functions that compare secrets.
var comparing = map[string]bool{
	"crypto/subtle.ConstantTimeCompare": true, "crypto/hmac.Equal": true, "strings.EqualFold": true, "bytes.Equal": true,
}

// constantTime are those of them that nobody calls for anything but a secret.
var constantTime = map[string]bool{"crypto/subtle.ConstantTimeCompare": true, "crypto/hmac.Equal": true}

func knownTexts(args []av) ([]string, bool) {
	out := make([]string, len(args))
	for i, a := range args {
		t, ok := value.Deref(a.v).(value.Text)
		s, isKnown := t.Known()
		if !ok || !isKnown {
			return nil, false
		}
		out[i] = s
	}
	return out, len(out) > 0
}

// foldTexts computes what middleware does to headers, for the empty ones of an
// anonymous request above all.
func foldTexts(sym string, a []string) av {
	str := func(s string) av { return av{v: value.String(s)} }
	truth := func(b bool) av { return av{v: value.Bool(b)} }
	switch {
	case sym == "strings.TrimSpace":
		return str(strings.TrimSpace(a[0]))
	case sym == "strings.ToLower":
		return str(strings.ToLower(a[0]))
	case sym == "strings.ToUpper":
		return str(strings.ToUpper(a[0]))
	case sym == "path.Base":
		return str(path.Base(a[0]))
	case sym == "path.Dir":
		return str(path.Dir(a[0]))
	case sym == "path.Split":
		dir, file := path.Split(a[0])
		return av{tuple: []av{str(dir), str(file)}}
	case len(a) < 2:
		return av{}
	case sym == "strings.TrimPrefix":
		return str(strings.TrimPrefix(a[0], a[1]))
	case sym == "strings.TrimSuffix":
		return str(strings.TrimSuffix(a[0], a[1]))
	case sym == "strings.Trim":
		return str(strings.Trim(a[0], a[1]))
	case sym == "strings.TrimLeft":
		return str(strings.TrimLeft(a[0], a[1]))
	case sym == "strings.TrimRight":
		return str(strings.TrimRight(a[0], a[1]))
	case sym == "strings.Index":
		return av{v: value.Int(strings.Index(a[0], a[1]))}
	case sym == "strings.LastIndex":
		return av{v: value.Int(strings.LastIndex(a[0], a[1]))}
	case sym == "strings.HasPrefix":
		return truth(strings.HasPrefix(a[0], a[1]))
	case sym == "strings.HasSuffix":
		return truth(strings.HasSuffix(a[0], a[1]))
	case sym == "strings.Contains":
		return truth(strings.Contains(a[0], a[1]))
	case sym == "strings.EqualFold":
		return truth(strings.EqualFold(a[0], a[1]))
	case sym == "strings.Cut":
		before, after, found := strings.Cut(a[0], a[1])
		return av{tuple: []av{str(before), str(after), truth(found)}}
	case sym == "strings.CutPrefix":
		after, found := strings.CutPrefix(a[0], a[1])
		return av{tuple: []av{str(after), truth(found)}}
	}
	return av{}
}

// spells reports whether a call makes the text of a value, and of nothing else: what a key is made
// of is not the key.
func spells(sym string, args []av) bool {
	if sym != "fmt.Sprintf" || len(args) == 0 {
		return sym == "fmt.Sprint"
	}
	format, known := textOf(args[0])
	return known && len(format) == len("%s") && format[0] == '%'
}
