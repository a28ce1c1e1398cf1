package evaluate

import (
	"path"
	"strings"
	"testing"

	"github.com/guardvet/guardvet/analyzer/internal/value"
)

// TestJoinPath requires, of elements of which "?" is not known, that what is known stands where path.Join puts
// it, whatever stands for "?".
func TestJoinPath(t *testing.T) {
	for _, list := range [][]string{
		{"?", "/token"}, {"?", "token/"}, {"?", "", "a", "/b/"}, {"/a/", "?"}, {"/", "?", "/b"}, {"/", "/b"}, {"?"}, {"?", "/"},
		{"?/api/", "/b"}, {"a", "?/b", "c"}, {"?", "../b"}, {"?", "./b"}, {"?", "a/../b"}, {"?", "a//b"}, {"?/..", "b"}, {"?", "?"}, {"", ""},
	} {
		var elements []value.Value
		for _, e := range list {
			before, after, hole := strings.Cut(e, "?")
			text := value.String(before)
			if hole {
				text = value.Concat(value.Concat(text, value.Hole("")), value.String(after))
			}
			elements = append(elements, text)
		}
		got := joinPath(elements)
		for _, base := range []string{"/base", "/x/y"} {
			want := path.Join(strings.Split(strings.ReplaceAll(strings.Join(list, "\x00"), "?", base), "\x00")...)
			if !covers(got, want) {
				t.Errorf("%q with %s: %s, want %s", list, base, got, want)
			}
		}
	}
	for _, want := range []string{"{?}/token", "{?}/a/b"} {
		parts := strings.SplitN(strings.TrimPrefix(want, "{?}/"), "/", 2)
		list := []value.Value{value.Hole("")}
		for _, p := range parts {
			list = append(list, value.String("/"+p+"/"))
		}
		if got := joinPath(list).String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// covers reports whether a string is one that a text with holes may be.
func covers(text value.Text, s string) bool {
	for i, p := range text.Parts {
		switch {
		case p.Hole && i == len(text.Parts)-1:
			return true
		case p.Hole:
			next := text.Parts[i+1].Lit
			at := strings.LastIndex(s, next)
			if at < 0 {
				return false
			}
			s = s[at:]
		case !strings.HasPrefix(s, p.Lit):
			return false
		default:
			s = s[len(p.Lit):]
		}
	}
	return s == ""
}
