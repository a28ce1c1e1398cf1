package public

import (
	"strings"
	"unicode"

	"github.com/guardvet/guardvet/analyzer/internal/routes"
)

// A path is a pattern taken apart.
type path struct {
	segs []segment
	tree bool // it is a subtree, or ends in a wildcard: everything below
}

// A segment is a literal word, or a parameter with its name. Letters are lowered
// and separators dropped, so that sign-up, sign_up and signUp are one word.
type segment struct {
	word  string // "" for a parameter
	name  string // of a parameter
	param bool
}

// parse takes a route's pattern apart. What is unknown at its start is taken for the
// base path from the configuration, with a slash at its end or not; ok is false when nothing
// else is there, or no more than what may be a part of a word.
func parse(r *routes.Route) (p path, ok bool) {
	pattern, cut := r.BelowBase()
	if cut && !strings.Contains(pattern, "/") {
		return path{}, false
	}
	p.tree = r.Subtree
	parts := split(pattern)
	for i, part := range parts {
		last := i == len(parts)-1
		switch {
		case part == "{$}", part == "":
		case last && isWildcard(part):
			p.tree = true
		default:
			p.segs = append(p.segs, newSegment(part))
		}
	}
	return p, true
}

// split cuts at slashes, but not inside the braces of a parameter's expression.
func split(pattern string) []string {
	depth := 0
	return strings.Split(strings.Map(func(c rune) rune {
		switch {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == '/' && depth > 0:
			return '|'
		}
		return c
	}, strings.TrimPrefix(pattern, "/")), "/")
}

func isWildcard(part string) bool {
	return strings.HasPrefix(part, "*") || strings.HasPrefix(part, "{") && strings.HasSuffix(part, "...}")
}

func newSegment(part string) segment {
	if strings.ContainsAny(part, "{:*") {
		name, _, _ := strings.Cut(strings.Trim(part, "{}:*"), ":")
		return segment{param: true, name: normal(name)}
	}
	return segment{word: normal(part)}
}

// joiner leaves out what parts the words of a segment. It is made once: making one costs more
// than using it.
var joiner = strings.NewReplacer("-", "", "_", "")

func normal(s string) string {
	if s == "-" || s == "_" {
		return s // a word of its own, as in /-/healthy
	}
	return joiner.Replace(strings.ToLower(s))
}

// endsIn reports whether the path ends in one of the words, or pairs of them,
// and what comes before is of the given kind.
func endsIn(segs []segment, ends, under set) bool {
	n := len(segs)
	if n == 0 || segs[n-1].param {
		return false
	}
	if ends[segs[n-1].word] && all(segs[:n-1], under) {
		return true
	}
	return n > 1 && ends[segs[n-2].word+"/"+segs[n-1].word] && all(segs[:n-2], under)
}

// all reports whether every segment is one of the words, or the version of an API.
func all(segs []segment, in set) bool {
	for _, s := range segs {
		if s.param || !in[s.word] && !isVersion(s.word) {
			return false
		}
	}
	return true
}

// isVersion reports whether a word is an API's version: v1, v2beta1.
func isVersion(word string) bool {
	return len(word) > 1 && word[0] == 'v' && word[1] >= '0' && word[1] <= '9'
}

func extension(word string) string {
	_, ext, _ := strings.Cut(word, ".")
	return ext[strings.LastIndexByte(ext, '.')+1:]
}

// words are those of a function's name, and each two neighbours as one: the
// name may be SignIn or Signin.
type words set

// wordsOf takes the name out of a symbol and cuts it at its capitals. A method
// ServeHTTP is named by its type. A closure is named by the function around it
// if that looks like a constructor of handlers.
func wordsOf(symbol string) words {
	name, closure := strings.CutSuffix(strings.TrimSuffix(symbol, "$bound"), "$1")
	name = strings.TrimSuffix(name, ".ServeHTTP")
	name = strings.TrimRight(name[strings.LastIndexAny(strings.TrimRight(name, ")"), "./)")+1:], ")")
	out := cut(name)
	if strings.Contains(name, "$") || closure && out.any(setUp) {
		return nil
	}
	return out
}

func cut(name string) words {
	out := words{}
	var list []string
	start := 0
	for i, c := range name {
		if c == '_' || unicode.IsUpper(c) && i > start && unicode.IsLower(rune(name[i-1])) {
			list = append(list, strings.Trim(name[start:i], "_"))
			start = i
		}
	}
	list = append(list, strings.Trim(name[start:], "_"))
	for i, w := range list {
		out[strings.ToLower(w)] = true
		if i > 0 {
			out[strings.ToLower(list[i-1]+w)] = true
		}
	}
	return out
}

func (w words) any(of set) bool {
	for s := range of {
		if w[s] {
			return true
		}
	}
	return false
}
