package evaluate

import (
	"net/textproto"
	"path"
	"regexp"
	"strconv"
	"strings"

	"github.com/guardvet/guardvet/analyzer/internal/program"
	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// pure computes the functions of the standard library that registration code
// uses on patterns, prefixes and lists of middleware.
func (m *Machine) pure(sym string, args []value.Value, in *program.Instr) (value.Value, bool) {
	switch sym {
	case "fmt.Sprintf":
		return m.sprintf(args), true
	case "fmt.Sprint":
		return m.sprint(args), true
	case "strings.Join":
		return m.joinTexts(args)
	case "path.Join":
		list, ok := m.elements(args[0])
		if !ok {
			return value.Hole(""), true
		}
		if texts, known := knownArgs(list); known {
			return value.String(path.Join(texts...)), true
		}
		return joinPath(list), true
	case "net/url.JoinPath":
		return value.Hole(""), true
	case "(*sync.Once).Do", "(*golang.org/x/sync/errgroup.Group).Go", "(*sync.WaitGroup).Go":
		return m.callDynamic(args[1], nil, in), true
	case "cmp.Or":
		return m.firstKnown(args[0])
	case "errors.New", "fmt.Errorf":
		return value.Iface{Type: "*errors.errorString", Val: value.Pointer{Cell: &value.Cell{Type: "errors.errorString"}}}, true
	}
	if v, ok := compiledText(sym, args); ok {
		return v, true
	}
	if v, ok := numberText(sym, args); ok {
		return v, true
	}
	if v, ok := m.listFunc(sym, args, in); ok {
		return v, true
	}
	if v, ok := m.split(sym, args, in); ok {
		return v, true
	}
	if len(args) == 1 {
		if s, ok := m.sequenceOf(sym, args[0]); ok {
			return s, true
		}
	}
	if fn, ok := textFuncs[sym]; ok {
		if list, ok := knownArgs(args); ok {
			if v, ok := bounded(fn(list)); ok {
				return v, true
			}
		}
		return unknown(in.Type, "", in.Pos), true
	}
	return nil, false
}

// compiledText compiles a regular expression whose text is known: a middleware may tell public paths by it.
func compiledText(sym string, args []value.Value) (value.Value, bool) {
	if sym != "regexp.MustCompile" && sym != "regexp.Compile" {
		return nil, false
	}
	texts, ok := knownArgs(args)
	if !ok {
		return nil, false
	}
	if _, err := regexp.Compile(texts[0]); err != nil {
		return nil, false
	}
	re := value.Regexp(texts[0])
	if sym == "regexp.Compile" {
		return value.Tuple{re, value.Nil{Type: "error"}}, true
	}
	return re, true
}

// numberText computes the functions that make strings of numbers.
func numberText(sym string, args []value.Value) (value.Value, bool) {
	var n []int64
	for _, a := range args {
		if i, ok := a.(value.Int); ok {
			n = append(n, int64(i))
		}
	}
	switch {
	case sym == "strconv.Itoa" && len(n) == 1:
		return value.String(strconv.FormatInt(n[0], 10)), true
	case sym == "strconv.FormatInt" && len(n) == 2 && n[1] >= 2 && n[1] <= 36:
		return value.String(strconv.FormatInt(n[0], int(n[1]))), true
	case (sym == "strings.Repeat" || sym == "strings.Replace") && len(n) == 1:
		texts, ok := knownArgs(args[:len(args)-1])
		switch {
		case !ok:
		case sym == "strings.Replace":
			return bounded(value.String(strings.Replace(texts[0], texts[1], texts[2], int(n[0]))))
		case n[0] >= 0 && n[0] <= int64(maxText/max(1, len(texts[0]))):
			return value.String(strings.Repeat(texts[0], int(n[0]))), true
		}
	}
	return nil, false
}

// maxText bounds the strings that are made, and those that one is made of.
const maxText = 1 << 12

// bounded refuses a text that is too long, as replacing may make it.
func bounded(v value.Value) (value.Value, bool) {
	t, isText := v.(value.Text)
	s, _ := t.Known()
	return v, !isText || len(s) <= maxText
}

// textFuncs are functions of known strings.
var textFuncs = map[string]func([]string) value.Value{
	"strings.TrimSuffix":                   func(a []string) value.Value { return value.String(strings.TrimSuffix(a[0], a[1])) },
	"strings.TrimPrefix":                   func(a []string) value.Value { return value.String(strings.TrimPrefix(a[0], a[1])) },
	"strings.TrimRight":                    func(a []string) value.Value { return value.String(strings.TrimRight(a[0], a[1])) },
	"strings.TrimLeft":                     func(a []string) value.Value { return value.String(strings.TrimLeft(a[0], a[1])) },
	"strings.Trim":                         func(a []string) value.Value { return value.String(strings.Trim(a[0], a[1])) },
	"strings.TrimSpace":                    func(a []string) value.Value { return value.String(strings.TrimSpace(a[0])) },
	"strings.ToUpper":                      func(a []string) value.Value { return value.String(strings.ToUpper(a[0])) },
	"strings.ToLower":                      func(a []string) value.Value { return value.String(strings.ToLower(a[0])) },
	"strings.ReplaceAll":                   func(a []string) value.Value { return value.String(strings.ReplaceAll(a[0], a[1], a[2])) },
	"strings.HasPrefix":                    func(a []string) value.Value { return value.Bool(strings.HasPrefix(a[0], a[1])) },
	"strings.HasSuffix":                    func(a []string) value.Value { return value.Bool(strings.HasSuffix(a[0], a[1])) },
	"strings.Contains":                     func(a []string) value.Value { return value.Bool(strings.Contains(a[0], a[1])) },
	"strings.EqualFold":                    func(a []string) value.Value { return value.Bool(strings.EqualFold(a[0], a[1])) },
	"net/textproto.CanonicalMIMEHeaderKey": func(a []string) value.Value { return value.String(textproto.CanonicalMIMEHeaderKey(a[0])) },
	"path.Clean":                           func(a []string) value.Value { return value.String(path.Clean(a[0])) },
	"strings.Cut": func(a []string) value.Value {
		before, after, found := strings.Cut(a[0], a[1])
		return value.Tuple{value.String(before), value.String(after), value.Bool(found)}
	},
}

func knownArgs(args []value.Value) ([]string, bool) {
	out := make([]string, len(args))
	for i, a := range args {
		t, ok := a.(value.Text)
		s, known := t.Known()
		if !ok || !known || len(s) > maxText {
			return nil, false
		}
		out[i] = s
	}
	return out, true
}

func (m *Machine) knownStrings(v value.Value) ([]string, bool) {
	list, ok := m.elements(v)
	if !ok {
		return nil, false
	}
	return knownArgs(list)
}

func (m *Machine) joinTexts(args []value.Value) (value.Value, bool) {
	list, ok := m.elements(args[0])
	if !ok {
		return value.Hole(""), true
	}
	var out value.Text
	for i, v := range list {
		if i > 0 {
			out = value.Concat(out, value.AsText(args[1]))
		}
		out = value.Concat(out, value.AsText(v))
	}
	return out, true
}

func (m *Machine) listOf(typ string, list []value.Value) value.Value {
	a := m.newArray(m.elem(typ), len(list))
	for i, v := range list {
		a.Elems[i].Val = v
	}
	return &value.Slice{Type: typ, Array: a, Len: len(list), Cap: len(list)}
}
