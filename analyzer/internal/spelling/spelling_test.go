package spelling

import "testing"

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"routes", "rotues", 2}, {"same", "same", 0}, {"kitten", "sitting", 3}} {
		if got := Distance(test.a, test.b); got != test.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"guard", "ignore", "public"}
	for word, want := range map[string]string{"pubic": "public", "gaurd": "guard", "public": "public", "open": "", "xignor": "ignore"} {
		if got, ok := Nearest(word, words, 2); got != want && ok || ok != (want != "") {
			t.Errorf("Nearest(%q) = %q, %v, want %q", word, got, ok, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	for word, want := range map[string]string{
		"bypass": "", "bypas": "; did you mean bypass?", "colours": "; the rules are bypass, policy",
	} {
		if got := Suggest(word, "rules", []string{"bypass", "policy"}); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
